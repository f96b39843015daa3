import type { JobsApi } from '../api/jobs.ts';
import type { Tokens } from '../auth/tokens.ts';
import type { ConnectionChoice } from '../connections/choice.ts';
import type { Connection } from '../connections/connection.ts';
import type { OpenDocument } from '../documents.ts';
import type { Prompts } from '../prompts.ts';
import type { FilledIn } from '../secrets/fillIn.ts';
import type { JobDocument } from './job.ts';

/** What Submit Job needs of the world. */
export interface SubmitJobPorts {
  readonly prompts: Prompts;
  readonly connections: ConnectionChoice;
  readonly tokens: Tokens;
  readonly openDocument: (target: unknown) => Promise<OpenDocument | undefined>;
  /** The number of errors in a text, as the language server finds them. */
  readonly countErrors: (text: string) => Promise<number>;
  /** The job with its references filled in; `undefined` when nothing may be sent, after the user was told or left. */
  readonly fillIn: (text: string) => Promise<FilledIn | undefined>;
  readonly jobsApi: (connection: Connection, token: string) => JobsApi;
  readonly isTrusted: () => boolean;
  readonly showResponse: (title: string, json: string) => Promise<void>;
}

/** A job on its way to a connection. */
export interface Submission {
  readonly job: JobDocument;
  readonly body: string;
  readonly connection: Connection;
}
