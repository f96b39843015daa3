import type { Prompts } from './prompts.ts';

/** What shows progress. */
export type ProgressPrompts = Pick<Prompts, 'progress'>;

/**
 * Returns prompts that show progress as a part of the progress that is already shown: tasks report their titles there.
 * @param signal aborts the tasks
 */
export function withinProgress(signal: AbortSignal, report: (message: string) => void): ProgressPrompts {
  return {
    progress: async (title, task) => {
      report(title);
      return task(signal, report);
    },
  };
}
