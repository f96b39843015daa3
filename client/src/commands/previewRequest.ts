import * as l10n from '@vscode/l10n';
import type { ConnectionChoice } from '../connections/choice.ts';
import type { Connection } from '../connections/connection.ts';
import type { OpenDocument } from '../editor/documents.ts';
import { jobRequest, type JobRequest } from '../preview/jobRequest.ts';
import type { Prompts } from '../prompts/prompts.ts';
import { readJobDocument } from '../submit/job.ts';

/** What the commands about a job's request need of the world. */
export interface RequestPorts {
  readonly prompts: Prompts;
  readonly connections: ConnectionChoice;
  readonly openDocument: (target: unknown) => Promise<OpenDocument | undefined>;
}

/** Preview Request: shows what Submit Job would send, and sends nothing. */
export function previewRequest(
  ports: RequestPorts,
  show: (uri: string) => Promise<void>,
): (target?: unknown) => Promise<void> {
  return async (target) => {
    const found = await jobAndConnection(ports, target);
    if (found) await show(found.document.uri);
  };
}

/**
 * Copies the request of a job in some form.
 * @param write the form
 * @param done what the status bar says then
 */
export function copyRequest(
  ports: RequestPorts,
  write: (request: JobRequest) => string,
  done: () => string,
): (target?: unknown) => Promise<void> {
  return async (target) => {
    const found = await jobAndConnection(ports, target);
    if (found === undefined) return;
    // A shell cannot sign with access keys, so a command shows a token, whatever the user signed in with.
    await ports.prompts.copy(write(await jobRequest(found.document.text, found.connection)));
    ports.prompts.status(done());
  };
}

async function jobAndConnection(
  { prompts, connections, openDocument }: RequestPorts,
  target: unknown,
): Promise<{ readonly document: OpenDocument; readonly connection: Connection } | undefined> {
  const document = await openDocument(target);
  if (document?.languageId !== 'lfjob') {
    await prompts.error(l10n.t('This is no LakeFormation job. Open a file whose name ends in .lfjob.json.'));
    return undefined;
  }
  if (readJobDocument(document.text) === undefined) {
    await prompts.error(
      l10n.t('There is no request yet: the document must be JSON with a name and a type. The Problems view says more.'),
    );
    return undefined;
  }
  const connection = await connections.current(document.uri);
  return connection && { document, connection };
}
