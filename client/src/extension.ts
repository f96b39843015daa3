import * as messages from '@vscode/l10n';
import {
  authentication,
  commands,
  env,
  l10n,
  window,
  workspace,
  type ExtensionContext,
  type LogOutputChannel,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { describeFailure } from '../../language/src/failures/describeFailure.ts';
import { LakeFormationAuthentication } from './auth/provider.ts';
import { signIn } from './auth/signIn.ts';
import { commandHandlers } from './commands/handlers.ts';
import { refreshComparison } from './commands/compareJob.ts';
import { jobArgument } from './commands/jobOf.ts';
import { registerCommands } from './commands/index.ts';
import { containingFolder, folderOf, openDocument, readDocument } from './editor/documents.ts';
import { jobFiles } from './editor/jobFiles.ts';
import type { DocumentAnswers, Environment, Platform } from './environment.ts';
import {
  apiEditionOf,
  checkText,
  createLanguageClient,
  languageClientName,
  type CreateLanguageClient,
} from './language/client.ts';
import { answerInstanceValues } from './language/instanceValues.ts';
import { LateSuggestions } from './language/lateSuggestions.ts';
import { openJobs } from './language/openJobs.ts';
import { notifyConnections, notifySecrets } from './language/notifications.ts';
import { windowPrompts } from './prompts/windowPrompts.ts';
import { createServices } from './services.ts';
import { AnswerDiagnostics } from './views/answerDiagnostics.ts';
import { Changes } from './views/changes.ts';
import { ConfigurationFiles } from './views/configurationFiles.ts';
import { CodeLenses } from './views/codeLenses.ts';
import { completeSubmitStep, updateCommandContext } from './views/commandContext.ts';
import { ConnectionItem } from './views/connectionItem.ts';
import { DocumentJobs } from './views/documentJobs.ts';
import { JobItem } from './views/jobItem.ts';
import { JobLogs } from './views/jobLogs.ts';
import { JobSymbols } from './views/jobSymbols.ts';
import { JobPaste } from './views/jobPaste.ts';
import { JobsView } from './views/jobsView.ts';
import { LanguageStatus } from './views/languageStatus.ts';
import { LogLinks } from './views/logLinks.ts';
import { PracticeProgress } from './views/practiceProgress.ts';
import { RemoteJobs } from './views/remoteJobs.ts';
import { RequestPreviews } from './views/requestPreviews.ts';
import { Responses } from './views/responses.ts';
import { offerRenames } from './views/renameOffers.ts';
import { SamplePreview } from './views/samplePreview.ts';
import { RuleDocumentation } from './views/ruleDocumentation.ts';
import { refreshUntitledCodeActions } from './views/untitledCodeActions.ts';

/**
 * Builds the client, wires it, and has the language server start; the platform passes what only it has.
 * Doesn't wait for the server: commands work before it does, and without it.
 */
export function activate(context: ExtensionContext, createClient: CreateLanguageClient, platform: Platform): void {
  if (l10n.bundle !== undefined) messages.config({ contents: l10n.bundle });
  const log = window.createOutputChannel('LakeFormation', { log: true });
  const languageLog = window.createOutputChannel(languageClientName, { log: true });
  const lateSuggestions = new LateSuggestions();
  const client = createLanguageClient(createClient, languageLog, lateSuggestions);
  const responses = new Responses();
  const answers = new AnswerDiagnostics();
  const ruleDocumentation = new RuleDocumentation(context.extensionUri, env.language);
  const changes = new Changes();
  const showRequest: Environment['showRequest'] = async (request) => previews.showReviewed(request);
  const services = createServices(
    editorEnvironment(context, { log, platform, client, responses, answers, changes, showRequest }),
  );
  const { prompts, sessions, secrets, connections } = services;
  const languageStatus = new LanguageStatus();
  const connectionItem = new ConnectionItem(services);
  const previews = new RequestPreviews(services);
  const documentJobs = new DocumentJobs(services);
  const remoteJobs = new RemoteJobs();
  const jobLogs = new JobLogs(services);
  const jobsView = new JobsView(services);
  const samples = new SamplePreview();
  const configurationFiles = new ConfigurationFiles(client, log);
  const provider = new LakeFormationAuthentication({
    ...services,
    chooseConnection: async () => connections.current(),
    signIn: async (connection) => signIn(services, connection),
  });
  const handlers = commandHandlers(
    services,
    client,
    { changes, jobLogs, jobsView, previews, remoteJobs, ruleDocumentation, samples },
    context,
  );
  context.subscriptions.push(
    log,
    sessions,
    services.jobWatch,
    // The client writes to its log until it has ended.
    { dispose: async () => client.dispose().finally(() => languageLog.dispose()) },
    responses,
    changes,
    answers,
    ruleDocumentation,
    languageStatus,
    connectionItem,
    previews,
    remoteJobs,
    samples,
    configurationFiles,
    jobLogs,
    new LogLinks(services, (uri) => jobLogs.jobOf(uri)),
    jobsView,
    provider,
    authentication.registerAuthenticationProvider('lakeformation', 'LakeFormation', provider, {
      supportsMultipleAccounts: true,
    }),
    documentJobs,
    new CodeLenses(services, client, documentJobs),
    new JobItem(services, documentJobs),
    services.instanceLookUps,
    answerInstanceValues(client, services, lateSuggestions),
    new JobPaste(prompts),
    new JobSymbols(services.jobFiles),
    new PracticeProgress(),
    refreshUntitledCodeActions(),
    ...offerRenames(context, prompts),
    ...registerCommands(handlers, (id, error) => {
      log.error(`${id}: ${describeFailure(error)}`);
      void prompts.error(messages.t('The command failed. For details, see the LakeFormation Output channel.'));
    }),
  );

  const connectionChanged = (): void => {
    connectionItem.update();
    previews.refresh();
    notifyConnections(client, services);
    void documentJobs.update();
    void updateCommandContext(services);
  };
  connections.onDidChoose(connectionChanged);
  secrets.onDidChange(() => {
    void notifySecrets(client, services);
    void updateCommandContext(services);
  });
  services.variablePermissions.onDidChange(() => void updateCommandContext(services));
  completeSubmitStep(services.history);
  services.history.onDidChange(({ result, uri }) => {
    if ((result !== 'accepted' && result !== 'found') || !changes.isComparing(uri)) return;
    const updateComparison = changes.update.bind(changes);
    // Where the job can't be read, the comparison stays unchanged.
    refreshComparison({ ...services, updateComparison }, uri).catch(() => undefined);
  });
  context.subscriptions.push(
    context.secrets.onDidChange(({ key }) => secrets.changedElsewhere(key)),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('lakeformation.instance')) services.instanceLookUps.drop();
      if (!change.affectsConfiguration('lakeformation.connections')) return;
      services.instanceLookUps.drop();
      connectionChanged();
      jobsView.connectionsChanged();
      void provider.refresh();
    }),
    workspace.onDidGrantWorkspaceTrust(() => services.instanceLookUps.drop()),
    workspace.onDidChangeWorkspaceFolders(connectionChanged),
    sessions.onDidChange(() => {
      connectionItem.update();
      previews.refresh();
      void updateCommandContext(services);
    }),
  );
  connectionItem.update();
  void documentJobs.update();
  void updateCommandContext(services);
  // Each time it starts: after a crash, the new server knows nothing.
  client.onDidChangeState(() => {
    if (!client.isRunning()) return;
    languageStatus.showEdition(apiEditionOf(client) ?? '');
    notifyConnections(client, services);
    void notifySecrets(client, services);
    void configurationFiles.update();
  });
  // When it fails, the client shows the reason.
  client.start().catch(() => log.error('The language server did not start.'));
}

