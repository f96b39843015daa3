import { secretsOf, type Credential } from './api/credential.ts';
import type { ReadOptions } from './api/get.ts';
import type { HttpOptions } from './api/http.ts';
import { createToken, showToken } from './api/iam.ts';
import { runningInstances } from './api/instances.ts';
import { JobRunsApi } from './api/jobRuns.ts';
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
import { InstanceLookUps } from './instance/instanceLookUps.ts';
import { PrerequisiteChecks } from './instance/prerequisiteChecks.ts';
import { readValues } from './instance/readValues.ts';
import type { Environment } from './environment.ts';
import { reportPausedWatch } from './watch/reportPausedWatch.ts';
import { JobWatch } from './watch/jobWatch.ts';
import { redaction } from './redaction/redaction.ts';
import { isFoundAnywhere } from './redaction/secretForms.ts';
import type { BodyError } from './secrets/errorsOf.ts';
import { fillIn, type FilledIn, type FillInTarget } from './secrets/fillIn.ts';
import { Secrets } from './secrets/secrets.ts';
import { AgreedDestinations } from './state/agreedDestinations.ts';
import {
  confirmSetting,
  connectionsSetting,
  lookUpSetting,
  requestTimeoutSetting,
  rulesSetting,
  writableConnections,
  type ConfirmSetting,
} from './state/settings.ts';
import { JobLinks } from './state/jobLinks.ts';
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
  /** What the instances have. */
  readonly instanceLookUps: InstanceLookUps;
  /** What must be there before jobs run. */
  readonly prerequisites: PrerequisiteChecks;
  /** Whether the service may be asked what an instance has without the user asking for it. */
  readonly looksUp: () => boolean;
  /** The connections in the settings that can be used. */
  readonly usableConnections: () => readonly Connection[];
  /** The setting `lakeformation.submit.confirm`. */
  readonly confirmSetting: () => ConfirmSetting;
  /** Fills in the references of a job; `undefined` when the user cancels. Throws NotReadyError. */
  readonly fillIn: (text: string, target: FillInTarget) => Promise<FilledIn | undefined>;
  /** The jobs of an instance. `secrets` are sent to it in addition to the credential, and never shown. */
  readonly jobsApi: (connection: Connection, credential: Credential, secrets?: readonly string[]) => JobsApi;
  /** The jobs' runs. `secrets` may be in what the service returns, and are never shown. */
  readonly jobRunsApi: (connection: Connection, credential: Credential, secrets?: readonly string[]) => JobRunsApi;
  /** Which job each document has. */
  readonly jobLinks: JobLinks;
  /** The states of the jobs that someone looks at. */
  readonly jobWatch: JobWatch;
  /** The credential of the stored session of a connection; `undefined` when the user isn't signed in. */
  readonly storedCredential: (connection: Connection) => Promise<Credential | undefined>;
  /** The same, unless the service has refused it: for what is read without being asked for. */
  readonly acceptedCredential: (connection: Connection) => Promise<Credential | undefined>;
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

  const storedCredential: Services['storedCredential'] = async (connection) => {
    const session = await sessions.get(connection);
    return session && credentialOf(session, connection);
  };
  const acceptedCredential: Services['acceptedCredential'] = async (connection) =>
    sessions.isRefused(connection) ? undefined : storedCredential(connection);
  const jobRunsApi: Services['jobRunsApi'] = (connection, credential, secretTexts = []) =>
    new JobRunsApi({ ...connection, credential, ...httpOptions([...secretsOf(credential), ...secretTexts]) });
  const jobWatch = new JobWatch({
    credential: acceptedCredential,
    jobRunsApi: async (connection, credential) => jobRunsApi(connection, credential, await secrets.values()),
    now,
    schedule: environment.schedule,
    onRefused: (connection, failure) => void reportPausedWatch(signInServices, connection, failure),
  });
  sessions.onDidChange(() => jobWatch.resume());
  const usableConnections = (): readonly Connection[] => connectionsSetting(configuration()).usable;
  const looksUp = (): boolean => environment.isTrusted() && lookUpSetting(configuration());
  const readOptions = (
    credential: Credential,
    signal: AbortSignal,
    secretTexts: readonly string[] = [],
  ): ReadOptions => ({
    credential,
    http: httpOptions([...secretsOf(credential), ...secretTexts]),
    retry: { signal },
  });
  const instanceLookUps = new InstanceLookUps({
    now,
    isAllowed: looksUp,
    sessions,
    credential: acceptedCredential,
    read: async (query, connection, credential, signal) => {
      const stored = (await secrets.values()).filter(isFoundAnywhere);
      return readValues(query, connection, readOptions(credential, signal, stored));
    },
  });

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
    usableConnections,
    instanceLookUps,
    prerequisites: new PrerequisiteChecks({ now, lookUps: instanceLookUps, readOptions }),
    looksUp,
    confirmSetting: () => confirmSetting(configuration()),
    fillIn: async (text, target) =>
      fillIn({ ...environment, secrets, variablePermissions, errorsOf, usableConnections }, text, target),
    jobsApi: (connection, credential, secretTexts = []) =>
      new JobsApi({ ...connection, credential, ...httpOptions([...secretsOf(credential), ...secretTexts]) }),
    jobRunsApi,
    jobLinks: new JobLinks(workspaceState, () => log.warn('The job of a document could not be stored.')),
    jobWatch,
    storedCredential,
    acceptedCredential,
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
