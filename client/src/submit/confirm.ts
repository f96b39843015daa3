import * as l10n from '@vscode/l10n';
import type { JobsApi } from '../api/jobs.ts';
import type { Job } from '../api/types.ts';
import { destinationLines } from './destinationLines.ts';
import { needsConfirmation } from './needsConfirmation.ts';
import { areSameJobs, findExistingJobs } from './existingJobs.ts';
import { samplesLine } from './samplesLine.ts';
import type { ReviewedDestination } from '../state/agreedDestinations.ts';
import { lastSent, type DocumentSubmissions } from '../state/submissionHistory.ts';
import type { SubmissionRecord } from '../state/submissionRecord.ts';
import type { Services } from '../services.ts';
import type { Action, Decision, ExistingJobs, Submission } from './submission.ts';

/** How long an answer of the user holds, in milliseconds. After that, the existing jobs are read again. */
const answerHolds = 30_000;

/**
 * Reads what was submitted of the document and the jobs that exist, and asks what to do, until the answer is about what there
 * is now.
 * @param previous an earlier decision; it holds where nothing was accepted since then, and the same jobs still exist
 * @returns `undefined` when the user cancels or has submitted the document again, and, after the user was told, when it is
 *   being submitted already
 * @throws ApiError when nothing can be sent
 * @throws HistoryError
 */
export async function decide(
  services: Pick<Services, 'prompts' | 'agreedDestinations' | 'confirmSetting' | 'history' | 'now'>,
  submission: Submission,
  api: JobsApi,
  previous: Decision | undefined,
): Promise<Decision | undefined> {
  let decision = previous;
  for (;;) {
    const submissions = await services.history.of(submission.uri);
    if (submission.attempt.isOvertaken()) return undefined;
    if (submissions.submitting !== undefined) {
      void services.prompts.info(submittingSentence(submissions.submitting));
      return undefined;
    }
    const existing = await findExistingJobs(services.prompts, submission, api);
    const last = lastSent(submissions, submission.connection);
    if (decision && decision.last?.id === last?.id && areSameJobs(decision.existing, existing))
      return { ...decision, existing, submissions };
    if (submission.attempt.isOvertaken()) return undefined;
    const askedAt = services.now();
    const destinations = await services.agreedDestinations.review(submission.connection, submission.destinations);
    const action = await confirm(services, { ...submission, destinations }, existing, last);
    if (action === undefined) return undefined;
    await services.agreedDestinations.agree(submission.connection, destinations);
    decision = { action, existing, submissions, last };
    if (services.now() - askedAt <= answerHolds) return decision;
  }
}

function submittingSentence(submitting: NonNullable<DocumentSubmissions['submitting']>): string {
  return submitting === 'thisWindow'
    ? l10n.t('Not submitted: this document is already being submitted.')
    : l10n.t('Not submitted: another window is already submitting this document.');
}

/** A submission, and which of its destinations are new. */
type ReviewedSubmission = Omit<Submission, 'destinations'> & { readonly destinations: readonly ReviewedDestination[] };

/**
 * Asks before a job is sent: what goes where. Where jobs of this name exist, asks which one is meant; where the instance
 * already has this very text, asks whether to send it again.
 * @param last the last submission of this document to this instance that wasn't refused
 * @returns what to do; `undefined` when the user cancels
 */
