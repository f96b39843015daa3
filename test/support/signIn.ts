import { ApiError, type Failure, type Rejection } from '../../client/src/api/errors.ts';
import type { IamUser, IssuedToken } from '../../client/src/api/iam.ts';
import type { Instance } from '../../client/src/api/instances.ts';
import { Sessions } from '../../client/src/auth/sessions.ts';
import type { SignInServices } from '../../client/src/auth/signInServices.ts';
import { ConnectionChoice } from '../../client/src/connections/choice.ts';
import type { Connection, Connections } from '../../client/src/connections/connection.ts';
import { dev, noFolders } from './connections.ts';
import { InMemoryMemento } from './memento.ts';
import { FakePrompts, type Answers } from './prompts.ts';
import { InMemorySecretStorage } from './secretStorage.ts';

/** The time when users sign in, in milliseconds since 1970. */
export const now = Date.parse('2026-03-04T05:06:07Z');
export const dayLater = now + 24 * 60 * 60 * 1000;

/** How IAM refuses a password. */
export const wrongPassword: Rejection = {
  kind: 'rejected',
  status: 401,
  body: { code: '401', message: 'The username or password is wrong.' },
};

const instances: readonly Instance[] = ['main', 'sales'].map((name) => ({
  id: name,
  name,
  description: undefined,
  isDefault: name === 'main',
}));

/** The services of signing in, with fakes for the user and for IAM, and what went through them. */
export interface FakeSignIn {
  readonly services: SignInServices;
  readonly prompts: FakePrompts;
  readonly secrets: InMemorySecretStorage;
  readonly sessions: Sessions;
  /** The service, which lists two instances, or refuses to. */
  readonly service: { refusal: Failure | undefined };
  /** The users that IAM was asked for a token of. */
  readonly asked: IamUser[];
}

/** Makes the services of a user with the specified answers. IAM gives the prepared answers in order. */
export function fakeSignIn(answers: Answers, ...iam: (IssuedToken | Failure)[]): FakeSignIn {
  const prompts = new FakePrompts(answers);
  const secrets = new InMemorySecretStorage();
  const sessions = new Sessions(secrets, () => undefined);
  const asked: IamUser[] = [];
  const service: FakeSignIn['service'] = { refusal: undefined };
  const services: SignInServices = {
    prompts,
    sessions,
    keySources: { variable: () => undefined, kooCliFile: undefined },
    createToken: async (_, user) => {
      asked.push(user);
      const answer = iam.shift();
      if (answer === undefined) throw new Error('IAM has no answer prepared.');
      return 'token' in answer ? Promise.resolve(answer) : Promise.reject(new ApiError(answer));
    },
    showToken: async () => Promise.reject(new Error('Nobody asks about a token here.')),
    listProjects: async () => Promise.reject(new Error('Nobody asks for projects here.')),
    listInstances: async () =>
      service.refusal === undefined ? Promise.resolve(instances) : Promise.reject(new ApiError(service.refusal)),
    now: () => now,
  };
  return { services, service, prompts, secrets, sessions, asked };
}

/** The same, with a connection in force. */
export interface ConnectedSignIn extends FakeSignIn {
  readonly services: SignInServices & {
    readonly connections: ConnectionChoice;
    readonly usableConnections: () => readonly Connection[];
  };
  readonly connection: Connection;
}

/** Makes the services of a user who has one connection. */
export function connected(answers: Answers, ...iam: (IssuedToken | Failure)[]): ConnectedSignIn {
  const signIn = fakeSignIn(answers, ...iam);
  const read = (): Connections => ({ usable: [dev], problems: [] });
  const connections = new ConnectionChoice(read, new InMemoryMemento(), signIn.prompts, noFolders);
  const usableConnections = (): readonly Connection[] => read().usable;
  return { ...signIn, services: { ...signIn.services, connections, usableConnections }, connection: dev };
}
