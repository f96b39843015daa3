import { secretsOf, type Credential } from './api/credential.ts';
import type { HttpOptions } from './api/http.ts';
import { createToken, showToken } from './api/iam.ts';
import { runningInstances } from './api/instances.ts';
import { JobsApi } from './api/jobs.ts';
import { listProjects } from './api/projects.ts';
import { DraftConnectionSignIn } from './auth/draftSignIn.ts';
import { credentialOf } from './auth/session.ts';
import { Sessions } from './auth/sessions.ts';
import type { SignInServices } from './auth/signInServices.ts';
import { millisecondsLeft, timeLeft } from './auth/timeLeft.ts';
import { ConnectionChoice } from './connections/choice.ts';
import type { Connection } from './connections/connection.ts';
import { newConnection, type ConnectionServices } from './connections/newConnection.ts';
import type { SignInStatus } from './connections/status.ts';
import { logExchange } from './editor/log.ts';
import type { Environment } from './environment.ts';
import { redaction } from './redaction/redaction.ts';
import type { BodyError } from './secrets/errorsOf.ts';
import { fillIn, type FilledIn } from './secrets/fillIn.ts';
import { Secrets } from './secrets/secrets.ts';
import { AgreedDestinations } from './state/agreedDestinations.ts';
import {
  confirmSetting,
  connectionsSetting,
  requestTimeoutSetting,
  rulesSetting,
  writableConnections,
  type ConfirmSetting,
} from './state/settings.ts';
import { SubmissionAttempts } from './state/submissionAttempts.ts';
import { SubmissionHistory } from './state/submissionHistory.ts';
import { VariablePermissions } from './state/variablePermissions.ts';

/** What commands and views are built on: the owners of the client's state, and the ways to the service. */
export interface Services extends Environment, SignInServices, ConnectionServices {
  readonly sessions: Sessions;
  readonly secrets: Secrets;
  readonly history: SubmissionHistory;
  readonly attempts: SubmissionAttempts;
  readonly agreedDestinations: AgreedDestinations;
  readonly variablePermissions: VariablePermissions;
  /** The connections in the settings that can be used. */
  readonly usableConnections: () => readonly Connection[];
  /** The setting `lakeformation.submit.confirm`. */
  readonly confirmSetting: () => ConfirmSetting;
  /** Fills in the references of a job; `undefined` when nothing may be sent, after the user was told or canceled. */
  readonly fillIn: (text: string, uri: string) => Promise<FilledIn | undefined>;
  /** The jobs of an instance. `secrets` are sent to it in addition to the credential, and never shown. */
  readonly jobsApi: (connection: Connection, credential: Credential, secrets?: readonly string[]) => JobsApi;
  /** The credential of the stored session of a connection; `undefined` when the user isn't signed in. */
  readonly storedCredential: (connection: Connection) => Promise<Credential | undefined>;
  /** Whether and for how long the user is signed in to a connection; `undefined` when not. */
  readonly signInStatus: (connection: Connection) => Promise<SignInStatus | undefined>;
}

/** Builds the services of a window: the one place where they are put together, for the editor and for tests. */
export function createServices(environment: Environment): Services {
  const { prompts, log, configuration, workspaceState, secretStorage, now } = environment;
  const onStorageFailure = (): void => log.warn('The secret storage failed.');
  const sessions = new Sessions(secretStorage, onStorageFailure);
  const secrets = new Secrets(secretStorage, onStorageFailure);
  const variablePermissions = new VariablePermissions(workspaceState, () =>
    log.warn('The permission to read environment variables could not be stored.'),
  );
  const httpOptions = (secretTexts: readonly string[]): HttpOptions => ({
    fetch: environment.fetch,
    now,
    timeout: requestTimeoutSetting(configuration()),
    onExchange: (exchange) => logExchange(log, exchange),
    redact: redaction(secretTexts),
  });
  const signInServices: SignInServices = {
    prompts,
    sessions,
    keySources: { variable: environment.variables.get, kooCliFile: environment.kooCliFile },
    createToken: async ({ iamEndpoint }, user, scope, signal) =>
      createToken(iamEndpoint, user, scope, httpOptions([user.password]), signal),
    showToken: async ({ iamEndpoint }, token, signal) => showToken(iamEndpoint, token, httpOptions([token]), signal),
    listProjects: async ({ iamEndpoint }, credential, progress) =>
      listProjects(iamEndpoint, credential, httpOptions(secretsOf(credential)), progress),
    listInstances: async ({ endpoint, projectId }, credential, progress) =>
      runningInstances({ endpoint, projectId, credential }, httpOptions(secretsOf(credential)), progress),
    now,
  };
  const connections: ConnectionChoice = new ConnectionChoice(
    () => connectionsSetting(configuration()),
    workspaceState,
    prompts,
    {
      folderOf: environment.folderOf,
      add: async () => newConnection(connectionServices),
      onFailure: () => log.warn('The chosen connection could not be stored.'),
    },
  );
  const connectionServices: ConnectionServices = {
    prompts,
    connections,
    connectionsSetting: writableConnections(configuration),
    draftSignIn: () => new DraftConnectionSignIn(signInServices),
    forgetSession: async (connection) => sessions.delete(connection),
  };
  // The rules are as large as the rest of the client, and few jobs need them here, so they are loaded on demand.
  const errorsOf = async (body: string): Promise<readonly BodyError[]> =>
    (await import('./secrets/errorsOf.ts')).errorsOf(body, rulesSetting(configuration()));

  return {
    ...environment,
    ...signInServices,
    ...connectionServices,
    sessions,
    secrets,
    history: new SubmissionHistory({
      storage: environment.submissionStorage,
      documentId: environment.documentId,
      workspace: environment.workspace,
      now,
      responseTimeout: () => requestTimeoutSetting(configuration()),
      onFailure: () => log.warn('The result of a submission could not be kept in the history.'),
    }),
    attempts: new SubmissionAttempts(),
    agreedDestinations: new AgreedDestinations(workspaceState, () =>
      log.warn('Where secrets and environment variables go could not be stored.'),
    ),
    variablePermissions,
    usableConnections: () => connectionsSetting(configuration()).usable,
    confirmSetting: () => confirmSetting(configuration()),
    fillIn: async (text, uri) => fillIn({ ...environment, secrets, variablePermissions, errorsOf }, text, uri),
    jobsApi: (connection, credential, secretTexts = []) =>
      new JobsApi({ ...connection, credential, ...httpOptions([...secretsOf(credential), ...secretTexts]) }),
    async storedCredential(connection) {
      const session = await sessions.get(connection);
      return session && credentialOf(session, connection);
    },
    async signInStatus(connection) {
      const session = await sessions.get(connection);
      return (
        session && {
          timeLeft: timeLeft(session, now()),
          millisecondsLeft: millisecondsLeft(session, now()),
          isRefused: sessions.isRefused(connection),
        }
      );
    },
  };
}
