import { childValue } from '../../../language/src/documents/value.ts';
import {
  explainVariableCommand,
  moveSecretCommand,
  reportTokenCommand,
} from '../../../language/src/features/codeActionCommands.ts';
import { l10n, workspace, type LogOutputChannel, type TextDocument } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { Cursor } from '../editor/documents.ts';
import {
  checkRequest,
  documentationRequest,
  jsonPathRequest,
  type CheckParams,
  type DocumentationResult,
  type InitializationOptions,
} from '../../../server/src/protocol.ts';
import { ruleUri } from '../editor/rulePages.ts';
import { TraceChannel } from './traceChannel.ts';
import { isWorkingDocument } from './workingDocument.ts';

/** Makes the platform's language client: a process on the desktop, a worker in a browser. */
export type CreateLanguageClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** The client's name, and that of its output channel. */
export const languageClientName = 'LakeFormation Jobs Language Server';

/**
 * The language client for every job document that is worked on, whatever its scheme: untitled and virtual ones too.
 * @param log what the server and the client have to say, and the trace; it stays the caller's to dispose of
 */
export function createLanguageClient(create: CreateLanguageClient, log: LogOutputChannel): BaseLanguageClient {
  const initializationOptions: InitializationOptions = {
    ...(l10n.bundle !== undefined && { l10n: l10n.bundle }),
    commands: [moveSecretCommand, explainVariableCommand, reportTokenCommand],
    ruleUri,
  };
  return create('lakeformation', languageClientName, {
    documentSelector: [{ language: 'lfjob' }],
    initializationOptions,
    outputChannel: log,
    traceOutputChannel: new TraceChannel(log),
    diagnosticPullOptions: { onChange: true, onTabs: true },
    middleware: {
      didOpen: async (document, next) => (isWorkedOn(document) ? next(document) : undefined),
      didChange: async (event, next) => (isWorkedOn(event.document) ? next(event) : undefined),
      didClose: async (document, next) => (isWorkedOn(document) ? next(document) : undefined),
    },
  });
}

/** Whether the language server gets to know a document. Of one that it doesn't know it reports nothing. */
function isWorkedOn({ uri: { scheme } }: TextDocument): boolean {
  return isWorkingDocument(scheme, workspace.fs.isWritableFileSystem(scheme) !== undefined);
}

/**
 * The number of errors that the language server finds in a text, once it runs.
 * @param uri the document that it is the text of
 * @returns `undefined` when the server does not run, or does not answer with a number
 */
export async function countErrors(client: BaseLanguageClient, text: string, uri: string): Promise<number | undefined> {
  const params: CheckParams = { text, uri };
  try {
    await client.start();
    const errors = childValue(await client.sendRequest(checkRequest, params), 'errors');
    return typeof errors === 'number' ? errors : undefined;
  } catch {
    return undefined;
  }
}

/** The path of the member at a cursor, in JSONPath notation; `undefined` where there is none. */
export async function jsonPathAt(client: BaseLanguageClient, { uri, position }: Cursor): Promise<string | undefined> {
  await client.start();
  const path = childValue(await client.sendRequest(jsonPathRequest, { textDocument: { uri }, position }), 'path');
  return typeof path === 'string' ? path : undefined;
}

/** The page about the block of a job; `undefined` where the language server does not say. */
export async function documentationOf(
  client: BaseLanguageClient,
  uri: string,
): Promise<DocumentationResult | undefined> {
  await client.start();
  const page: unknown = await client.sendRequest(documentationRequest, { textDocument: { uri } });
  const [title, url] = [childValue(page, 'title'), childValue(page, 'url')];
  return typeof title === 'string' && typeof url === 'string' ? { title, url } : undefined;
}

/** The edition of the API that the language server, once it runs, checks jobs against. */
export function apiEditionOf({ initializeResult }: BaseLanguageClient): string | undefined {
  const edition = childValue(initializeResult?.capabilities.experimental, 'apiEdition');
  return typeof edition === 'string' ? edition : undefined;
}
