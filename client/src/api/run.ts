import { isObject, type JsonObject } from '../../../language/src/documents/value.ts';
import { excerpt } from './excerpt.ts';
import type { HttpOptions } from './http.ts';
import { readJob, readStatus, text, type Job } from './types.ts';

/** One run of a job, or the last one, as the service lists it. Times are in milliseconds since 1970. */
export interface Run {
  readonly status: string | undefined;
  readonly startedAt: number | undefined;
  readonly endedAt: number | undefined;
  /** How long it took, in milliseconds. */
  readonly duration: number | undefined;
  /** What the service reports of its result, in a few words. */
  readonly summary: string | undefined;
}

/** A job in the list of an instance, with its last run. */
export interface ListedJob extends Job, Run {
  readonly type: string | undefined;
  readonly createdAt: number | undefined;
}

/** As much of a summary is shown, in characters. */
const longestSummary = 500;
/** As much of a name is shown, in characters: the API reference allows 255. */
const longestName = 300;

/** Reads a run, with the secrets that were sent masked in its texts. */
export function readRun(value: unknown, { redact }: Pick<HttpOptions, 'redact'>): Run | undefined {
  if (!isObject(value)) return undefined;
  const [status, summary] = [readStatus(value.status), text(value.log_simple_info)];
  const [startedAt, endedAt] = [readTime(value.start_time), readTime(value.end_time)];
  return {
    status: status && redact(status),
    startedAt,
    endedAt,
    duration: durationOf(value, startedAt, endedAt),
    summary: summary && excerpt(summary, longestSummary, redact),
  };
}

/** Reads a job of the list; `undefined` without an ID that can be used, or one that has a secret in it. */
export function readListedJob(value: unknown, options: Pick<HttpOptions, 'redact'>): ListedJob | undefined {
  const [job, run] = [readJob(value), readRun(value, options)];
  if (!isObject(value) || job === undefined || run === undefined || options.redact(job.id) !== job.id) return undefined;
  const type = text(value.type);
  return {
    ...run,
    id: job.id,
    name: job.name && excerpt(job.name, longestName, options.redact),
    type: type && excerpt(type, longestName, options.redact),
    createdAt: readTime(value.create_time),
  };
}

/** `execute_time` is in seconds (ListJobsByInstance). */
function durationOf({ execute_time: seconds }: JsonObject, start?: number, end?: number): number | undefined {
  if (typeof seconds === 'number' && Number.isFinite(seconds) && seconds >= 0) return seconds * 1000;
  return start === undefined || end === undefined ? undefined : Math.max(0, end - start);
}

/** The examples print ISO 8601; a number counts as milliseconds since 1970. */
function readTime(value: unknown): number | undefined {
  const time = typeof value === 'string' ? Date.parse(value) : value;
  return typeof time === 'number' && Number.isFinite(time) && time > 0 ? time : undefined;
}
