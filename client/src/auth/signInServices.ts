import type { IamUser, IssuedToken } from '../api/iam.ts';
import type { Connection } from '../connections/connection.ts';
import type { Prompts } from '../prompts/prompts.ts';
import type { SessionStore } from './sessions.ts';

/** The services that signing in uses. */
export interface SignInServices {
  readonly prompts: Prompts;
  readonly sessions: SessionStore;
  /** Asks the connection's IAM for a token of its project; throws ApiError. */
  readonly createToken: (connection: Connection, user: IamUser, signal: AbortSignal) => Promise<IssuedToken>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
