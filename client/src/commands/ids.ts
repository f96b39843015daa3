/** The commands of the extension, as the manifest contributes them; a test compares the two. */
export const commandIds = [
  'lakeformation.submitJob',
  'lakeformation.newJob',
  'lakeformation.openPracticeJob',
  'lakeformation.sortMembers',
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
