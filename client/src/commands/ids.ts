/** The commands of the extension, as the manifest contributes them; a test compares the two. */
export const commandIds = [
  'lakeformation.submitJob',
  'lakeformation.submitAndRun',
  'lakeformation.startJob',
  'lakeformation.stopJob',
  'lakeformation.manageJob',
  'lakeformation.openJob',
  'lakeformation.saveJobAs',
  'lakeformation.compareJob',
  'lakeformation.takeRemoteVersion',
  'lakeformation.submitChangedJobs',
  'lakeformation.showJobLog',
  'lakeformation.showJobHistory',
  'lakeformation.deleteJobs',
  'lakeformation.copyJobId',
  'lakeformation.refreshJobs',
  'lakeformation.filterJobs',
  'lakeformation.clearJobFilter',
  'lakeformation.loadMoreJobs',
  'lakeformation.checkPrerequisites',
  'lakeformation.newJob',
  'lakeformation.openPracticeJob',
  'lakeformation.sortProperties',
  'lakeformation.copyJsonPath',
  'lakeformation.selectConnection',
  'lakeformation.signIn',
  'lakeformation.signOut',
  'lakeformation.showLog',
  'lakeformation.setSecret',
  'lakeformation.listSecrets',
  'lakeformation.deleteSecret',
  'lakeformation.revokeEnvironmentPermissions',
  'lakeformation.manageConnection',
  'lakeformation.addConnection',
  'lakeformation.editConnection',
  'lakeformation.removeConnection',
  'lakeformation.previewRequest',
  'lakeformation.refreshPreview',
  'lakeformation.copyAsCurl',
  'lakeformation.copyAsKooCli',
  'lakeformation.showSubmissions',
  'lakeformation.showRules',
] as const;

export type CommandId = (typeof commandIds)[number];

/** The commands that only code actions of the language server run: the palette has none of them. */
export const codeActionCommandIds = [
  'lakeformation.moveSecret',
  'lakeformation.explainVariable',
  'lakeformation.reportRemovedToken',
] as const;

export type CodeActionCommandId = (typeof codeActionCommandIds)[number];
