import * as messages from '@vscode/l10n';
import { authentication, l10n, window, workspace, type ExtensionContext, type LogOutputChannel } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { describeFailure } from '../../language/src/failures/describeFailure.ts';
import { LakeFormationAuthentication } from './auth/provider.ts';
import { signIn } from './auth/signIn.ts';
import { commandHandlers } from './commands/handlers.ts';
import { registerCommands } from './commands/index.ts';
import { containingFolder, folderOf, openDocument } from './editor/documents.ts';
import type { DocumentAnswers, Environment, Platform } from './environment.ts';
import {
  apiEditionOf,
  countErrors,
  createLanguageClient,
  languageClientName,
  type CreateLanguageClient,
} from './language/client.ts';
import { notifyConnections, notifySecrets } from './language/notifications.ts';
import { windowPrompts } from './prompts/windowPrompts.ts';
import { createServices } from './services.ts';
import { AnswerDiagnostics } from './views/answerDiagnostics.ts';
import { CodeLenses } from './views/codeLenses.ts';
import { updateCommandContext } from './views/commandContext.ts';
import { ConnectionItem } from './views/connectionItem.ts';
import { JobPaste } from './views/jobPaste.ts';
import { LanguageStatus } from './views/languageStatus.ts';
import { PracticeProgress } from './views/practiceProgress.ts';
import { RequestPreviews } from './views/requestPreviews.ts';
import { Responses } from './views/responses.ts';
import { offerRenames } from './views/renameOffers.ts';
import { SamplePreview } from './views/samplePreview.ts';
import { RuleDocumentation } from './views/ruleDocumentation.ts';

/**
 * Builds the client, wires it, and has the language server start; the platform passes what only it has.
 * Does not wait for the server: commands work before it does, and without it.
 */
export function activate(context: ExtensionContext, createClient: CreateLanguageClient, platform: Platform): void {
  if (l10n.bundle !== undefined) messages.config({ contents: l10n.bundle });
  const log = window.createOutputChannel('LakeFormation', { log: true });
  const languageLog = window.createOutputChannel(languageClientName, { log: true });
  const client = createLanguageClient(createClient, languageLog);
  const responses = new Responses();
  const answers = new AnswerDiagnostics();
  const ruleDocumentation = new RuleDocumentation(context.extensionUri);
  const services = createServices(editorEnvironment(context, { log, platform, client, responses, answers }));
  const { prompts, sessions, secrets, connections } = services;
  const languageStatus = new LanguageStatus();
  const connectionItem = new ConnectionItem(services);
  const previews = new RequestPreviews(services);
  const samples = new SamplePreview();
  const provider = new LakeFormationAuthentication({
    ...services,
    chooseConnection: async () => connections.current(),
    signIn: async (connection) => signIn(services, connection),
  });
  const handlers = commandHandlers(services, client, { previews, ruleDocumentation, samples }, context);
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
    samples,
    provider,
    authentication.registerAuthenticationProvider('lakeformation', 'LakeFormation', provider, {
      supportsMultipleAccounts: true,
    }),
    new CodeLenses(services, client),
    new JobPaste(prompts),
    new PracticeProgress(),
    ...offerRenames(context, prompts),
    ...registerCommands(handlers, (id, error) => {
      log.error(`${id}: ${describeFailure(error)}`);
      void prompts.error(messages.t('The command failed. The output channel LakeFormation says where.'));
    }),
  );

  const connectionChanged = (): void => {
    connectionItem.update();
    previews.refresh();
    notifyConnections(client, services);
    void updateCommandContext(services);
  };
  connections.onDidChoose(connectionChanged);
  secrets.onDidChange(() => {
    void notifySecrets(client, services);
    void updateCommandContext(services);
  });
  services.variablePermissions.onDidChange(() => void updateCommandContext(services));
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
      void updateCommandContext(services);
    }),
  );
  connectionItem.update();
  void updateCommandContext(services);
  // Each time it starts: after a crash, the new server knows nothing.
  client.onDidChangeState(() => {
    if (!client.isRunning()) return;
    languageStatus.showEdition(apiEditionOf(client) ?? '');
    notifyConnections(client, services);
    void notifySecrets(client, services);
  });
  // When it fails, the client tells the user why.
  client.start().catch(() => log.error('The language server did not start.'));
}

/** What the editor's environment takes besides the editor itself. */
interface EditorParts {
  readonly log: LogOutputChannel;
  readonly platform: Platform;
  readonly client: BaseLanguageClient;
  readonly responses: Responses;
  readonly answers: DocumentAnswers;
}

/** Returns the environment of the services in an editor window. */
function editorEnvironment(
  { secrets, workspaceState }: ExtensionContext,
  { log, platform, client, responses, answers }: EditorParts,
): Environment {
  return {
    ...platform,
    prompts: windowPrompts,
    log,
    configuration: () => workspace.getConfiguration('lakeformation'),
    secretStorage: secrets,
    workspaceState,
    workspace: () => (workspace.workspaceFile ?? workspace.workspaceFolders?.[0]?.uri ?? '').toString(),
    fetch: async (url, init) => fetch(url, init),
    now: Date.now,
    isTrusted: () => workspace.isTrusted,
    folderOf,
    containingFolder,
    openDocument,
    countErrors: async (text, uri) => countErrors(client, text, uri),
    showResponse: async (title, json) => responses.show(title, json),
    answers,
  };
}
