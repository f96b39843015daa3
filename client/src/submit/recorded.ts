import * as l10n from '@vscode/l10n';
import { NotReadyError } from '../failures/notReadyError.ts';
import { HistoryError } from '../state/submissionHistory.ts';

/**
 * Reads or writes the history before a job is sent.
 * @throws NotReadyError where that fails
 */
export async function recorded<T>(use: () => Promise<T>): Promise<T> {
  try {
    return await use();
  } catch (error) {
    if (!(error instanceof HistoryError)) throw error;
    throw new NotReadyError(
      l10n.t(
        'Not submitted: couldn’t record the submission ({0}). The record prevents creating a job twice.',
        error.message,
      ),
    );
  }
}
