import * as messages from '@vscode/l10n';
import { authentication, commands, l10n, window, workspace, type ExtensionContext } from 'vscode';
import type { ConnectionIdentity } from '../../server/src/protocol.ts';
import type { Credential } from './api/credential.ts';
import type { Fetch, HttpOptions } from './api/http.ts';
import { createToken } from './api/iam.ts';
import { JobsApi } from './api/jobs.ts';
import { instancesOf } from './auth/instancesOf.ts';
import type { SignInPorts } from './auth/ports.ts';
import { LakeFormationAuthentication } from './auth/provider.ts';
import { credentialOf } from './auth/session.ts';
import { Sessions } from './auth/sessions.ts';
import { signIn } from './auth/signIn.ts';
import { timeLeft } from './auth/timeLeft.ts';
import { addConnection, type ConnectionPorts } from './commands/addConnection.ts';
import { copyJsonPath } from './commands/copyJsonPath.ts';
import { deleteSecret } from './commands/deleteSecret.ts';
import { editConnection } from './commands/editConnection.ts';
import { explainVariable } from './commands/explainVariable.ts';
import { registerCommands } from './commands/index.ts';
import { listSecrets } from './commands/listSecrets.ts';
import { manageConnection } from './commands/manageConnection.ts';
import { moveSecret } from './commands/moveSecret.ts';
import { newJob } from './commands/newJob.ts';
import { copyRequest, previewRequest } from './commands/previewRequest.ts';
import { removeConnection } from './commands/removeConnection.ts';
import { selectConnection } from './commands/selectConnection.ts';
import { setSecret } from './commands/setSecret.ts';
import { setToken } from './commands/setToken.ts';
import { signInCommand } from './commands/signIn.ts';
import { signOut } from './commands/signOut.ts';
import { showSubmissions } from './commands/showSubmissions.ts';
import { submitJob } from './commands/submitJob.ts';
import { ConnectionChoice } from './connections/choice.ts';
import type { Connection } from './connections/connection.ts';
import type { SignIn } from './connections/status.ts';
import {
  activeCursor,
  folderOf,
  openDocument,
  replaceAt,
  showDocument,
  textAt,
  workspaceFolders,
} from './documents.ts';
import {
  apiEditionOf,
  countErrors,
  createLanguageClient,
  documentationOf,
  jsonPathAt,
  tellConnections,
  tellSecrets,
  type CreateLanguageClient,
} from './language/client.ts';
import { logExchange } from './log.ts';
import { commandTitle } from './manifest.ts';
import { curlCommand } from './preview/curl.ts';
import { kooCliCommand } from './preview/kooCli.ts';
import { windowPrompts as prompts } from './prompts.ts';
import type { BodyError } from './secrets/errorsOf.ts';
import { fillIn } from './secrets/fillIn.ts';
import { namesKey, Secrets } from './secrets/secrets.ts';
import type { Variables } from './secrets/variables.ts';
import {
  codeLensSetting,
  confirmSetting,
  connectionsSetting,
  requestTimeoutSetting,
  rulesSetting,
  writableConnections,
} from './settings.ts';
import { SubmissionHistory } from './submit/history.ts';
import { SubmissionLocks } from './submit/locks.ts';
import { AnswerDiagnostics } from './views/answerDiagnostics.ts';
import { CodeLenses } from './views/codeLenses.ts';
import { ConnectionItem } from './views/connectionItem.ts';
import { LanguageStatus } from './views/languageStatus.ts';
import { RequestPreviews } from './views/requestPreviews.ts';
import { Responses } from './views/responses.ts';

/**
 * Builds every object of the client, wires them, and has the language server start; the platform passes what only it has.
 * Does not wait for the server: commands work before it does, and without it.
 */
