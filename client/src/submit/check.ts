import * as l10n from '@vscode/l10n';
import type { OpenDocument } from '../documents.ts';
import { readJobDocument, type JobDocument } from './job.ts';
import type { SubmitJobPorts } from './ports.ts';

/** The job in a document without errors; else shows where the errors are. */
export async function checkedJob(
  { prompts, countErrors }: SubmitJobPorts,
  document: OpenDocument,
): Promise<JobDocument | undefined> {
  const errors = await countErrors(document.text);
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
  const [reference] = job?.references ?? [];
  if (reference !== undefined) {
    void prompts.error(
      l10n.t(
        'The job refers to {0}, which this version cannot fill in yet. Nothing was sent: write the value to submit it.',
        reference,
      ),
    );
    return undefined;
  }
  return job;
}
