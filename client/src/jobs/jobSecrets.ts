import { referencesIn } from '../../../language/src/documents/reference.ts';
import type { Services } from '../services.ts';
import { readJobDocument } from '../submit/job.ts';
import type { JobReference } from '../watch/jobReference.ts';

/** The services that finding the secrets in what a job returns uses. */
export type JobSecretsServices = Pick<
  Services,
  'containingFolder' | 'jobLinks' | 'readDocument' | 'secrets' | 'variablePermissions' | 'variables'
>;

/**
 * Returns the secrets that may be in what the service returns about a job: all that are stored, those in the text of its
 * documents, and the environment variables that these may read.
 */
export async function jobSecrets(
  services: JobSecretsServices,
  { connection, id }: Pick<JobReference, 'connection' | 'id'>,
): Promise<readonly string[]> {
  const stored = await services.secrets.values();
  const documents = services.jobLinks.documentsOf(id, connection);
  const written = await Promise.all(documents.map(async (uri) => documentSecrets(services, uri)));
  return [...new Set([...stored, ...written.flat()])];
}

async function documentSecrets(
  { readDocument, containingFolder, variables, variablePermissions }: JobSecretsServices,
  uri: string,
): Promise<readonly string[]> {
  const text = await readDocument(uri);
  if (text === undefined) return [];
  const granted = variablePermissions.grantedIn(containingFolder(uri)?.uri ?? '');
  const values = referencesIn(text).flatMap(({ kind, name }) =>
    kind === 'env' && granted.has(name) ? [variables.get(name)] : [],
  );
  return [...(readJobDocument(text)?.secrets ?? []), ...values.filter((value) => value !== undefined)];
}
