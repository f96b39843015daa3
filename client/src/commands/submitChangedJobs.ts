import * as l10n from '@vscode/l10n';
import { sha256 } from '../api/signing.ts';
import type { OpenDocument } from '../editor/documents.ts';
import { NotReadyError } from '../failures/notReadyError.ts';
import type { Services } from '../services.ts';
import { lastSent } from '../state/submissionHistory.ts';
import { submitDocuments, type BatchServices } from '../submit/batch/submitDocuments.ts';
import { recorded } from '../submit/recorded.ts';
import { requireTrust } from './requireTrust.ts';

/** The services that the command uses. */
export type SubmitChangedServices = BatchServices & Pick<Services, 'isTrusted' | 'jobFiles'>;

/**
 * Submit Changed Jobs: submits the jobs of the workspace that have changed since they were submitted to their connection, and
 * those that never were.
 */
export function submitChangedJobs(services: SubmitChangedServices): () => Promise<void> {
  return async () => {
    if (!(await requireTrust(services))) return;
    try {
      await submitChanged(services);
    } catch (error) {
      if (!(error instanceof NotReadyError)) throw error;
      await services.prompts.error(error.message);
    }
  };
}

async function submitChanged(services: SubmitChangedServices): Promise<void> {
  const files = await services.jobFiles();
  if (files.length === 0) {
    await services.prompts.info(l10n.t('The workspace has no .lfjob.json files.'));
    return;
  }
  const changed: OpenDocument[] = [];
  for (const file of files) {
    const connection = await services.connections.current(file.uri);
    if (connection === undefined) return;
    const last = lastSent(await recorded(async () => services.history.of(file.uri)), connection);
    if (last?.bodyHash !== (await sha256(file.text))) changed.push(file);
  }
  if (changed.length > 0) {
    await submitDocuments(services, changed);
    return;
  }
  await services.prompts.info(l10n.t('Nothing to do: no job has changed since it was submitted.'));
}
