import { readRecord, type SubmissionRecord } from './submissionRecord.ts';

/** A submission in the storage. */
export interface SubmissionEntry {
  readonly record: SubmissionRecord;
  /** The workspace that it was sent from. */
  readonly workspace: string;
  /** When its response is waited for; only as long as there is none. */
  readonly awaited?: Period;
}

/** A period, in milliseconds since 1970. */
export interface Period {
  readonly from: number;
  /** Not part of the period. */
  readonly until: number;
}

/** Returns the entry of a stored text; `undefined` where the text isn't complete or another version has written it. */
export function parseEntry(text: string): SubmissionEntry | undefined {
  const value = parseJson(text);
  if (typeof value !== 'object' || value === null || !('record' in value) || !('workspace' in value)) return undefined;
  const { workspace } = value;
  const record = readRecord(value.record);
  const awaited = 'awaited' in value ? readPeriod(value.awaited) : undefined;
  if (record === undefined || typeof workspace !== 'string') return undefined;
  return { record, workspace, ...(awaited && { awaited }) };
}

function readPeriod(value: unknown): Period | undefined {
  if (typeof value !== 'object' || value === null || !('from' in value) || !('until' in value)) return undefined;
  const { from, until } = value;
  return typeof from === 'number' && typeof until === 'number' ? { from, until } : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
