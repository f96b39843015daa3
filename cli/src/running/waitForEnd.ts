import { followRun } from '../../../client/src/jobs/followRun.ts';
import type { Prompts } from '../../../client/src/prompts/prompts.ts';
import type { ExitCode } from '../host.ts';
import type { FoundJob } from './findJob.ts';

/**
 * Follows the run of a job until it has ended, and reports how.
 * @returns 0 if it succeeded; 1 if it failed or was stopped; 2 if that isn't known
 */
export async function waitForEnd({ services, connection, job }: FoundJob): Promise<ExitCode> {
  // Nobody signs in again here, so that the states would never come.
  const refused = new AbortController();
  const subscription = services.sessions.onDidChange(() => {
    if (services.sessions.isRefused(connection)) refused.abort();
  });
  const progress: Prompts['progress'] = async (title, task) =>
    services.prompts.progress(title, async (signal, report) => task(AbortSignal.any([signal, refused.signal]), report));
  try {
    const ended = await followRun({ ...services, prompts: { ...services.prompts, progress } }, job);
    return ended === undefined ? 2 : exitCodeOf(ended === 'gone' ? undefined : ended.status);
  } finally {
    subscription.dispose();
  }
}

/** Returns the exit code for a run that has ended. */
export function exitCodeOf(status: string | undefined): ExitCode {
  return status === 'SUCCESS' ? 0 : 1;
}
