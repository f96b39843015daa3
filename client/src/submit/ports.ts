import type { Credential } from '../api/credential.ts';
import type { JobsApi } from '../api/jobs.ts';
import type { SignInPorts } from '../auth/ports.ts';
import type { ConnectionChoice } from '../connections/choice.ts';
import type { Connection } from '../connections/connection.ts';
import type { OpenDocument } from '../documents.ts';
import type { FilledIn } from '../secrets/fillIn.ts';
import type { ConfirmSetting } from './asking.ts';
import type { JobDocument } from './job.ts';

/** What Submit Job needs of the world. */
export interface SubmitJobPorts extends SignInPorts {
  readonly connections: ConnectionChoice;
  readonly openDocument: (target: unknown) => Promise<OpenDocument | undefined>;
  /** The number of errors in a text, as the language server finds them. */
  readonly countErrors: (text: string, uri: string) => Promise<number>;
  /** The job with its references filled in; `undefined` when nothing may be sent, after the user was told or left. */
  readonly fillIn: (text: string) => Promise<FilledIn | undefined>;
  readonly jobsApi: (connection: Connection, credential: Credential) => JobsApi;
  readonly isTrusted: () => boolean;
  /** The setting `lakeformation.submit.confirm`; always, where it is not said. */
  readonly confirmSetting?: () => ConfirmSetting;
  readonly showResponse: (title: string, json: string) => Promise<void>;
}

/** A job on its way to a connection. */
export interface Submission {
  readonly job: JobDocument;
  readonly body: string;
  readonly connection: Connection;
}