export function activate(context: ExtensionContext, createClient: CreateLanguageClient, variables: Variables): void {
  if (l10n.bundle !== undefined) messages.config({ contents: l10n.bundle });
  const log = window.createOutputChannel('LakeFormation', { log: true });
  const responses = new Responses();
  const languageStatus = new LanguageStatus();
  const client = createLanguageClient(createClient);
  const configuration = () => workspace.getConfiguration('lakeformation');
  const sessions = new Sessions(context.secrets, () => log.warn('The secret storage failed.'));
  const secrets = new Secrets(context.secrets, () => log.warn('The secret storage failed.'));
  const connections: ConnectionChoice = new ConnectionChoice(
    () => connectionsSetting(configuration()),
    context.workspaceState,
    prompts,
    { folderOf, add: async () => addConnection(connectionPorts)() },
  );
  const previews = new RequestPreviews({
    connection: (uri) => connections.known(uri),
    credential: async (connection) => {
      const session = await sessions.get(connection);
      return session && credentialOf(session, connection);
    },
  });
  const answers = new AnswerDiagnostics();
  const history = new SubmissionHistory(context.workspaceState);
  const locks = new SubmissionLocks({ memory: context.globalState, now: Date.now, every: repeat });
  const platformFetch: Fetch = async (url, init) => fetch(url, init);
  const httpOptions = (): HttpOptions => ({
    fetch: platformFetch,
    timeout: requestTimeoutSetting(configuration()),
    onExchange: (exchange) => logExchange(log, exchange),
  });
  const jobsApi = (connection: Connection, credential: Credential): JobsApi =>
    new JobsApi({ ...connection, credential, ...httpOptions() });
  const signInPorts: SignInPorts = {
    prompts,
    sessions,
    createToken: async ({ iamEndpoint, projectId }, user, signal) =>
      createToken(iamEndpoint, user, projectId, httpOptions(), signal),
    now: () => Date.now(),
  };
  const connectionPorts: ConnectionPorts = {
    prompts,
    connections,
    setting: writableConnections(configuration),
    instances: async (connection) => instancesOf(connection, sessions, prompts, httpOptions()),
    signIn: async (connection) => signIn(signInPorts, connection),
    forget: async (connection) => sessions.delete(connection),
  };
  const signInTo = async (connection: Connection): Promise<SignIn | undefined> => {
    const session = await sessions.get(connection);
    return session && { timeLeft: timeLeft(session, Date.now()) };
  };
  const connectionItem = new ConnectionItem({ connection: () => connections.known(), signIn: signInTo });
  const provider = new LakeFormationAuthentication({
    sessions,
    connections: () => connectionsSetting(configuration()).usable,
    chooseConnection: async () => connections.current(),
    signIn: async (connection) => signIn(signInPorts, connection),
  });

  // The rules are as large as the rest of the client, and few jobs need them here: they are not loaded before.
  const errorsOfBody = async (body: string): Promise<readonly BodyError[]> =>
    (await import('./secrets/errorsOf.ts')).errorsOf(body, rulesSetting(configuration()));

  context.subscriptions.push(
    log,
    responses,
    previews,
    answers,
    languageStatus,
    connectionItem,
    client,
    sessions,
    provider,
    authentication.registerAuthenticationProvider('lakeformation', 'LakeFormation', provider, {
      supportsMultipleAccounts: true,
    }),
    new CodeLenses({
      isEnabled: () => codeLensSetting(configuration()),
      documentation: async (uri) => documentationOf(client, uri.toString()),
    }),
    ...registerCommands(
      {
        'lakeformation.submitJob': submitJob({
          ...signInPorts,
          connections,
          openDocument,
          countErrors: async (text, uri) => countErrors(client, text, uri),
          fillIn: async (text) => fillIn({ prompts, secrets, variables, errorsOf: errorsOfBody }, text),
          jobsApi,
          isTrusted: () => workspace.isTrusted,
          confirmSetting: () => confirmSetting(configuration()),
          showResponse: async (name, json) => responses.show(name, json),
          locks,
          history,
          answers,
        }),
        'lakeformation.newJob': newJob(prompts, insertSnippet),
        'lakeformation.sortMembers': sortMembers,
        'lakeformation.copyJsonPath': copyJsonPath({
          prompts,
          cursor: activeCursor,
          jsonPathAt: async (cursor) => jsonPathAt(client, cursor),
        }),
        'lakeformation.selectConnection': selectConnection({
          prompts,
          connections,
          hasActiveEditor: () => window.activeTextEditor !== undefined,
          folders: workspaceFolders,
        }),
        'lakeformation.setToken': setToken(connections, signInPorts),
        'lakeformation.signIn': signInCommand(connections, signInPorts),
        'lakeformation.signOut': signOut(connections, sessions, prompts),
        'lakeformation.showLog': () => log.show(),
        'lakeformation.setSecret': setSecret(secrets, prompts),
        'lakeformation.listSecrets': listSecrets(secrets, prompts),
        'lakeformation.deleteSecret': deleteSecret(secrets, prompts),
        'lakeformation.moveSecret': moveSecret({ prompts, secrets, textAt, replaceAt }),
        'lakeformation.explainVariable': explainVariable(variables, prompts),
        'lakeformation.manageConnection': manageConnection({
          prompts,
          connections,
          signIn: signInTo,
          titleOf: (id) => commandTitle(context.extension.packageJSON, id),
          run: async (id, name) => commands.executeCommand(id, name),
        }),
        'lakeformation.addConnection': addConnection(connectionPorts),
        'lakeformation.editConnection': editConnection(connectionPorts),
        'lakeformation.removeConnection': removeConnection(connectionPorts),
        'lakeformation.previewRequest': previewRequest({ prompts, connections, openDocument }, async (uri) =>
          previews.show(uri),
        ),
        'lakeformation.copyAsCurl': copyRequest({ prompts, connections, openDocument }, curlCommand, () =>
          messages.t('Copied: the request as a cURL command'),
        ),
        'lakeformation.copyAsKooCli': copyRequest({ prompts, connections, openDocument }, kooCliCommand, () =>
          messages.t('Copied: the request as input of KooCLI'),
        ),
        'lakeformation.showSubmissions': showSubmissions({ prompts, history, showDocument }),
      },
      (id, error) => {
        log.error(`${id}: ${error instanceof Error ? error.name : 'unknown error'}`);
        void prompts.error(
          messages.t('The command failed, and nothing was changed. The output channel LakeFormation says more.'),
        );
      },
    ),
  );
  const connectionChanged = (): void => {
    connectionItem.update();
    previews.refresh();
    tellConnections(client, {
      connection: identityOf(connections.known('untitled:')),
      folders: workspaceFolders().map((folder) => ({
        uri: folder.uri,
        connection: identityOf(connections.knownIn(folder)),
      })),
    }).catch(() => log.warn('The language server does not run.'));
  };
  connections.onDidChoose(connectionChanged);
  const secretsChanged = async (): Promise<void> => {
    const names = await secrets.names();
    tellSecrets(client, names).catch(() => log.warn('The language server does not run.'));
  };
  secrets.onDidChange(() => void secretsChanged());
  context.subscriptions.push(
    context.secrets.onDidChange(({ key }) => {
      if (key === namesKey) void secretsChanged();
    }),
    workspace.onDidChangeConfiguration((change) => {
      if (!change.affectsConfiguration('lakeformation.connections')) return;
      connectionChanged();
      void provider.refresh();
    }),
    workspace.onDidChangeWorkspaceFolders(connectionChanged),
    sessions.onDidChange(() => connectionItem.update()),
  );
  connectionItem.update();
  // Each time it starts: after a crash, the new server knows nothing.
  client.onDidChangeState(() => {
    if (!client.isRunning()) return;
    languageStatus.showEdition(apiEditionOf(client) ?? '');
    connectionChanged();
    void secretsChanged();
  });
  // When it fails, the client tells the user why.
  client.start().catch(() => log.error('The language server did not start.'));
}

/** What the language server is told of a connection. */
function identityOf(connection: Connection | undefined): ConnectionIdentity | null {
  return connection ? { name: connection.name, instanceId: connection.instanceId } : null;
}

/** Calls a task again and again until the function that it returns is called. */
function repeat(milliseconds: number, task: () => void): () => void {
  const timer = setInterval(task, milliseconds);
  return () => clearInterval(timer);
}

/** Makes the source action of the language server, which the editor asks it for. */
async function sortMembers(): Promise<void> {
  await commands.executeCommand('editor.action.sourceAction', { kind: 'source.sort.lfjob', apply: 'first' });
}

/** Opens a new job document and inserts a snippet of the extension there. */
async function insertSnippet(name: string): Promise<void> {
  await window.showTextDocument(await workspace.openTextDocument({ language: 'lfjob' }));
  await commands.executeCommand('editor.action.insertSnippet', { langId: 'lfjob', name });
}
