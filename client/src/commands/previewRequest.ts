import * as l10n from '@vscode/l10n';
import type { OpenDocument } from '../editor/documents.ts';
import { jobRequest, type JobRequest } from '../preview/jobRequest.ts';
import { lookUpBasis, type LookUpServices } from '../preview/lookUpBasis.ts';
import { readJobDocument, type JobDocument } from '../submit/job.ts';
import { openJobDocument, type JobDocumentServices } from './openJobDocument.ts';

/** Preview Request: shows what Submit Job would send, and sends none of it. */
export function previewRequest(
  services: JobDocumentServices,
  show: (uri: string) => Promise<void>,
): (target?: unknown) => Promise<void> {
  return async (target) => {
    const found = await documentAndJob(services, target);
    if (found) await show(found.document.uri);
  };
}

/**
 * Copies the request of a job in some form. Reads first which jobs have its name and type, where the user is signed in.
 * @param write the form
 * @param done what the status bar shows then
 */
export function copyRequest(
  services: JobDocumentServices & LookUpServices,
  write: (request: JobRequest) => string,
  done: () => string,
): (target?: unknown) => Promise<void> {
  return async (target) => {
    const found = await documentAndJob(services, target);
    if (found === undefined) return;
    const { document, job } = found;
    const connection = services.connections.known(document.uri);
    const basis = await lookUpBasis(services, connection, job, services.prompts);
    if (basis.kind === 'failed' && basis.failure.kind === 'canceled') return;
    // A shell can't sign with access keys, so a command shows a token, whatever the user signed in with.
    await services.prompts.copy(write(await jobRequest(document.text, connection, { basis })));
    services.prompts.status(done());
  };
}

async function documentAndJob(
  services: JobDocumentServices,
  target: unknown,
): Promise<{ readonly document: OpenDocument; readonly job: JobDocument } | undefined> {
  const document = await openJobDocument(services, target);
  if (document === undefined) return undefined;
  const job = readJobDocument(document.text);
  if (job) return { document, job };
  await services.prompts.error(
    l10n.t(
      'Couldn’t preview the request: the document must be valid JSON with a name and a type. See the Problems view.',
    ),
  );
  return undefined;
}
