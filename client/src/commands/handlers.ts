import * as l10n from '@vscode/l10n';
import { commands, window, workspace, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Connection } from '../connections/connection.ts';
import { activeCursor, openDocument, replaceAt, showDocument, textAt, workspaceFolders } from '../editor/documents.ts';
import { insertSnippet, sortMembers } from '../editor/actions.ts';
import { countErrors, jsonPathAt } from '../language/client.ts';
import { commandTitle } from './title.ts';
import { curlCommand } from '../preview/curl.ts';
import { kooCliCommand } from '../preview/kooCli.ts';
import type { Services } from '../services.ts';
import { confirmSetting, connectionsSetting } from '../state/settings.ts';
import type { DocumentAnswers } from '../submit/ports.ts';
import { showJob } from '../jobs/showJob.ts';
import type { RequestPreviews } from '../views/requestPreviews.ts';
import type { Responses } from '../views/responses.ts';
import type { RuleDocumentation } from '../views/ruleDocumentation.ts';
import { addConnection } from './addConnection.ts';
import { copyJsonPath } from './copyJsonPath.ts';
import { deleteSecret } from './deleteSecret.ts';
import { editConnection } from './editConnection.ts';
import { explainVariable } from './explainVariable.ts';
import type { Commands } from './index.ts';
import { listSecrets } from './listSecrets.ts';
import { manageConnection } from './manageConnection.ts';
import { moveSecret } from './moveSecret.ts';
import { newJob } from './newJob.ts';
import { copyRequest, previewRequest } from './previewRequest.ts';
import { removeConnection } from './removeConnection.ts';
import { selectConnection } from './selectConnection.ts';
import { setSecret } from './setSecret.ts';
import { setToken } from './setToken.ts';
import { showSubmissions } from './showSubmissions.ts';
import { signInCommand } from './signIn.ts';
import { signOut } from './signOut.ts';
import { submitJob } from './submitJob.ts';

/** Where commands show what they have. */
export interface CommandViews {
  readonly responses: Responses;
  readonly previews: RequestPreviews;
  readonly answers: DocumentAnswers;
  readonly ruleDocumentation: RuleDocumentation;
}

/** Every command, built upon the services of a window. */
export function commandHandlers(
  services: Services,
  client: BaseLanguageClient,
  { responses, previews, answers, ruleDocumentation }: CommandViews,
  { extension }: Pick<ExtensionContext, 'extension'>,
): Commands {
  const { prompts, connections, connectionPorts, configuration, history, secrets, signInPorts } = services;
  const showResponse = async (name: string, json: string): Promise<void> => responses.show(name, json);
  const usableConnections = (): readonly Connection[] => connectionsSetting(configuration()).usable;
  const requestPorts = { prompts, connections, openDocument };
  return {
    'lakeformation.submitJob': submitJob({
      ...signInPorts,
      ...services,
      openDocument,
      countErrors: async (text, uri) => countErrors(client, text, uri),
      isTrusted: () => workspace.isTrusted,
      confirmSetting: () => confirmSetting(configuration()),
      showResponse,
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
    'lakeformation.signOut': signOut(connections, services.sessions, prompts),
    'lakeformation.showLog': () => services.log.show(),
    'lakeformation.setSecret': setSecret(secrets, prompts),
    'lakeformation.listSecrets': listSecrets(secrets, prompts),
    'lakeformation.deleteSecret': deleteSecret(secrets, prompts),
    'lakeformation.moveSecret': moveSecret({ prompts, secrets, textAt, replaceAt }),
    'lakeformation.explainVariable': explainVariable(services.variables, prompts),
    'lakeformation.manageConnection': manageConnection({
      prompts,
      connections,
      signIn: services.signInTo,
      titleOf: (id) => commandTitle(extension.packageJSON, id),
      run: async (id, name) => commands.executeCommand(id, name),
    }),
    'lakeformation.addConnection': addConnection(connectionPorts),
    'lakeformation.editConnection': editConnection(connectionPorts),
    'lakeformation.removeConnection': removeConnection(connectionPorts),
    'lakeformation.previewRequest': previewRequest(requestPorts, async (uri) => previews.show(uri)),
    'lakeformation.copyAsCurl': copyRequest(requestPorts, curlCommand, () =>
      l10n.t('Copied: the request as a cURL command'),
    ),
    'lakeformation.copyAsKooCli': copyRequest(requestPorts, kooCliCommand, () =>
      l10n.t('Copied: the request as input of KooCLI'),
    ),
    'lakeformation.showSubmissions': showSubmissions({
      prompts,
      history,
      showDocument,
      showJob: async (record, jobId) =>
        showJob({ ...signInPorts, ...services, showResponse, usableConnections }, record, jobId),
    }),
    'lakeformation.showRules': async () => ruleDocumentation.show(),
  };
}