/** What the editor's environment takes besides the editor itself. */
interface EditorParts {
  readonly log: LogOutputChannel;
  readonly platform: Platform;
  readonly client: BaseLanguageClient;
  readonly responses: Responses;
  readonly changes: Changes;
  readonly answers: DocumentAnswers;
  readonly showRequest: Environment['showRequest'];
}

/** Returns the environment of the services in an editor window. */
function editorEnvironment(
  { secrets, workspaceState }: ExtensionContext,
  { log, platform, client, responses, changes, answers, showRequest }: EditorParts,
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
    schedule: (milliseconds, callback) => {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
    isTrusted: () => workspace.isTrusted,
    folderOf,
    containingFolder,
    openDocument,
    readDocument,
    jobFiles,
    openJobs,
    openPracticeJob: async () => commands.executeCommand('lakeformation.openPracticeJob'),
    checkText: async (text, uri) => checkText(client, text, uri),
    showResponse: async (title, json) => responses.show(title, json),
    showTable: async (title, text) => responses.showTable(title, text),
    startJob: async (job) => commands.executeCommand('lakeformation.startJob', jobArgument(job)),
    showLog: async (job) => commands.executeCommand('lakeformation.showJobLog', jobArgument(job)),
    showRequest,
    copyAsCurl: async (uri) => commands.executeCommand('lakeformation.copyAsCurl', uri),
    editConnection: async (name) => commands.executeCommand('lakeformation.editConnection', name),
    showChanges: async (documentChanges) => changes.show(documentChanges),
    answers,
  };
}
