import { isObject } from '../../../language/src/documents/value.ts';

/** A job as the service answers it: what the client uses, checked. */
export interface Job {
  readonly id: string;
  readonly name: string | undefined;
  readonly status: string | undefined;
}

/** Reads a job; `undefined` without an ID that can be used. */
export function readJob(value: unknown): Job | undefined {
  if (!isObject(value) || typeof value.id !== 'string' || !isJobId(value.id)) return undefined;
  return { id: value.id, name: text(value.name), status: readStatus(value.status) };
}

/**
 * Whether a text can be a job's ID, which becomes a segment of a URL's path. The reference specifies 36 characters
 * (DeleteJob); others are accepted, but not what a path can't have or a message can't show.
 */
function isJobId(id: string): boolean {
  return /^[!-~]{1,64}$/.test(id) && !/^\.{1,2}$/.test(id);
}

/** The API reference's table specifies String, its examples print `{"status":{"status":"SUCCESS"}}`: both are read. */
export function readStatus(value: unknown): string | undefined {
  return isObject(value) ? text(value.status) : text(value);
}

/** A text that isn't blank, else `undefined`. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
