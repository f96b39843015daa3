import * as l10n from '@vscode/l10n';
import { instanceKey } from '../../api/instanceAddress.ts';
import type { OpenDocument } from '../../editor/documents.ts';
import { NotReadyError } from '../../failures/notReadyError.ts';
import type { Services } from '../../services.ts';
import type { Attempt } from '../../state/submissionAttempts.ts';
import { prepareSubmission, type PrepareServices } from '../prepare.ts';
import { notReady, type NotReady, type Prepared } from './entry.ts';

/**
 * Checks several documents and fills in their references. Documents with jobs of the same name and type in the same
 * instance can't be submitted together: each would be a copy of the other.
 * @param attempts gets those that were started, which the caller ends
 * @returns `undefined` when the user cancels
 */
export async function prepareBatch(
  services: PrepareServices & Pick<Services, 'answers' | 'attempts'>,
  documents: readonly OpenDocument[],
  attempts: Attempt[],
): Promise<readonly (Prepared | NotReady)[] | undefined> {
  const entries: (Prepared | NotReady)[] = [];
  for (const document of documents) {
    const entry = await prepare(services, document, attempts);
    if (entry === undefined) return undefined;
    entries.push(entry);
  }
  return entries.map((entry) => withoutNamesakes(entry, entries));
}

async function prepare(
  services: PrepareServices & Pick<Services, 'answers' | 'attempts'>,
  document: OpenDocument,
  attempts: Attempt[],
): Promise<Prepared | NotReady | undefined> {
  const { uri, path, languageId } = document;
  if (languageId !== 'lfjob') return notReady(path, l10n.t('Not submitted: this isn’t a LakeFormation job.'));
  services.answers.clear(uri);
  const attempt = services.attempts.start(uri);
  attempts.push(attempt);
  try {
    const submission = await prepareSubmission(services, document, attempt);
    return submission && { kind: 'prepared', path, submission };
  } catch (error) {
    if (error instanceof NotReadyError) return notReady(path, error.message, error.isInProblems ? document : undefined);
    throw error;
  }
}

function withoutNamesakes(entry: Prepared | NotReady, entries: readonly (Prepared | NotReady)[]): Prepared | NotReady {
  if (entry.kind === 'notReady') return entry;
  const namesake = entries.find((other) => other !== entry && areNamesakes(entry, other));
  return namesake === undefined
    ? entry
    : notReady(entry.path, l10n.t('Not submitted: {0} has the same name and type.', namesake.path));
}

function areNamesakes({ submission }: Prepared, other: Prepared | NotReady): boolean {
  if (other.kind === 'notReady') return false;
  const keyOf = ({ job, connection }: Prepared['submission']): string =>
    JSON.stringify([instanceKey(connection), job.type, job.name]);
  return keyOf(submission) === keyOf(other.submission);
}
