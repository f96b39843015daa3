import type { Credential } from '../api/credential.ts';
import type { ErrorBody } from '../api/errors.ts';
import type { JobsApi } from '../api/jobs.ts';
import type { SignInPorts } from '../auth/ports.ts';
import type { ConnectionChoice } from '../connections/choice.ts';
import type { Connection } from '../connections/connection.ts';
import type { OpenDocument } from '../editor/documents.ts';
import type { FilledIn } from '../secrets/fillIn.ts';
import type { ConfirmSetting } from './asking.ts';
import type { SubmissionHistory } from './history.ts';
import type { SubmissionLocks } from './locks.ts';

/** What Submit Job needs of the world. */
export interface SubmitJobPorts extends SignInPorts {
  readonly connections: ConnectionChoice;
  readonly openDocument: (target: unknown) => Promise<OpenDocument | undefined>;
  /** The number of errors in a text, as the language server finds them; `undefined` where it does not say. */
  readonly countErrors: (text: string, uri: string) => Promise<number | undefined>;
  /** The job with its references filled in; `undefined` when nothing may be sent, after the user was told or left. */
  readonly fillIn: (text: string) => Promise<FilledIn | undefined>;
  /** The jobs of an instance; `secrets` are those that are sent to it beside the credential. */
  readonly jobsApi: (connection: Connection, credential: Credential, secrets: readonly string[]) => JobsApi;
  readonly isTrusted: () => boolean;
  /** The setting `lakeformation.submit.confirm`. */
  readonly confirmSetting: () => ConfirmSetting;
  readonly showResponse: (title: string, json: string) => Promise<void>;
  readonly locks: SubmissionLocks;
  readonly history: SubmissionHistory;
  readonly answers: DocumentAnswers;
}

/** What the service said of documents, at its places in them. */
export interface DocumentAnswers {
  /** Shows an answer where it names a member or a value; returns at how many places. */
  show(uri: string, answer: DocumentAnswer): number;
  /** Takes away what was shown in a document. */
  clear(uri: string): void;
}

/** An error answer for a document, without secrets. */
export interface DocumentAnswer {
  readonly body: ErrorBody;
  readonly requestId?: string | undefined;
}
