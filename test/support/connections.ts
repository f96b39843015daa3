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
