import type { ErrorBody } from './api/errors.ts';
import type { Fetch } from './api/http.ts';
import type { NamedJobs } from './api/jobs.ts';
import type { Job } from './api/types.ts';
import type { KooCliFile } from './auth/foundKeys.ts';
import type { Folder } from './connections/choice.ts';
import type { Connection } from './connections/connection.ts';
import type { OpenDocument } from './editor/documents.ts';
import type { JobReference } from './watch/jobReference.ts';
import type { Prompts } from './prompts/prompts.ts';
import type { Variables } from './secrets/variables.ts';
import type { WritableConfiguration } from './state/settings.ts';
import type { SharedStorage } from './state/sharedStorage.ts';
import type { ObservableStorage } from './storage/secretStore.ts';
import type { Memory } from './storage/storedMap.ts';

/** Everything outside the client that its services use: the editor, the language server, the network, and the clock. */
export interface Environment {
  readonly prompts: Prompts;
  readonly log: Log;
  /** The current section `lakeformation` of the settings. */
  readonly configuration: () => WritableConfiguration;
  readonly secretStorage: ObservableStorage;
  readonly workspaceState: Memory;
  /** What was submitted, from all windows. */
  readonly submissionStorage: SharedStorage;
  /** Returns the same text for every URI of a document. */
  readonly documentId: (uri: string) => Promise<string>;
  /** Returns what distinguishes the workspace from others: its file or folder; empty if none is open. */
  readonly workspace: () => string;
  readonly fetch: Fetch;
  /** The time in milliseconds since 1970. */
  readonly now: () => number;
  /** Calls back after so many milliseconds; returns what cancels that. */
  readonly schedule: (milliseconds: number, callback: () => void) => () => void;
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
  /** The text of a document, unsaved changes included, given its URI; `undefined` where it is gone. Opens nothing. */
  readonly readDocument: (uri: string) => Promise<string | undefined>;
  /**
   * The job files of the workspace as they are saved, or, where they are open, as their editors show them.
   * @throws NotReadyError where there are too many
   */
  readonly jobFiles: () => Promise<readonly OpenDocument[]>;
  /** The jobs that have a tab and can be edited, each once; the active ones of the editor groups first. */
  readonly openJobs: () => readonly OpenJob[];
  /** Opens a new document with the job that has mistakes. */
  readonly openPracticeJob: () => Promise<void>;
  /** Checks a text of a document by the language server; `undefined` when that isn't running. */
  readonly checkText: (text: string, uri: string) => Promise<CheckedText | undefined>;
  /** Opens a response of the service as a read-only document. */
  readonly showResponse: (title: string, json: string) => Promise<void>;
  /** Opens a text as a read-only document. */
  readonly showTable: (title: string, text: string) => Promise<void>;
  /** Starts a job, and follows its run. */
  readonly startJob: (job: JobReference) => Promise<void>;
  /** Opens the log of a job, which grows while the job runs. */
  readonly showLog: (job: JobReference) => Promise<void>;
  /** Opens the request that a review is about. */
  readonly showRequest: (request: ReviewedRequest) => Promise<void>;
  /** Copies the request of a document's job as a cURL command. */
  readonly copyAsCurl: (uri: string) => Promise<void>;
  /** Opens the questions about a connection, given its name. */
  readonly editConnection: (name: string) => Promise<void>;
  /** Opens two versions of a document's job side by side. */
  readonly showChanges: (changes: DocumentChanges) => Promise<void>;
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

/** A job that has a tab. */
export interface OpenJob {
  readonly uri: string;
  /** The name of its file. */
  readonly name: string;
  /** Its path, relative to the workspace. */
  readonly path: string;
}

/** What the rules report of a text. */
export interface CheckedText {
  /** The number of errors. */
  readonly errors: number;
  readonly warnings: readonly { readonly code: string; readonly message: string }[];
}

/** What a review asks about: the request, and the jobs that it was decided on. */
export interface ReviewedRequest {
  /** The document. */
  readonly uri: string;
  readonly connection: Connection;
  readonly name: string;
  readonly type: string;
  /** The job that is updated; `undefined` for a new one. */
  readonly job: Job | undefined;
  /** The jobs with the name and type; `undefined` where the list can't be read. */
  readonly existing: NamedJobs | undefined;
  /** When they were read, in milliseconds since 1970. */
  readonly at: number;
}

/** Two versions of a job, without secrets. */
export interface DocumentChanges {
  /** The document. */
  readonly uri: string;
  readonly title: string;
  /** JSON with comments. */
  readonly before: string;
  readonly after: string;
}

/** The service's error responses, shown at the places in documents that they name. */
export interface DocumentAnswers {
  /** Shows a response in a document; returns at how many places, and the property of the only one. */
  show(uri: string, answer: DocumentAnswer): NamedPlaces;
  /** Removes what is shown in a document. */
  clear(uri: string): void;
}

/** What a response names in a document. */
export interface NamedPlaces {
  readonly places: number;
  readonly property?: string | undefined;
}

/** An error response about a document, without secrets. */
export interface DocumentAnswer {
  readonly body: ErrorBody;
  readonly requestId?: string | undefined;
}
