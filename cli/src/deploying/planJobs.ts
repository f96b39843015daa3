import * as l10n from '@vscode/l10n';
import type { OpenDocument } from '../../../client/src/editor/documents.ts';
import type { Attempt } from '../../../client/src/state/submissionAttempts.ts';
import type { Entry } from '../../../client/src/submit/batch/entry.ts';
import { planBatch } from '../../../client/src/submit/batch/planBatch.ts';
import { prepareBatch } from '../../../client/src/submit/batch/prepareBatch.ts';
import type { Arguments } from '../arguments/readArguments.ts';
import { Failure } from '../failure.ts';
import { findJobs } from '../files/findJobs.ts';
import type { Host } from '../host.ts';
import { commandLineServices, type CommandLineServices } from '../services/commandLineServices.ts';
import { readDocuments } from './documents.ts';

/** Jobs in files, and what submitting them would do. */
export interface PlannedJobs extends CommandLineServices {
  readonly documents: readonly OpenDocument[];
  /** In the order of the documents. */
  readonly entries: readonly Entry[];
}

/**
 * Compares the jobs of the operands with those of the instance. Sends nothing.
 * @param use what is done with them; nobody else submits the files until it has ended
 * @throws Failure if that isn't possible
 */
export async function withPlannedJobs<T>(
  host: Host,
  given: Arguments,
  use: (planned: PlannedJobs) => Promise<T>,
): Promise<T> {
  const jobs = await findJobs(given.operands, host.cwd);
  const documents = await readDocuments(jobs);
  const commandLine = await commandLineServices(given, host, jobs);
  const attempts: Attempt[] = [];
  try {
    const prepared = await prepareBatch(commandLine.services, documents, attempts);
    const entries = prepared && (await planBatch(commandLine.services, prepared));
    if (entries === undefined) throw new Failure(l10n.t('Nothing was submitted.'));
    return await use({ ...commandLine, documents, entries });
  } finally {
    for (const attempt of attempts) attempt.end();
  }
}
