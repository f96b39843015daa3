import * as l10n from '@vscode/l10n';
import type { JobsApi } from '../../api/jobs.ts';
import { NotReadyError } from '../../failures/notReadyError.ts';
import type { ProgressPrompts } from '../../prompts/withinProgress.ts';
import type { Services } from '../../services.ts';
import { lastSent, type DocumentSubmissions } from '../../state/submissionHistory.ts';
import { recorded } from '../recorded.ts';
import { areSameJobs, findExistingJobs } from './existingJobs.ts';
import type { Situation, Submission } from '../submission.ts';

/**
 * Reads what was submitted of a document, and the jobs that exist.
 * @throws NotReadyError when it is being submitted, or the history can't be read
 * @throws ApiError when nothing can be sent
 */
export async function readSituation(
  { prompts, history, jobLinks }: Pick<Services, 'history' | 'jobLinks'> & { readonly prompts: ProgressPrompts },
  submission: Submission,
  api: JobsApi,
): Promise<Situation> {
  const submissions = await recorded(async () => history.of(submission.uri));
  if (submissions.submitting !== undefined) throw new NotReadyError(submittingSentence(submissions.submitting));
  const existing = await findExistingJobs(prompts, submission, api);
  const linked = jobLinks.get(submission.uri, submission.connection);
  return { submissions, existing, last: lastSent(submissions, submission.connection), linked };
}

/** Whether nothing was accepted since then, and the same jobs still exist. */
export function isSameSituation(one: Situation, other: Situation): boolean {
  return one.last?.id === other.last?.id && areSameJobs(one.existing, other.existing);
}

function submittingSentence(submitting: NonNullable<DocumentSubmissions['submitting']>): string {
  return submitting === 'thisWindow'
    ? l10n.t('Not submitted: this document is already being submitted.')
    : l10n.t('Not submitted: another window is already submitting this document.');
}