async function confirm(
  { prompts, confirmSetting }: Pick<Services, 'prompts' | 'confirmSetting'>,
  submission: ReviewedSubmission,
  existing: ExistingJobs,
  last: SubmissionRecord | undefined,
): Promise<Action | undefined> {
  const { job, connection, destinations } = submission;
  const isWarning = connection.production === true || destinations.some(({ before }) => before !== undefined);
  const unchanged = last?.bodyHash === submission.bodyHash ? last : undefined;
  const samples = samplesLine(job.body);
  const detail = details(submission, samples, existing, unchanged);
  if (existing !== undefined && existing.jobs.length > 0) {
    const [update, another] = [l10n.t('Update It'), l10n.t('Submit Another')];
    const message =
      connection.production === true
        ? l10n.t(
            'The production connection {1} has a job "{0}" already. Update it, or submit another?',
            job.name,
            connection.name,
          )
        : l10n.t('{1} has a job "{0}" already. Update it, or submit another?', job.name, connection.name);
    const chosen = await prompts.choose({ message, detail, actions: [update, another], isWarning });
    if (chosen === another) return { kind: 'create' };
    const updated = chosen === update ? await oneOf(existing.jobs, prompts, job.name) : undefined;
    return updated && { kind: 'update', job: updated };
  }
  const asked = { ...submission, hasSamples: samples !== undefined };
  if (!needsConfirmation(confirmSetting(), asked, existing, last)) return { kind: 'create' };
  const question = unchanged ? questionAgain(submission) : questionOnce(submission);
  return (await prompts.confirm({ ...question, detail, isWarning })) ? { kind: 'create' } : undefined;
}

interface Question {
  readonly message: string;
  readonly action: string;
}

function questionOnce({ job, connection }: ReviewedSubmission): Question {
  return connection.production === true
    ? {
        message: l10n.t('Submit job "{0}" to the production connection {1}?', job.name, connection.name),
        action: l10n.t('Submit to {0}', connection.name),
      }
    : { message: l10n.t('Submit job "{0}" to {1}?', job.name, connection.name), action: l10n.t('Submit') };
}

function questionAgain({ job, connection }: ReviewedSubmission): Question {
  const names = [job.name, connection.name];
  return {
    message:
      connection.production === true
        ? l10n.t(
            'Job "{0}" was submitted to the production connection {1} unchanged before. Submit it again?',
            ...names,
          )
        : l10n.t('Job "{0}" was submitted to {1} unchanged before. Submit it again?', ...names),
    action: l10n.t('Submit Again'),
  };
}

async function oneOf(jobs: readonly Job[], prompts: Services['prompts'], name: string): Promise<Job | undefined> {
  if (jobs.length === 1) return jobs[0];
  return prompts.pick(
    jobs.map((job) => ({
      label: job.id,
      ...(job.status !== undefined && { description: job.status }),
      value: job,
    })),
    { title: l10n.t('Update job "{0}"', name), placeholder: l10n.t('Which of the jobs of this name?') },
  );
}

function details(
  { job, connection, destinations }: ReviewedSubmission,
  samples: string | undefined,
  existing: ExistingJobs,
  unchanged: SubmissionRecord | undefined,
): string {
  const lines = [
    l10n.t('Type: {0}', job.type),
    l10n.t('Connection: {0} ({1})', connection.name, connection.endpoint),
    l10n.t('Project: {0}', connection.projectId),
    l10n.t('Instance: {0}', connection.instanceId),
    ...destinationLines(destinations),
    samples,
    existing === undefined
      ? l10n.t('The job list cannot be read, so whether a job of this name exists is not known.')
      : undefined,
    existing?.isComplete === false
      ? l10n.t(
          'The job list can be read only in part (jobs read: {0}), so whether another job of this name exists is not known.',
          existing.read,
        )
      : undefined,
    ...(existing?.jobs ?? []).map(({ id, status }) =>
      status === undefined ? l10n.t('Exists: id {0}', id) : l10n.t('Exists: id {0}, status {1}', id, status),
    ),
    unchanged && unchangedSentence(unchanged),
  ];
  return lines.filter((line) => line !== undefined).join('\n');
}

function unchangedSentence(record: SubmissionRecord): string {
  return record.result === 'accepted' || record.result === 'found'
    ? l10n.t('Unchanged since {0}: it became job {1}.', momentOf(record), record.jobId ?? '')
    : l10n.t('Unchanged since {0}: it was sent then, and what became of it is not known.', momentOf(record));
}

/** When something was sent, as the user writes dates. */
export function momentOf({ sentAt }: Pick<SubmissionRecord, 'sentAt'>): string {
  return new Date(sentAt).toLocaleString();
}
