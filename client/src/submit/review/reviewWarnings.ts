import * as l10n from '@vscode/l10n';
import { jsonValue } from '../../../../language/src/documents/parse.ts';
import { instanceOf } from '../../../../language/src/schema/block.ts';
import { placeholdersIn } from '../../../../language/src/schema/placeholders.ts';
import type { Job } from '../../api/types.ts';
import type { CheckedText } from '../../environment.ts';
import { quoted } from '../../failures/quoted.ts';
import type { JobLink } from '../../state/jobLinks.ts';
import type { ReviewedDestination } from '../../state/agreedDestinations.ts';
import { momentOf, type SubmissionRecord } from '../../state/submissionRecord.ts';
import { destinationLines } from './destinationLines.ts';
import { sharedSecretsLine } from './sharedSecretsLine.ts';
import { isUnderWay } from '../../watch/status.ts';
import type { ExistingJobs, Submission } from '../submission.ts';
import { joinNames } from '../../../../language/src/joining.ts';

/** As many warnings of the document are listed, each with as many characters. */
const mostWarnings = 3;
const longestWarning = 160;

/** These have a line of their own with more details. */
const ownLine: ReadonlySet<string> = new Set(['instance-mismatch', 'untouched-placeholder']);

/** What a review warns of. */
export interface Reviewed {
  readonly submission: Pick<
    Submission,
    'job' | 'text' | 'isUnsaved' | 'isToRun' | 'warnings' | 'connection' | 'bodyHash'
  >;
  /** Where the references of the document go. */
  readonly destinations: readonly ReviewedDestination[];
  readonly existing: ExistingJobs;
  /** The last submission of the document to the instance that wasn't refused. */
  readonly last: SubmissionRecord | undefined;
  /** The job in this instance that the document is known to be. */
  readonly linked?: JobLink | undefined;
  /** The job that would be updated. */
  readonly updated?: Job | undefined;
  /** What is missing in the instance, a line each. */
  readonly missing?: readonly string[];
}

/** Returns what may be wrong with a submission, a line each, what is most likely a mistake first. */
export function reviewWarnings(reviewed: Reviewed): string[] {
  const { submission, destinations, existing, last, updated, missing = [] } = reviewed;
  const lines = [
    instanceLine(submission),
    typeLine(reviewed),
    runningLine(updated),
    samplesLine(submission.job.body),
    ...lastLines(submission, existing, last),
    ...listLines(existing),
    ...missing,
    ...destinationLines(destinations.filter(({ isNew }) => isNew)),
    // A secret for development must not get into production unseen.
    submission.connection.production === true ? sharedSecretsLine(submission.job) : undefined,
    ...documentLines(submission.warnings),
    submission.isUnsaved ? l10n.t('The file isn’t saved.') : undefined,
  ];
  return lines.filter((line) => line !== undefined);
}

/** Whether a job names another instance than the one that it is sent to. */
export function isOtherInstance({ job, connection }: Pick<Submission, 'job' | 'connection'>): boolean {
  const { instance } = instanceOf(jsonValue(job.body));
  return instance !== undefined && instance !== connection.instanceId;
}

/** Whether the document is known to be a job of another type: an update can't change the type (UpdateJobByInstance). */
export function isOfOtherType({ submission, linked }: Pick<Reviewed, 'submission' | 'linked'>): boolean {
  return linked !== undefined && linked.type !== submission.job.type;
}

function typeLine(reviewed: Reviewed): string | undefined {
  const { submission, linked } = reviewed;
  if (linked === undefined || !isOfOtherType(reviewed)) return undefined;
  return l10n.t(
    '"type" is {0}, but the document’s job {1} is {2}. The type of a job can’t be changed, so this isn’t an update of that job.',
    submission.job.type,
    linked.id,
    quoted(linked.type, longestWarning),
  );
}

function runningLine(updated: Job | undefined): string | undefined {
  return isUnderWay(updated?.status)
    ? l10n.t('The job is running ({0}). How an update affects the run isn’t documented.', updated?.status ?? '')
    : undefined;
}

function instanceLine(submission: Reviewed['submission']): string | undefined {
  if (!isOtherInstance(submission)) return undefined;
  const { name, instanceId } = submission.connection;
  const { instance = '' } = instanceOf(jsonValue(submission.text));
  return l10n.t(
    '"instance_id" is {0}, but connection "{1}" is for {2}.',
    quoted(instance, longestWarning),
    name,
    instanceId,
  );
}

/**
 * Returns the line about the sample values of a job that nobody has replaced; `undefined` if there are none. Names only the
 * property and the part to be replaced, so that no secret in the rest of a value is shown.
 */
export function samplesLine(body: string): string | undefined {
  const samples = placeholdersIn(jsonValue(body)).map(({ path, part }) =>
    // An element of an array is named by the array.
    l10n.t('{0} ({1})', path.filter((segment) => typeof segment === 'string').at(-1) ?? '', part),
  );
  return samples.length === 0 ? undefined : l10n.t('Sample values not replaced: {0}', joinNames([...new Set(samples)]));
}

/** About a submission of the same text without its job in the list. */
function lastLines(
  { bodyHash }: Reviewed['submission'],
  existing: ExistingJobs,
  last: SubmissionRecord | undefined,
): string[] {
  if (last?.bodyHash !== bodyHash) return [];
  if (last.result !== 'accepted' && last.result !== 'found') {
    return [l10n.t('The same content was sent on {0}, and the outcome isn’t known.', momentOf(last))];
  }
  const isThere = existing?.jobs.some(({ id }) => id === last.jobId) ?? false;
  return isThere ? [] : [l10n.t('The same content was sent on {0} as job {1}.', momentOf(last), last.jobId ?? '')];
}

function listLines(existing: ExistingJobs): string[] {
  if (existing === undefined) {
    return [l10n.t('Couldn’t read the job list. A job with this name may exist.')];
  }
  return existing.isComplete
    ? []
    : [
        l10n.t(
          'Only part of the job list could be read (jobs read: {0}). Another job with this name may exist.',
          existing.read,
        ),
      ];
}

function documentLines(warnings: CheckedText['warnings']): string[] {
  const others = warnings.filter(({ code }) => !ownLine.has(code)).map(({ message }) => message);
  const lines = [...new Set(others)];
  const shown = lines.length > mostWarnings ? lines.slice(0, mostWarnings - 1) : lines;
  const rest = others.length - others.filter((message) => shown.includes(message)).length;
  return [
    ...shown.map((message) => quoted(message, longestWarning)),
    ...(rest > 0 ? [l10n.t('{0} more warnings in the document', rest)] : []),
  ];
}
