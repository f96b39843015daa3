import * as l10n from '@vscode/l10n';
import { refersToSecret } from '../secrets/resolve.ts';
import { readJobDocument, type JobDocument } from './job.ts';
import type { Services } from '../services.ts';

/**
 * Reads the job of a document's text and fills in its references.
 * @returns `undefined` when it can't be sent, after the user was told or canceled
 */
export async function resolveJob(
  { prompts, fillIn }: Pick<Services, 'prompts' | 'fillIn'>,
  text: string,
): Promise<JobDocument | undefined> {
  const job = readJobDocument(text);
  if (job === undefined) {
    void prompts.error(l10n.t('This is no job: it needs a name and a type. Nothing was sent.'));
    return undefined;
  }
  const shown = [job.name, job.type].find(refersToSecret);
  if (shown !== undefined) {
    void prompts.error(
      l10n.t(
        'The name of a job is shown and logged, so it cannot be a secret: {0}. Nothing was sent. Write it as it is, or use {1}.',
        shown,
        '${env:NAME}',
      ),
    );
    return undefined;
  }
  const filledIn = await fillIn(text);
  const filledJob = filledIn && readJobDocument(filledIn.body);
  if (filledIn === undefined || filledJob === undefined) return undefined;
  const { references, secrets } = filledIn;
  return { ...filledJob, references, secrets: [...new Set([...filledJob.secrets, ...secrets])] };
}
