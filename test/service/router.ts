const instance = '/v1/(?<project>[^/]+)/instances/(?<instance>[^/]+)';

/** Every operation: its method and the form of its path. */
const routes = {
  createJob: ['POST', `${instance}/lf-jobs`],
  listJobs: ['GET', `${instance}/lf-jobs`],
  showJob: ['GET', `${instance}/lf-jobs/(?<job>[^/]+)`],
  updateJob: ['PUT', `${instance}/lf-jobs/(?<job>[^/]+)`],
  deleteJob: ['DELETE', `${instance}/lf-jobs/(?<job>[^/]+)`],
  startJob: ['POST', `${instance}/lf-jobs/(?<job>[^/]+)/start`],
  stopJob: ['POST', `${instance}/lf-jobs/(?<job>[^/]+)/stop`],
  showJobLog: ['GET', `${instance}/lf-jobs/(?<job>[^/]+)/log`],
  showJobHistory: ['GET', `${instance}/lf-jobs/(?<job>[^/]+)/history`],
  listCatalogs: ['GET', `${instance}/catalogs`],
  listDatabaseNames: ['GET', `${instance}/catalogs/(?<catalog>[^/]+)/databases/names`],
  listUsers: ['GET', `${instance}/users`],
  listGroups: ['GET', `${instance}/groups`],
  listRoleNames: ['GET', `${instance}/roles/names`],
  listBuckets: ['GET', '/v1/(?<project>[^/]+)/obs/buckets'],
  listObjects: ['GET', '/v1/(?<project>[^/]+)/obs/buckets/(?<bucket>[^/]+)'],
  showAgency: ['GET', '/v2/agency'],
  listInstances: ['GET', '/v1/(?<project>[^/]+)/instances'],
  createToken: ['POST', '/v3/auth/tokens'],
  showToken: ['GET', '/v3/auth/tokens'],
  listProjects: ['GET', '/v3/projects'],
} as const;

export type OperationName = keyof typeof routes;

/** The operation that a request asks for, and the ids in its path. */
export interface Route {
  readonly operation: OperationName;
  readonly ids: Readonly<Record<string, string>>;
}

const compiled = new Map<OperationName, { readonly method: string; readonly path: RegExp }>();
for (const [operation, [method, path]] of entries(routes)) {
  compiled.set(operation, { method, path: new RegExp(`^${path}$`) });
}

/** Finds the operation of a request; `undefined` where there is none. */
export function route(method: string, path: string): Route | undefined {
  for (const [operation, candidate] of compiled) {
    const match = candidate.method === method ? candidate.path.exec(path) : null;
    if (match) return { operation, ids: match.groups ?? {} };
  }
  return undefined;
}

function entries<Key extends string, Value>(record: Readonly<Record<Key, Value>>): [Key, Value][] {
  const keys = new Set<string>(Object.keys(record));
  const isKey = (key: string): key is Key => keys.has(key);
  return [...keys].filter(isKey).map((key) => [key, record[key]]);
}
