import * as messages from '@vscode/l10n';
import { authentication, l10n, window, workspace, type ExtensionContext } from 'vscode';
import { describeFailure } from '../../language/src/failures/describeFailure.ts';
import { LakeFormationAuthentication } from './auth/provider.ts';
import { signIn } from './auth/signIn.ts';
import { commandHandlers } from './commands/handlers.ts';
import { registerCommands } from './commands/index.ts';
import {
  apiEditionOf,
  createLanguageClient,
  documentationOf,
  languageClientName,
  type CreateLanguageClient,
} from './language/client.ts';
import { createInformant } from './language/inform.ts';
import type { Variables } from './secrets/variables.ts';
import { createServices } from './services.ts';
import { codeLensSetting, connectionsSetting } from './state/settings.ts';
import { AnswerDiagnostics } from './views/answerDiagnostics.ts';
import { CodeLenses } from './views/codeLenses.ts';
import { ConnectionItem } from './views/connectionItem.ts';
import { LanguageStatus } from './views/languageStatus.ts';
import { RequestPreviews } from './views/requestPreviews.ts';
import { Responses } from './views/responses.ts';
import { RuleDocumentation } from './views/ruleDocumentation.ts';

/**
 * Builds the client, wires it, and has the language server start; the platform passes what only it has.
 * Does not wait for the server: commands work before it does, and without it.
 */
export function activate(context: ExtensionContext, createClient: CreateLanguageClient, variables: Variables): void {
  if (l10n.bundle !== undefined) messages.config({ contents: l10n.bundle });
  const services = createServices(context, variables);
  const { log, prompts, sessions, secrets, connections, configuration, signInPorts } = services;
  const languageLog = window.createOutputChannel(languageClientName, { log: true });
  const client = createLanguageClient(createClient, languageLog);
  const responses = new Responses();
  const answers = new AnswerDiagnostics();
  const ruleDocumentation = new RuleDocumentation(context.extensionUri);
  const languageStatus = new LanguageStatus();
  const connectionItem = new ConnectionItem({ connection: () => connections.known(), signIn: services.signInTo });
  const previews = new RequestPreviews({
    connection: (uri) => connections.known(uri),
    credential: services.credential,
  });
  const provider = new LakeFormationAuthentication({
    sessions,
    connections: () => connectionsSetting(configuration()).usable,
    chooseConnection: async () => connections.current(),
    signIn: async (connection) => signIn(signInPorts, connection),
  });
  const handlers = commandHandlers(services, client, { responses, previews, answers, ruleDocumentation }, context);
  context.subscriptions.push(
    log,
    sessions,
    // The client writes to its log until it has ended.
    { dispose: async () => client.dispose().finally(() => languageLog.dispose()) },
    responses,
    answers,
    ruleDocumentation,
    languageStatus,
    connectionItem,
    previews,
    provider,
    authentication.registerAuthenticationProvider('lakeformation', 'LakeFormation', provider, {
      supportsMultipleAccounts: true,
    }),
    new CodeLenses({
      isEnabled: () => codeLensSetting(configuration()),
      documentation: async (uri) => documentationOf(client, uri.toString()),
    }),
    ...registerCommands(handlers, (id, error) => {
      log.error(`${id}: ${describeFailure(error)}`);
      void prompts.error(messages.t('The command failed. The output channel LakeFormation says where.'));
    }),
  );

  const informant = createInformant(client, services);
  const connectionChanged = (): void => {
    connectionItem.update();
    previews.refresh();
    informant.connections();
  };
  connections.onDidChoose(connectionChanged);
  secrets.onDidChange(() => void informant.secrets());
  context.subscriptions.push(
    context.secrets.onDidChange(({ key }) => secrets.changedElsewhere(key)),
    workspace.onDidChangeConfiguration((change) => {
      if (!change.affectsConfiguration('lakeformation.connections')) return;
      connectionChanged();
      void provider.refresh();
    }),
    workspace.onDidChangeWorkspaceFolders(connectionChanged),
    sessions.onDidChange(() => {
      connectionItem.update();
      previews.refresh();
    }),
  );
  connectionItem.update();
  // Each time it starts: after a crash, the new server knows nothing.
  client.onDidChangeState(() => {
    if (!client.isRunning()) return;
    languageStatus.showEdition(apiEditionOf(client) ?? '');
    informant.connections();
    void informant.secrets();
  });
  // When it fails, the client tells the user why.
  client.start().catch(() => log.error('The language server did not start.'));
}
