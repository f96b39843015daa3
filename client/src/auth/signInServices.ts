import type { Credential } from '../api/credential.ts';
import type { IamUser, IssuedToken, TokenDetails, TokenScope } from '../api/iam.ts';
import type { Instance } from '../api/instances.ts';
import type { Project } from '../api/projects.ts';
import type { Connection } from '../connections/connection.ts';
import type { Prompts } from '../prompts/prompts.ts';
import type { ReadProgress } from '../prompts/readWithProgress.ts';
import type { KeySources } from './foundKeys.ts';
import type { SessionStore } from './sessions.ts';

/** The services that signing in uses. */
export interface SignInServices extends SignInRequests {
  readonly prompts: Prompts;
  readonly sessions: SessionStore;
  readonly keySources: KeySources;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The requests of signing in, each of which throws ApiError. */
export interface SignInRequests {
  /** Asks the connection's IAM for a token. */
  readonly createToken: (
    connection: Pick<Connection, 'iamEndpoint'>,
    user: IamUser,
    scope: TokenScope,
    signal: AbortSignal,
  ) => Promise<IssuedToken>;
  /** Asks the connection's IAM what a token is for. */
  readonly showToken: (
    connection: Pick<Connection, 'iamEndpoint'>,
    token: string,
    signal: AbortSignal,
  ) => Promise<TokenDetails>;
  /** Asks the connection's IAM for the projects of the account. */
  readonly listProjects: (
    connection: Pick<Connection, 'iamEndpoint'>,
    credential: Credential,
    progress: ReadProgress,
  ) => Promise<readonly Project[]>;
  /** Asks the service for the running instances of the connection's project. */
  readonly listInstances: (
    connection: Pick<Connection, 'endpoint' | 'projectId'>,
    credential: Credential,
    progress: ReadProgress,
  ) => Promise<readonly Instance[]>;
}
