import * as l10n from '@vscode/l10n';
import type { OpenDocument } from '../editor/documents.ts';
import { misplacedReference } from '../secrets/resolve.ts';
import { readJobDocument, type JobDocument } from './job.ts';
import type { Services } from '../services.ts';

/**
 * Reads the job of a document and fills in its references.
 * @returns `undefined` when it can't be sent, after the user was told or canceled
 */
export async function resolveJob(
  { prompts, fillIn }: Pick<Services, 'prompts' | 'fillIn'>,
  { text, uri }: Pick<OpenDocument, 'text' | 'uri'>,
): Promise<JobDocument | undefined> {
  const job = readJobDocument(text);
  if (job === undefined) {
    void prompts.error(l10n.t('This is no job: it needs a name and a type. Nothing was sent.'));
    return undefined;
  }
  const misplaced = misplacedReference(text);
  if (misplaced) {
    void prompts.error(
      l10n.t(
        'Not submitted: "{0}" can’t have a reference ({1}), because it is shown and logged before you confirm. Enter its value.',
        misplaced.property,
        misplaced.reference,
      ),
    );
    return undefined;
  }
  const filledIn = await fillIn(text, uri);
  const filledJob = filledIn && readJobDocument(filledIn.body);
  if (filledIn === undefined || filledJob === undefined) return undefined;
  const { references, secrets } = filledIn;
  return { ...filledJob, references, secrets: [...new Set([...filledJob.secrets, ...secrets])] };
}
