import * as l10n from '@vscode/l10n';
import type { Connection } from '../connections/connection.ts';
import type { OpenDocument } from '../editor/documents.ts';
import { NotReadyError } from '../failures/notReadyError.ts';
import { misplacedReference } from '../secrets/resolve.ts';
import { readJobDocument, type JobDocument } from './job.ts';
import type { Services } from '../services.ts';

/**
 * Checks that a document has a job, and references only where they can be.
 * @throws NotReadyError
 */
export function requireJob(text: string): void {
  const job = readJobDocument(text);
  if (job === undefined) {
    throw new NotReadyError(l10n.t('Not submitted: the job must have a name and a type.'));
  }
  const misplaced = misplacedReference(text);
  if (misplaced) {
    throw new NotReadyError(
      l10n.t(
        'Not submitted: "{0}" can’t have a reference ({1}), because it’s shown and logged before you confirm. Enter its value.',
        misplaced.property,
        misplaced.reference,
      ),
    );
  }
}

/**
 * Reads the job of a document and fills in its references.
 * @returns `undefined` when the user cancels
 * @throws NotReadyError
 */
export async function resolveJob(
  { fillIn }: Pick<Services, 'fillIn'>,
  { text, uri }: Pick<OpenDocument, 'text' | 'uri'>,
  { name: connection }: Connection,
): Promise<JobDocument | undefined> {
  const filledIn = await fillIn(text, { uri, connection });
  const filledJob = filledIn && readJobDocument(filledIn.body);
  if (filledIn === undefined || filledJob === undefined) return undefined;
  const { references, secrets, sharedSecrets } = filledIn;
  return { ...filledJob, references, sharedSecrets, secrets: [...new Set([...filledJob.secrets, ...secrets])] };
}
