import * as l10n from '@vscode/l10n';
import type { OpenDocument } from '../editor/documents.ts';
import { refersToSecret } from '../secrets/resolve.ts';
import { readJobDocument, type JobDocument } from './job.ts';
import type { SubmitJobPorts } from './ports.ts';

/** The job in a document without errors, with its references filled in; else shows where the errors are, or asks. */
export async function checkedJob(
  { prompts, countErrors, fillIn }: SubmitJobPorts,
  document: OpenDocument,
): Promise<JobDocument | undefined> {
  const errors = await countErrors(document.text, document.uri);
  if (errors === undefined) {
    void prompts.error(
      l10n.t(
        'The job was not checked, because the language server does not run, so it was not sent. Run Developer: Reload Window; the output channel LakeFormation Jobs Language Server may say more.',
      ),
    );
    return undefined;
  }
  if (errors > 0) {
    await document.show();
    await prompts.showProblems();
    void prompts.error(
      errors === 1
        ? l10n.t('The job has an error and was not sent. Mend it: the Problems view shows where.')
        : l10n.t('The job has {0} errors and was not sent. Mend them: the Problems view shows where.', errors),
    );
    return undefined;
  }
  const job = readJobDocument(document.text);
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
  const filledIn = await fillIn(document.text);
  const filledJob = filledIn && readJobDocument(filledIn.body);
  if (filledIn === undefined || filledJob === undefined) return undefined;
  const { references, secrets } = filledIn;
  return { ...filledJob, references, secrets: [...new Set([...filledJob.secrets, ...secrets])] };
}
