import { redaction } from '../../redaction/redaction.ts';
import { isFoundAnywhere } from '../../redaction/secretForms.ts';
import { knownReferences, type KnownReferencesServices } from './knownReferences.ts';
import type { RemoteJob } from './readRemoteJob.ts';
import { takeRemote } from './takeRemote.ts';

/**
 * Returns the text of a document with the values of a job of the service. A secret that is repeated in one of them is masked.
 * @returns `undefined` where the document isn't JSON, but for comments
 */
export async function takenText(
  services: KnownReferencesServices,
  document: { readonly uri: string; readonly text: string },
  { reference, definition, secrets }: Pick<RemoteJob, 'reference' | 'definition' | 'secrets'>,
): Promise<string | undefined> {
  const known = await knownReferences(services, document, reference.connection);
  const long = [...secrets, ...known.secrets].filter(isFoundAnywhere);
  return takeRemote(document.text, definition, { lookUp: known.lookUp, redact: redaction(long) });
}
