import { parse } from '../../../language/src/documents/parse.ts';
import { destinationsIn } from '../../../language/src/secrets/destinations.ts';
import { sha256 } from '../api/signing.ts';
import type { OpenDocument } from '../editor/documents.ts';
import type { Services } from '../services.ts';
import type { Attempt } from '../state/submissionAttempts.ts';
import { checkDocument } from './check.ts';
import { requireJob, resolveJob } from './resolve.ts';
import type { Submission } from './submission.ts';

/** The services that preparing uses. */
export type PrepareServices = Pick<Services, 'checkText' | 'connections' | 'fillIn'>;

/**
 * Checks a document, finds its connection, and fills in its references. Sends nothing.
 * @param isToRun whether the job is to be started after that
 * @returns `undefined` when the user cancels
 * @throws NotReadyError
 */
export async function prepareSubmission(
  services: PrepareServices,
  document: OpenDocument,
  attempt: Attempt,
  isToRun = false,
): Promise<Submission | undefined> {
  const { uri, text, isUnsaved } = document;
  const warnings = await checkDocument(services, document);
  requireJob(text);
  // A connection may have secrets of its own.
  const connection = await services.connections.current(uri);
  const job = connection && (await resolveJob(services, document, connection));
  if (connection === undefined || job === undefined) return undefined;
  const destinations = destinationsIn(parse(text, Infinity));
  const bodyHash = await sha256(text);
  return { job, uri, text, bodyHash, isUnsaved, warnings, connection, attempt, isToRun, destinations };
}
