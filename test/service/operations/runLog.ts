import type { Run } from '../jobs.ts';

/** The log of a run: a line when it begins and one when it ends, each after its time. */
export function logOf(run: Run): string {
  const begin = `${run.startTime} RUNNING\n`;
  return run.endTime === undefined ? begin : `${begin}${run.endTime} ${outcomeOf(run)}\n`;
}

/** What became of a run, and why if that is known: `FAILED: no route to the source`. */
export function outcomeOf({ status, message }: Run): string {
  return message === undefined ? status : `${status}: ${message}`;
}
