import * as l10n from '@vscode/l10n';
import type { Connection } from '../connections/connection.ts';
import type { OpenDocument } from '../editor/documents.ts';
import { jobRequest, type JobRequest } from '../preview/jobRequest.ts';
import type { Services } from '../services.ts';
import { readJobDocument } from '../submit/job.ts';
import { openJobDocument } from './openJobDocument.ts';

type RequestServices = Pick<Services, 'prompts' | 'connections' | 'openDocument'>;

/** Preview Request: shows what Submit Job would send, and sends nothing. */
export function previewRequest(
  services: RequestServices,
  show: (uri: string) => Promise<void>,
): (target?: unknown) => Promise<void> {
  return async (target) => {
    const found = await jobAndConnection(services, target);
    if (found) await show(found.document.uri);
  };
}

/**
 * Copies the request of a job in some form.
 * @param write the form
 * @param done what the status bar says then
 */
export function copyRequest(
  services: RequestServices,
  write: (request: JobRequest) => string,
  done: () => string,
): (target?: unknown) => Promise<void> {
  return async (target) => {
    const found = await jobAndConnection(services, target);
    if (found === undefined) return;
    // A shell cannot sign with access keys, so a command shows a token, whatever the user signed in with.
    await services.prompts.copy(write(await jobRequest(found.document.text, found.connection)));
    services.prompts.status(done());
  };
}

async function jobAndConnection(
  services: RequestServices,
  target: unknown,
): Promise<{ readonly document: OpenDocument; readonly connection: Connection } | undefined> {
  const document = await openJobDocument(services, target);
  if (document === undefined) return undefined;
  if (readJobDocument(document.text) === undefined) {
    await services.prompts.error(
      l10n.t('There is no request yet: the document must be JSON with a name and a type. The Problems view says more.'),
    );
    return undefined;
  }
  const connection = await services.connections.current(document.uri);
  return connection && { document, connection };
}
