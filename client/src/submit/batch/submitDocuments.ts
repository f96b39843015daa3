import type { OpenDocument } from '../../editor/documents.ts';
import type { SubmitServices } from '../submit.ts';
import type { Services } from '../../services.ts';
import { isChange, type NotReady, type Prepared } from './entry.ts';
import { planBatch } from './planBatch.ts';
import { prepareBatch } from './prepareBatch.ts';
import { reportBatch } from './reportBatch.ts';
import { reviewBatch } from './batchReview.ts';
import { sendBatch } from './sendBatch.ts';

/** The services that submitting several documents uses. */
export type BatchServices = SubmitServices & Pick<Services, 'showTable'>;

/**
 * Submits the jobs of several documents: checks them all, compares them with the service, asks once, sends each once, and
 * reports once.
 */
export async function submitDocuments(services: BatchServices, documents: readonly OpenDocument[]): Promise<void> {
  const prepared = await prepareBatch(services, documents);
  if (prepared === undefined) return;
  try {
    await reviewAndSend(services, prepared);
  } finally {
    for (const entry of prepared) if (entry.kind === 'prepared') entry.submission.attempt.end();
  }
}

async function reviewAndSend(services: BatchServices, prepared: readonly (Prepared | NotReady)[]): Promise<void> {
  const entries = await planBatch(services, prepared);
  if (entries === undefined) return;
  const changes = entries.filter(isChange);
  if (changes.length > 0 && !(await reviewBatch(services, entries))) return;
  await reportBatch(services, entries, await sendBatch(services, changes));
}
