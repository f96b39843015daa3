import * as l10n from '@vscode/l10n';
import { secretsOf } from '../api/credential.ts';
import { quoted } from '../failures/quoted.ts';
import { knownJob } from '../jobs/documentJob.ts';
import { jobSecrets, type JobSecretsServices } from '../jobs/jobSecrets.ts';
import { readRemoteJob, type ReadRemoteJobServices, type RemoteJob } from '../jobs/remote/readRemoteJob.ts';
import { takenText } from '../jobs/remote/takenText.ts';
import type { KnownReferencesServices } from '../jobs/remote/knownReferences.ts';
import type { OpenDocument } from '../editor/documents.ts';
import type { Services } from '../services.ts';
import { documentAndJob, type DocumentAndJobServices } from './documentAndJob.ts';
import { requireTrust } from './requireTrust.ts';

/** A job of the service beside its document. */
export interface Comparison {
  /** The document. */
  readonly uri: string;
  readonly title: string;
  /** The job, written as in the document. */
  readonly remote: string;
}

/** The services that comparing uses. */
export interface ComparingServices
  extends ReadRemoteJobServices, DocumentAndJobServices, KnownReferencesServices, Pick<Services, 'isTrusted'> {
  readonly showComparison: (comparison: Comparison) => Promise<void>;
  /** Shows another version of the job in a comparison that is open. */
  readonly updateComparison: (comparison: Pick<Comparison, 'uri' | 'remote'>) => void;
}

/** The services that refreshing a comparison uses. */
export type RefreshServices = Pick<ComparingServices, 'updateComparison'> &
  KnownReferencesServices &
  JobSecretsServices &
  Pick<Services, 'connections' | 'history' | 'jobLinks' | 'jobRunsApi' | 'openDocument' | 'storedCredential'>;

/** A document, a job, and the document with the job's values. */
export interface Compared {
  readonly document: OpenDocument;
  readonly remote: RemoteJob;
  readonly taken: string;
}

/** As much of a name is shown, in characters. */
const longestName = 50;

/** Compare with Job: shows the job of the service beside its document, written as in the document. */
export function compareJob(services: ComparingServices): (target?: unknown) => Promise<void> {
  return async (target) => {
    const compared = await readCompared(services, target);
    if (compared === undefined) return;
    const { document, remote, taken } = compared;
    services.updateComparison({ uri: document.uri, remote: taken });
    if (taken === document.text) {
      await tellUnchanged(services, remote);
      return;
    }
    const name = document.path.slice(document.path.lastIndexOf('/') + 1);
    const title = l10n.t('{0} in {1} ↔ {2}', shownName(remote), remote.reference.connection.name, name);
    await services.showComparison({ uri: document.uri, title, remote: taken });
  };
}

/**
 * Reads the job of a document, and compares them.
 * @returns `undefined` when that isn't possible or the user cancels, after telling the user
 */
export async function readCompared(services: ComparingServices, target: unknown): Promise<Compared | undefined> {
  if (!(await requireTrust(services, 'other'))) return undefined;
  const found = await documentAndJob(services, target);
  const remote = found && (await readRemoteJob(services, found.reference));
  // It may have changed while the job was read.
  const document = remote && (await services.openDocument(found.document.uri));
  const taken = document && (await takenText(services, document, remote));
  if (document && taken === undefined) {
    await services.prompts.error(l10n.t('Couldn’t compare: the document isn’t valid JSON. See the Problems view.'));
  }
  return document && taken !== undefined ? { document, remote, taken } : undefined;
}

/** Shows the job that a compared document has been submitted as, as the service has it now. Asks nothing, and shows no message. */
export async function refreshComparison(services: RefreshServices, uri: string): Promise<void> {
  const { connections, storedCredential, jobRunsApi, openDocument } = services;
  const [connection, document] = [connections.known(uri), await openDocument(uri)];
  const reference = connection && document && (await knownJob(services, document, connection));
  const credential = connection && (await storedCredential(connection));
  if (reference === undefined || credential === undefined || document === undefined) return;
  const api = jobRunsApi(reference.connection, credential);
  const shown = await api.shown(reference.id, { signal: new AbortController().signal });
  const secrets = [...secretsOf(credential), ...(await jobSecrets(services, reference))];
  const remote = await takenText(services, document, { ...shown, reference, secrets });
  if (remote !== undefined) services.updateComparison({ uri, remote });
}

/** Reports that a document has the values of its job. */
export async function tellUnchanged({ prompts }: Pick<Services, 'prompts'>, remote: RemoteJob): Promise<void> {
  const { connection } = remote.reference;
  await prompts.info(l10n.t('"{0}" in {1} matches the document.', shownName(remote), connection.name));
}

/** Returns a job's name for a message. */
export function shownName({ reference }: RemoteJob): string {
  return quoted(reference.name, longestName);
}
