import type { ChoiceOptions } from '../../client/src/connections/choice.ts';
import type { Connection } from '../../client/src/connections/connection.ts';

/** A connection that no test reaches. */
export const dev: Connection = {
  name: 'dev',
  region: 'r',
  endpoint: 'https://host',
  iamEndpoint: 'https://iam',
  projectId: 'p',
  instanceId: 'i',
};

/** A window without folders, with a user who adds no connection. */
export const noFolders: ChoiceOptions = {
  folderOf: () => undefined,
  add: async () => Promise.resolve(undefined),
  onFailure: () => undefined,
};
