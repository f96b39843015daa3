import * as l10n from '@vscode/l10n';
import type { Credential } from '../../api/credential.ts';
import { missingLines } from '../../instance/prerequisiteText.ts';
import { prerequisitesOf } from '../../instance/prerequisites.ts';
import type { ProgressPrompts } from '../../prompts/withinProgress.ts';
import type { Services } from '../../services.ts';
import type { Submission } from '../submission.ts';

/** How long a review waits for the checks, in milliseconds. What isn't known by then isn't reported. */
const longestWait = 10_000;

/**
 * Checks what must be there before a job runs, and returns a line for each that is missing. A check that fails isn't reported:
 * users without the right to list catalogs may still submit jobs.
 */
export async function prerequisiteWarnings(
  { looksUp, prerequisites }: Pick<Services, 'looksUp' | 'prerequisites'>,
  prompts: ProgressPrompts,
  { connection, text }: Pick<Submission, 'connection' | 'text'>,
  credential: Credential,
): Promise<readonly string[]> {
  const needed = looksUp() ? prerequisitesOf(text) : [];
  if (needed.length === 0) return [];
  return prompts.progress(l10n.t('Checking the prerequisites in {0}…', connection.name), async (signal) => {
    const inTime = AbortSignal.any([signal, AbortSignal.timeout(longestWait)]);
    return missingLines(await prerequisites.check(connection, credential, needed, inTime));
  });
}
