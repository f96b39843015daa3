import {
  env,
  window,
  workspace,
  type ExtensionContext,
  type LogOutputChannel,
  type WorkspaceConfiguration,
} from 'vscode';
import { secretsOf, type Credential } from './api/credential.ts';
import type { Fetch, HttpOptions } from './api/http.ts';
import { createToken } from './api/iam.ts';
import { JobsApi } from './api/jobs.ts';
import { draftSignIns } from './auth/draftSignIns.ts';
import { instancesOf } from './auth/instancesOf.ts';
import type { SignInPorts } from './auth/ports.ts';
import { credentialOf } from './auth/session.ts';
import { Sessions } from './auth/sessions.ts';
import { timeLeft } from './auth/timeLeft.ts';
import { newConnection, type ConnectionPorts } from './connections/newConnection.ts';
import { ConnectionChoice } from './connections/choice.ts';
import type { Connection } from './connections/connection.ts';
import type { SignIn } from './connections/status.ts';
import { folderOf } from './editor/documents.ts';
import { logExchange } from './editor/log.ts';
import type { Prompts } from './prompts/prompts.ts';
import { windowPrompts as prompts } from './prompts/windowPrompts.ts';
import { redaction } from './redaction/redaction.ts';
import type { BodyError } from './secrets/errorsOf.ts';
import { fillIn, type FilledIn } from './secrets/fillIn.ts';
import { Secrets } from './secrets/secrets.ts';
import type { Variables } from './secrets/variables.ts';
import { connectionsSetting, requestTimeoutSetting, rulesSetting, writableConnections } from './state/settings.ts';
import { SubmissionHistory } from './submit/history.ts';
import { SubmissionLocks } from './submit/locks.ts';
import { failureSentence } from './failures/sentences.ts';

/** The owners of the client's state, and the ways to the service: what commands and views are built upon. */
export interface Services {
  readonly log: LogOutputChannel;
  readonly prompts: Prompts;
  readonly configuration: () => WorkspaceConfiguration;
  readonly sessions: Sessions;
  readonly secrets: Secrets;
  readonly variables: Variables;
  readonly connections: ConnectionChoice;
  readonly history: SubmissionHistory;
  readonly locks: SubmissionLocks;
  readonly signInPorts: SignInPorts;
  readonly connectionPorts: ConnectionPorts;
  /** The job with its references filled in; `undefined` when nothing may be sent, after the user was told or left. */
  readonly fillIn: (text: string) => Promise<FilledIn | undefined>;
  /** The jobs of an instance; `secrets` are those that are sent to it beside the credential. */
  readonly jobsApi: (connection: Connection, credential: Credential, secrets?: readonly string[]) => JobsApi;
  /** What the user has signed in with to a connection. */
  readonly credential: (connection: Connection) => Promise<Credential | undefined>;
  /** Whether the user has signed in to a connection, and for how long. */
  readonly signInTo: (connection: Connection) => Promise<SignIn | undefined>;
}

/** Builds the services of a window. They show nothing by themselves; some of them are to be disposed of. */
export function createServices(context: ExtensionContext, variables: Variables): Services {
  const log = window.createOutputChannel('LakeFormation', { log: true });
  const configuration = () => workspace.getConfiguration('lakeformation');
  const sessions = new Sessions(context.secrets, () => log.warn('The secret storage failed.'));
  const secrets = new Secrets(context.secrets, () => log.warn('The secret storage failed.'));
  const connections: ConnectionChoice = new ConnectionChoice(
    () => connectionsSetting(configuration()),
    context.workspaceState,
    prompts,
    { folderOf, add: async () => newConnection(connectionPorts) },
  );
  const platformFetch: Fetch = async (url, init) => fetch(url, init);
  const httpOptions = (secrets: readonly string[]): HttpOptions => ({
    fetch: platformFetch,
    timeout: requestTimeoutSetting(configuration()),
    onExchange: (exchange) => logExchange(log, exchange),
    redact: redaction(secrets),
  });
  const signInPorts: SignInPorts = {
    prompts,
    sessions,
    createToken: async ({ iamEndpoint, projectId }, user, signal) =>
      createToken(iamEndpoint, user, projectId, httpOptions([user.password]), signal),
    now: () => Date.now(),
  };
  const connectionPorts: ConnectionPorts = {
    prompts,
    connections,
    setting: writableConnections(configuration),
    draftSignIns: () =>
      draftSignIns(signInPorts, async (connection, known) =>
        instancesOf(
          connection,
          known,
          prompts,
          (credential) => httpOptions(secretsOf(credential)),
          (failure, credential) => {
            const sentence = failureSentence(failure, connection, { shown: credential.kind, action: 'listInstances' });
            void prompts.warn(sentence);
          },
        ),
      ),
    forget: async (connection) => sessions.delete(connection),
  };
  // The rules are as large as the rest of the client, and few jobs need them here: they are not loaded before.
  const errorsOf = async (body: string): Promise<readonly BodyError[]> =>
    (await import('./secrets/errorsOf.ts')).errorsOf(body, rulesSetting(configuration()));

  return {
    log,
    prompts,
    configuration,
    sessions,
    secrets,
    variables,
    connections,
    history: new SubmissionHistory(context.workspaceState, () =>
      log.warn('A submission could not be kept in the history.'),
    ),
    locks: new SubmissionLocks({
      memory: context.globalState,
      now: Date.now,
      every: repeat,
      windowId: env.sessionId,
      onFailure: () => log.warn('Other windows could not be told what is being submitted.'),
    }),
    signInPorts,
    connectionPorts,
    fillIn: async (text) => fillIn({ prompts, secrets, variables, errorsOf }, text),
    jobsApi: (connection, credential, secrets = []) =>
      new JobsApi({ ...connection, credential, ...httpOptions([...secretsOf(credential), ...secrets]) }),
    async credential(connection) {
      const session = await sessions.get(connection);
      return session && credentialOf(session, connection);
    },
    async signInTo(connection) {
      const session = await sessions.get(connection);
      return session && { timeLeft: timeLeft(session, Date.now()) };
    },
  };
}

/** Calls a task again and again until the function that it returns is called. */
function repeat(milliseconds: number, task: () => void): () => void {
  const timer = setInterval(task, milliseconds);
  return () => clearInterval(timer);
}
