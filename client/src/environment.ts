import type { SecretStorage } from 'vscode';
import type { ErrorBody } from './api/errors.ts';
import type { Fetch } from './api/http.ts';
import type { KooCliFile } from './auth/foundKeys.ts';
import type { Folder } from './connections/choice.ts';
import type { OpenDocument } from './editor/documents.ts';
import type { Prompts } from './prompts/prompts.ts';
import type { Variables } from './secrets/variables.ts';
import type { WritableConfiguration } from './state/settings.ts';
import type { SharedStorage } from './state/sharedStorage.ts';
import type { Memory } from './storage/storedMap.ts';

/** Everything outside the client that its services use: the editor, the language server, the network, and the clock. */
export interface Environment {
  readonly prompts: Prompts;
  readonly log: Log;
  /** The section `lakeformation` of the settings, as it is now. */
  readonly configuration: () => WritableConfiguration;
  readonly secretStorage: Pick<SecretStorage, 'get' | 'store' | 'delete' | 'onDidChange'>;
  readonly workspaceState: Memory;
  /** What was submitted, from all windows. */
  readonly submissionStorage: SharedStorage;
  /** Returns the same text for every URI of a document. */
  readonly documentId: (uri: string) => Promise<string>;
  /** Returns what tells the workspace from others: its file, or its folder; empty where none is open. */
  readonly workspace: () => string;
  readonly fetch: Fetch;
  /** The time in milliseconds since 1970. */
  readonly now: () => number;
  readonly variables: Variables;
  /** KooCLI's profile file; `undefined` in a browser. */
  readonly kooCliFile: KooCliFile | undefined;
  /** Whether the user trusts the workspace. */
  readonly isTrusted: () => boolean;
  /**
   * The workspace folder of a document; `undefined` where it has none.
   * @param document its URI; without one, the active document
   */
  readonly folderOf: (document?: string) => Folder | undefined;
  /** The workspace folder that contains a document, given its URI; `undefined` where none does. */
  readonly containingFolder: (document: string) => Folder | undefined;
  /**
   * The document that a command is about.
   * @param target what the command was called with; without it, the active document
   */
  readonly openDocument: (target: unknown) => Promise<OpenDocument | undefined>;
  /** The number of errors that the language server finds in a text; `undefined` when it isn't running. */
  readonly countErrors: (text: string, uri: string) => Promise<number | undefined>;
  /** Opens a response of the service as a read-only document. */
  readonly showResponse: (title: string, json: string) => Promise<void>;
  readonly answers: DocumentAnswers;
}

/** The part of the environment that depends on where the extension runs: in Node or in a browser. */
export type Platform = Pick<Environment, 'variables' | 'kooCliFile' | 'submissionStorage' | 'documentId'>;

/** The part of the log's output channel that is used. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
  show(): void;
}

/** The service's error responses, shown at the places in documents that they name. */
export interface DocumentAnswers {
  /** Shows a response in a document; returns at how many places. */
  show(uri: string, answer: DocumentAnswer): number;
  /** Removes what is shown in a document. */
  clear(uri: string): void;
}

/** An error response about a document, without secrets. */
export interface DocumentAnswer {
  readonly body: ErrorBody;
  readonly requestId?: string | undefined;
}
