import { childValue } from '../../../language/src/documents/value.ts';
import {
  explainVariableCommand,
  moveSecretCommand,
  reportTokenCommand,
} from '../../../language/src/features/codeActionCommands.ts';
import { suggestCommand } from '../../../language/src/features/complete/triggers.ts';
import { workspace, type LogOutputChannel, type TextDocument } from 'vscode';
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
import type { CheckedText } from '../environment.ts';
import type { LateSuggestions } from './lateSuggestions.ts';
import { TraceChannel } from './traceChannel.ts';
import { isWorkingDocument } from './workingDocument.ts';

/** Makes the platform's language client: a process on the desktop, a worker in a browser. */
export type CreateLanguageClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** The client's name, and that of its output channel. */
export const languageClientName = 'LakeFormation Jobs Language Server';

/**
 * The language client for every job document that is worked on, whatever its scheme: untitled and virtual ones too.
 * @param log for messages of the server and the client, and the trace; the caller disposes of it
 */
export function createLanguageClient(
  create: CreateLanguageClient,
  log: LogOutputChannel,
  { provideCompletionItem, resolveCompletionItem }: LateSuggestions,
): BaseLanguageClient {
  const initializationOptions: InitializationOptions = {
    commands: [moveSecretCommand, explainVariableCommand, reportTokenCommand, suggestCommand],
    ruleUri,
    instanceValues: true,
  };
  return create('lakeformation', languageClientName, {
    documentSelector: [{ language: 'lfjob' }],
    initializationOptions,
    outputChannel: log,
    traceOutputChannel: new TraceChannel(log),
    diagnosticPullOptions: { onChange: true, onTabs: true },
    middleware: {
      provideCompletionItem,
      resolveCompletionItem,
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
 * Checks a text by the language server, once it runs.
 * @param uri the document that it is the text of
 * @returns `undefined` when the server doesn't run, or its answer can't be read
 */
export async function checkText(
  client: BaseLanguageClient,
  text: string,
  uri: string,
): Promise<CheckedText | undefined> {
  const params: CheckParams = { text, uri };
  try {
    await client.start();
    const result: unknown = await client.sendRequest(checkRequest, params);
    const [errors, warnings] = [childValue(result, 'errors'), childValue(result, 'warnings')];
    if (typeof errors !== 'number' || !Array.isArray(warnings)) return undefined;
    return { errors, warnings: warnings.map(warningFrom) };
  } catch {
    return undefined;
  }
}

function warningFrom(value: unknown): CheckedText['warnings'][number] {
  return { code: String(childValue(value, 'code')), message: String(childValue(value, 'message')) };
}

/** The path of the property at a cursor, in JSONPath notation; `undefined` where there is none. */
export async function jsonPathAt(client: BaseLanguageClient, { uri, position }: Cursor): Promise<string | undefined> {
  await client.start();
  const path = childValue(await client.sendRequest(jsonPathRequest, { textDocument: { uri }, position }), 'path');
  return typeof path === 'string' ? path : undefined;
}

/** The page about the block of a job; `undefined` if the language server doesn't return it. */
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
