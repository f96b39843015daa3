import * as l10n from '@vscode/l10n';
import { commands, env, Uri, window, workspace, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { activeCursor, replaceAt, showDocument, textAt, workspaceFolders } from '../editor/documents.ts';
import { sortMembers } from '../editor/actions.ts';
import { openNewDocument } from '../editor/newDocument.ts';
import { showJob } from '../jobs/showJob.ts';
import { jsonPathAt } from '../language/client.ts';
import { curlCommand } from '../preview/curl.ts';
import { kooCliCommand } from '../preview/kooCli.ts';
import type { Services } from '../services.ts';
import type { RequestPreviews } from '../views/requestPreviews.ts';
import type { RuleDocumentation } from '../views/ruleDocumentation.ts';
import type { SamplePreview } from '../views/samplePreview.ts';
import { addConnection } from './addConnection.ts';
import { copyJsonPath } from './copyJsonPath.ts';
import { deleteSecret } from './deleteSecret.ts';
import { editConnection } from './editConnection.ts';
import { explainVariable } from './explainVariable.ts';
import type { CommandHandlers } from './index.ts';
import { listSecrets } from './listSecrets.ts';
import { manageConnection } from './manageConnection.ts';
import { moveSecret } from './moveSecret.ts';
import { newJob } from './newJob.ts';
import { openPracticeJob } from './openPracticeJob.ts';
import { copyRequest, previewRequest } from './previewRequest.ts';
import { reportRemovedToken } from '../secrets/reportRemovedToken.ts';
import { removeConnection } from './removeConnection.ts';
import { revokeEnvironmentPermissions } from './revokeEnvironmentPermissions.ts';
import { selectConnection } from './selectConnection.ts';
import { setSecret } from './setSecret.ts';
import { showSubmissions } from './showSubmissions.ts';
import { signInCommand } from './signIn.ts';
import { signOut } from './signOut.ts';
import { submitJob } from './submitJob.ts';
import { commandTitle } from './title.ts';

/** The views that commands open. */
export interface CommandViews {
  readonly previews: RequestPreviews;
  readonly ruleDocumentation: RuleDocumentation;
  readonly samples: SamplePreview;
}

/** Returns what every command does, by its ID. */
export function commandHandlers(
  services: Services,
  client: BaseLanguageClient,
  { previews, ruleDocumentation, samples }: CommandViews,
  { extension }: Pick<ExtensionContext, 'extension'>,
): CommandHandlers {
  const { prompts, secrets } = services;
  const readFile = async (path: string): Promise<string> =>
    new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(extension.extensionUri, path)));
  return {
    'lakeformation.submitJob': submitJob(services),
    'lakeformation.newJob': newJob({
      ...services,
      readFile,
      readClipboard: async () => env.clipboard.readText(),
      open: openNewDocument,
      preview: async (sample) => samples.show(sample),
    }),
    'lakeformation.openPracticeJob': openPracticeJob({ ...services, open: openNewDocument, readFile }),
    'lakeformation.sortMembers': sortMembers,
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
    'lakeformation.setSecret': setSecret(secrets, prompts),
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
    'lakeformation.copyAsCurl': copyRequest(services, curlCommand, () =>
      l10n.t('Copied: the request as a cURL command'),
    ),
    'lakeformation.copyAsKooCli': copyRequest(services, kooCliCommand, () =>
      l10n.t('Copied: the request as input of KooCLI'),
    ),
    'lakeformation.showSubmissions': showSubmissions({
      ...services,
      showDocument,
      showJob: async (record, jobId) => showJob(services, record, jobId),
    }),
    'lakeformation.showRules': async () => ruleDocumentation.show(),
  };
}
