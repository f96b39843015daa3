import * as l10n from '@vscode/l10n';
import { commands, env, Uri, window, workspace, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { activeCursor, editDocument, replaceAt, showDocument, textAt, workspaceFolders } from '../editor/documents.ts';
import { openNewDocument, saveNewFile } from '../editor/newDocument.ts';
import { startJob } from '../jobs/change/startJob.ts';
import { stopJob } from '../jobs/change/stopJob.ts';
import { showHistory } from '../jobs/showHistory.ts';
import { showJob } from '../jobs/showJob.ts';
import { jsonPathAt } from '../language/client.ts';
import { curlCommand } from '../preview/curl.ts';
import { kooCliCommand } from '../preview/kooCli.ts';
import type { Services } from '../services.ts';
import type { Changes } from '../views/changes.ts';
import type { RemoteJobs } from '../views/remoteJobs.ts';
import type { JobLogs } from '../views/jobLogs.ts';
import type { JobsView } from '../views/jobsView.ts';
import type { RequestPreviews } from '../views/requestPreviews.ts';
import type { RuleDocumentation } from '../views/ruleDocumentation.ts';
import type { SamplePreview } from '../views/samplePreview.ts';
import { addConnection } from './addConnection.ts';
import { compareJob, type ComparingServices } from './compareJob.ts';
import { checkPrerequisites } from './checkPrerequisites.ts';
import { copyJobId, deleteJobs, forSelectedJobs } from './changeJobs.ts';
import { copyJsonPath } from './copyJsonPath.ts';
import { deleteSecret } from './deleteSecret.ts';
import { editConnection } from './editConnection.ts';
import { explainVariable } from './explainVariable.ts';
import type { CommandHandlers } from './index.ts';
import { listSecrets } from './listSecrets.ts';
import { manageConnection } from './manageConnection.ts';
import { manageJob } from './manageJob.ts';
import { moveSecret } from './moveSecret.ts';
import { newJob } from './newJob.ts';
import { jobArgument } from './jobOf.ts';
import { openJob } from './openJob.ts';
import { openPracticeJob } from './openPracticeJob.ts';
import { copyRequest, previewRequest } from './previewRequest.ts';
import { reportRemovedToken } from '../secrets/reportRemovedToken.ts';
import { removeConnection } from './removeConnection.ts';
import { revokeEnvironmentPermissions } from './revokeEnvironmentPermissions.ts';
import { saveJobAs } from './saveJobAs.ts';
import { selectConnection } from './selectConnection.ts';
import { setSecret } from './setSecret.ts';
import { showSubmissions } from './showSubmissions.ts';
import { signInCommand } from './signIn.ts';
import { signOut } from './signOut.ts';
import { sortPropertiesCommand } from './sortProperties.ts';
import { submitChangedJobs } from './submitChangedJobs.ts';
import { submitAndRun, submitJob } from './submitJob.ts';
import { withJob } from './withJob.ts';
import { takeRemoteVersion } from './takeRemoteVersion.ts';
import { commandTitle } from './title.ts';

/** The views that commands open. */
export interface CommandViews {
  readonly changes: Changes;
  readonly jobLogs: JobLogs;
  readonly jobsView: JobsView;
  readonly previews: RequestPreviews;
  readonly remoteJobs: RemoteJobs;
  readonly ruleDocumentation: RuleDocumentation;
  readonly samples: SamplePreview;
}

/** Returns what every command does, by its ID. */
export function commandHandlers(
  services: Services,
  client: BaseLanguageClient,
  { changes, jobLogs, jobsView, previews, remoteJobs, ruleDocumentation, samples }: CommandViews,
  { extension }: Pick<ExtensionContext, 'extension'>,
): CommandHandlers {
  const { prompts, secrets } = services;
  const readFile = async (path: string): Promise<string> =>
    new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(extension.extensionUri, path)));
  const comparing: ComparingServices = {
    ...services,
    showComparison: async (comparison) => changes.compare(comparison),
    updateComparison: (comparison) => changes.update(comparison),
  };
  return {
    'lakeformation.submitJob': submitJob(services),
    'lakeformation.submitChangedJobs': submitChangedJobs(services),
    'lakeformation.submitAndRun': submitAndRun(services),
    'lakeformation.manageJob': manageJob({
      ...services,
      titleOf: (id) => commandTitle(extension.packageJSON, id),
      run: async (id, target) => commands.executeCommand(id, target),
    }),
    'lakeformation.startJob': forSelectedJobs(
      services,
      'start',
      withJob(services, async (job) => startJob(services, job)),
    ),
    'lakeformation.stopJob': forSelectedJobs(
      services,
      'stop',
      withJob(services, async (job) => {
        await stopJob(services, job);
      }),
    ),
    'lakeformation.showJobLog': withJob(services, async (job) => jobLogs.show(job)),
    'lakeformation.showJobHistory': withJob(services, async (job) => showHistory(services, job)),
    'lakeformation.deleteJobs': deleteJobs(services, () => jobsView.selected),
    'lakeformation.copyJobId': copyJobId(services),
    'lakeformation.refreshJobs': async (name) => jobsView.refresh(name),
    'lakeformation.filterJobs': async (part) => jobsView.askForFilter(part),
    'lakeformation.clearJobFilter': async () => jobsView.setFilter({}),
    'lakeformation.loadMoreJobs': async (name) => jobsView.loadMore(name),
    'lakeformation.openJob': openJob({
      ...services,
      showRemoteJob: async (job) => remoteJobs.show(job, jobArgument(job.reference)),
    }),
    'lakeformation.saveJobAs': saveJobAs({ ...services, saveNewFile }),
    'lakeformation.compareJob': compareJob(comparing),
    'lakeformation.takeRemoteVersion': takeRemoteVersion({ ...comparing, editDocument }),
    'lakeformation.checkPrerequisites': checkPrerequisites(services),
    'lakeformation.newJob': newJob({
      ...services,
      readFile,
      readClipboard: async () => env.clipboard.readText(),
      open: openNewDocument,
      preview: async (sample) => samples.show(sample),
    }),
    'lakeformation.openPracticeJob': openPracticeJob({ ...services, open: openNewDocument, readFile }),
    'lakeformation.sortProperties': sortPropertiesCommand({ ...services, editDocument }),
    'lakeformation.copyJsonPath': copyJsonPath({
      prompts,
      cursor: activeCursor,
      jsonPathAt: async (cursor) => jsonPathAt(client, cursor),
    }),
    'lakeformation.selectConnection': selectConnection({
      ...services,
      hasActiveEditor: () => window.activeTextEditor !== undefined,
      folders: workspaceFolders,
    }),
    'lakeformation.signIn': signInCommand(services),
    'lakeformation.signOut': signOut(services),
    'lakeformation.showLog': () => services.log.show(),
    'lakeformation.setSecret': setSecret(services),
    'lakeformation.listSecrets': listSecrets(secrets, prompts),
    'lakeformation.deleteSecret': deleteSecret(secrets, prompts),
    'lakeformation.revokeEnvironmentPermissions': revokeEnvironmentPermissions(services),
    'lakeformation.moveSecret': moveSecret({ ...services, textAt, replaceAt }),
    'lakeformation.explainVariable': explainVariable(services.variables, prompts),
    'lakeformation.reportRemovedToken': () => reportRemovedToken(prompts),
    'lakeformation.manageConnection': manageConnection({
      ...services,
      titleOf: (id) => commandTitle(extension.packageJSON, id),
      run: async (id, name) => commands.executeCommand(id, name),
    }),
    'lakeformation.addConnection': addConnection(services),
    'lakeformation.editConnection': editConnection(services),
    'lakeformation.removeConnection': removeConnection(services),
    'lakeformation.previewRequest': previewRequest(services, async (uri) => previews.show(uri)),
    'lakeformation.refreshPreview': previewRequest(services, async (uri) => previews.show(uri)),
    'lakeformation.copyAsCurl': copyRequest(services, curlCommand, () =>
      l10n.t('Copied the request as a cURL command.'),
    ),
    'lakeformation.copyAsKooCli': copyRequest(services, kooCliCommand, () =>
      l10n.t('Copied the request as KooCLI input.'),
    ),
    'lakeformation.showSubmissions': showSubmissions({
      ...services,
      showDocument,
      showJob: async (record, jobId) => showJob(services, record, jobId),
    }),
    'lakeformation.showRules': async () => ruleDocumentation.show(),
  };
}
