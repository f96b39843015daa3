import { resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { findJob as findJobOfDocument } from '../../../client/src/jobs/documentJob.ts';
import type { JobReference } from '../../../client/src/watch/jobReference.ts';
import type { Arguments } from '../arguments/readArguments.ts';
import { readDocument } from '../deploying/documents.ts';
import { Failure } from '../failure.ts';
import type { ExitCode, Host } from '../host.ts';
import { commandLineServices, type CommandLineServices } from '../services/commandLineServices.ts';
import { readFromService } from './readFromService.ts';

/** A job of the instance, and what a command works on it with. */
export interface FoundJob extends CommandLineServices {
  readonly job: JobReference;
}

/**
 * Finds the job of a file, by its name and type, or the one with the ID of `--id`, and uses it.
 * @returns 2 where there is none, after telling the user
 * @throws Failure
 */
export async function withJob(
  unmasked: Host,
  given: Arguments,
  use: (found: FoundJob) => Promise<ExitCode>,
): Promise<ExitCode> {
  const [file] = given.operands;
  const id = given.valueOf('id');
  if (file === undefined && id === undefined) {
    throw new Failure(l10n.t('Enter the file of a job, or its ID with "{0}".', '--id'));
  }
  if (file !== undefined && id !== undefined) throw new Failure(l10n.t('"{0}" can’t be combined with files.', '--id'));
  const document = file === undefined ? undefined : await readDocument(resolve(unmasked.cwd, file), file);
  const commandLine = await commandLineServices(given, unmasked);
  const job = document
    ? await findJobOfDocument(commandLine.services, document)
    : await jobWithId(commandLine, id ?? '');
  return job === undefined ? 2 : use({ ...commandLine, job });
}

async function jobWithId(commandLine: CommandLineServices, id: string): Promise<JobReference | undefined> {
  const { services, connection } = commandLine;
  const secrets = await services.secrets.values();
  const job = await readFromService(commandLine, l10n.t('Reading job "{0}"…', id), async (credential, retry) =>
    services.jobRunsApi(connection, credential, secrets).job(id, retry),
  );
  return job && { connection, id, name: job.name ?? id, type: job.type ?? '' };
}
