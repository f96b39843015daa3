import type { OpenDocument } from '../editor/documents.ts';
import type { ChangeServices } from '../jobs/change/changeRequest.ts';
import { startJob } from '../jobs/change/startJob.ts';
import type { FollowServices } from '../jobs/followRun.ts';
import type { Services } from '../services.ts';
import { submitDocuments, type BatchServices } from '../submit/batch/submitDocuments.ts';
import { submitDocument, type SubmitServices } from '../submit/submit.ts';
import { openJobDocument, type JobDocumentServices } from './openJobDocument.ts';
import { requireTrust } from './requireTrust.ts';

/** Submit Job: submits the job of a document, or of the active one, or all that are selected in the Explorer. */
export function submitJob(
  services: BatchServices & JobDocumentServices & Pick<Services, 'isTrusted'>,
): (target?: unknown, selected?: unknown) => Promise<void> {
  return async (target, selected) => {
    if (!(await requireTrust(services))) return;
    if (Array.isArray(selected) && selected.length > 1) {
      await submitDocuments(services, await openAll(services, selected));
      return;
    }
    const document = await openJobDocument(services, target);
    if (document) await submitDocument(services, document);
  };
}

/** Submit and Run: submits the job of a document, then starts it and follows its run. */
export function submitAndRun(
  services: SubmitServices & ChangeServices & FollowServices & JobDocumentServices & Pick<Services, 'isTrusted'>,
): (target?: unknown) => Promise<void> {
  return async (target) => {
    if (!(await requireTrust(services))) return;
    const document = await openJobDocument(services, target);
    if (document) await submitDocument(services, document, async (job) => startJob(services, job, true));
  };
}

async function openAll(
  { openDocument }: Pick<Services, 'openDocument'>,
  selected: readonly unknown[],
): Promise<readonly OpenDocument[]> {
  const documents: OpenDocument[] = [];
  for (const target of selected) {
    // A folder can't be opened.
    const document = await openDocument(target).catch(() => undefined);
    if (document) documents.push(document);
  }
  return documents;
}
