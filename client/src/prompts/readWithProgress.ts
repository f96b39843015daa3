import * as l10n from '@vscode/l10n';
import type { Prompts } from './prompts.ts';

/** What a read gets from its progress message: the signal of its Cancel button, and where to report a wait. */
export interface ReadProgress {
  readonly signal: AbortSignal;
  /** Shows that the service is busy, and for how many seconds the read waits. */
  readonly onWait: (seconds: number) => void;
}

/** Runs a read from the service under a progress message, which shows when the read waits for a busy service. */
export async function readWithProgress<T>(
  prompts: Pick<Prompts, 'progress'>,
  title: string,
  read: (progress: ReadProgress) => Promise<T>,
): Promise<T> {
  return prompts.progress(title, async (signal, report) =>
    read({ signal, onWait: (seconds) => report(l10n.t('The service is busy. Waiting {0} s…', seconds)) }),
  );
}
