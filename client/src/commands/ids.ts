/** The commands of the extension, as the manifest contributes them; a test compares the two. */
export const commandIds = [
  'lakeformation.submitJob',
  'lakeformation.newJob',
  'lakeformation.sortMembers',
  'lakeformation.copyJsonPath',
  'lakeformation.selectConnection',
  'lakeformation.setToken',
  'lakeformation.removeToken',
  'lakeformation.showLog',
] as const;

export type CommandId = (typeof commandIds)[number];
