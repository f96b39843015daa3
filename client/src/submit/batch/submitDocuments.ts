import type { OpenDocument } from '../../editor/documents.ts';
import type { SubmitServices } from '../submit.ts';
import type { Services } from '../../services.ts';
import type { Attempt } from '../../state/submissionAttempts.ts';
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
  const attempts: Attempt[] = [];
  try {
    const prepared = await prepareBatch(services, documents, attempts);
    if (prepared) await reviewAndSend(services, prepared);
  } finally {
    for (const attempt of attempts) attempt.end();
  }
}

async function reviewAndSend(services: BatchServices, prepared: readonly (Prepared | NotReady)[]): Promise<void> {
  const entries = await planBatch(services, prepared);
  if (entries === undefined) return;
  const changes = entries.filter(isChange);
  if (changes.length > 0 && !(await reviewBatch(services, entries))) return;
  await reportBatch(services, entries, await sendBatch(services, changes));
}
