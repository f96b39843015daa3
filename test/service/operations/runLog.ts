import type { Run } from '../jobs.ts';

/** The log of a run: a line when it begins and one when it ends, each after its time, and between them what it has logged. */
export function logOf(run: Run): string {
  const begin = `${run.startTime} RUNNING\n${run.log}`;
  return run.endTime === undefined ? begin : `${begin}${run.endTime} ${outcomeOf(run)}\n`;
}

/** The outcome of a run, and the reason if that is known: `FAILED: no route to the source`. */
export function outcomeOf({ status, message }: Run): string {
  return message === undefined ? status : `${status}: ${message}`;
}
