import { l10n } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import {
  checkRequest,
  connectionNotification,
  type CheckParams,
  type ConnectionParams,
  type InitializationOptions,
} from '../../../server/src/protocol.ts';

/** Makes the platform's language client: a process on the desktop, a worker in a browser. */
export type CreateLanguageClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** The language client for every job document, whatever its scheme: untitled and virtual ones too. */
export function createLanguageClient(create: CreateLanguageClient): BaseLanguageClient {
  const initializationOptions: InitializationOptions = l10n.bundle === undefined ? {} : { l10n: l10n.bundle };
  return create('lakeformation', 'LakeFormation Jobs Language Server', {
    documentSelector: [{ language: 'lfjob' }],
    initializationOptions,
    diagnosticPullOptions: { onChange: true, onTabs: true },
  });
}

/**
 * The number of errors that the language server finds in a text, once it runs.
 * @throws when the server does not answer with a number: then the text counts as unchecked
 */
export async function countErrors(client: BaseLanguageClient, text: string): Promise<number> {
  await client.start();
  const params: CheckParams = { text };
  const result: unknown = await client.sendRequest(checkRequest, params);
  const errors: unknown = typeof result === 'object' && result !== null ? Reflect.get(result, 'errors') : undefined;
  if (typeof errors !== 'number') throw new Error('The language server did not say whether the job has errors.');
  return errors;
}

/** Tells the language server to which instance jobs would go, which it compares with what they say. */
export async function tellConnection(
  client: BaseLanguageClient,
  connection: ConnectionParams['connection'] | undefined,
): Promise<void> {
  const params: ConnectionParams = {
    connection: connection ? { name: connection.name, instanceId: connection.instanceId } : null,
  };
  await client.sendNotification(connectionNotification, params);
}
