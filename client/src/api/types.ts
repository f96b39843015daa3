/** A job as the service answers it: what the client uses, checked. */
export interface Job {
  readonly id: string;
  readonly name: string | undefined;
  readonly status: string | undefined;
}

/** One page of the job list. */
export interface JobPage {
  readonly total: number;
  readonly jobs: readonly Job[];
}

export type JsonObject = Readonly<Record<string, unknown>>;

/** True for a JSON object: not null, not an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads a job; `undefined` without an id. */
export function readJob(value: unknown): Job | undefined {
  if (!isObject(value) || typeof value.id !== 'string' || value.id === '') return undefined;
  return { id: value.id, name: text(value.name), status: readStatus(value.status) };
}

/** Reads a page of the job list; `undefined` when it is none. Entries without an id are left out. */
export function readJobPage(value: unknown): JobPage | undefined {
  if (!isObject(value) || !Array.isArray(value.jobs)) return undefined;
  const jobs = value.jobs.map(readJob).filter((job) => job !== undefined);
  return { total: typeof value.total === 'number' ? value.total : jobs.length, jobs };
}

/** The page's table says String, its examples print `{"status":{"status":"SUCCESS"}}`: both are read. */
function readStatus(value: unknown): string | undefined {
  return isObject(value) ? text(value.status) : text(value);
}

/** A text that says something, else `undefined`. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
