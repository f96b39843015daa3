import * as l10n from '@vscode/l10n';
import { jsonValue } from '../../../language/src/documents/parse.ts';
import { isObject } from '../../../language/src/documents/value.ts';
import type { OpenDocument } from '../editor/documents.ts';
import { findJob, type DocumentJobServices } from '../jobs/documentJob.ts';
import { remoteJobScheme } from '../jobs/remote/remoteJobScheme.ts';
import type { JobReference } from '../watch/jobReference.ts';
import type { Services } from '../services.ts';
import { openJobDocument, type JobDocumentServices } from './openJobDocument.ts';

/** The services that finding the job of a command uses. */
export type JobOfServices = DocumentJobServices & JobDocumentServices & Pick<Services, 'usableConnections'>;

/** A job as a view passes it to a command: its connection by name. */
export interface JobArgument {
  readonly connection: string;
  readonly id: string;
  readonly name: string;
  readonly type: string;
}

/** Returns a job as an argument for a command. */
export function jobArgument({ connection, id, name, type }: JobReference): JobArgument {
  return { connection: connection.name, id, name, type };
}

/**
 * Returns the job that a command is about: the one that a view passes, or that of a document, or of the active one.
 * @returns `undefined` when there is none or the user cancels, after telling the user
 */
export async function jobOf(services: JobOfServices, target: unknown): Promise<JobReference | undefined> {
  const argument = readJobArgument(target);
  if (argument) return referenceOf(services, argument);
  const document = await openJobDocument(services, target);
  if (document === undefined) return undefined;
  const shown = jobShownIn(document);
  return shown ? referenceOf(services, shown) : findJob(services, document);
}

/** Returns the job that a read-only document of the service's job is about; `undefined` for another document. */
export function jobShownIn({ uri }: Pick<OpenDocument, 'uri'>): JobArgument | undefined {
  if (!uri.startsWith(`${remoteJobScheme}:`)) return undefined;
  return readJobArgument(jsonValue(decodeURIComponent(new URL(uri).search.slice(1))));
}

/** Returns the job that a view passes to a command; `undefined` for anything else, such as a document's URI. */
export function readJobArgument(value: unknown): JobArgument | undefined {
  if (!isObject(value)) return undefined;
  const { connection, id, name, type } = value;
  const texts = [connection, id, name, type];
  return texts.every((text) => typeof text === 'string')
    ? { connection: String(connection), id: String(id), name: String(name), type: String(type) }
    : undefined;
}

/** Returns the job of an argument; `undefined` when its connection can’t be used, after telling the user. */
export async function referenceOf(
  { usableConnections, prompts }: Pick<Services, 'prompts' | 'usableConnections'>,
  { connection: wanted, id, name, type }: JobArgument,
): Promise<JobReference | undefined> {
  const connection = usableConnections().find((one) => one.name === wanted);
  if (connection) return { connection, id, name, type };
  await prompts.error(l10n.t('Connection "{0}" was removed or can’t be used.', wanted));
  return undefined;
}
