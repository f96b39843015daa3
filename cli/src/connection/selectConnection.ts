import * as l10n from '@vscode/l10n';
import { readConnection, type Connection } from '../../../client/src/connections/connection.ts';
import type { Arguments } from '../arguments/readArguments.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { connectionNamed, readConnectionFile } from './connectionFile.ts';

/** The options that describe a connection without a file. */
const properties = ['endpoint', 'region', 'project', 'instance'] as const;

/**
 * Returns the connection of the options: the one that they describe or name, or the user's default or only one.
 * @throws Failure if there is none, or one that isn't valid
 */
export async function selectConnection({ env }: Pick<Host, 'env'>, given: Arguments): Promise<Connection> {
  const name = given.valueOf('connection');
  const described = properties.find((one) => given.has(one));
  if (described === undefined) return connectionOfFile(env, name);
  if (name !== undefined) {
    throw new Failure(l10n.t('"{0}" can’t be combined with "{1}".', '--connection', `--${described}`));
  }
  return describedConnection(given);
}

async function connectionOfFile(env: Host['env'], name: string | undefined): Promise<Connection> {
  const file = await readConnectionFile(env);
  const { connections, defaultName, path } = file;
  const wanted = name ?? defaultName;
  if (wanted !== undefined) return connectionNamed(file, wanted);
  const [first, second] = connections;
  if (first === undefined) {
    throw new Failure(
      l10n.t('Enter a connection: {0}. Or add connections to "{1}".', '--region --project --instance', path),
    );
  }
  if (second !== undefined) {
    const names = connections.map((one) => one.name).join(', ');
    throw new Failure(l10n.t('Select a connection with "{0}": {1}.', '--connection', names));
  }
  return first;
}

function describedConnection(given: Arguments): Connection {
  const [endpoint, region, project, instance] = properties.map((one) => given.valueOf(one));
  if (project === undefined || instance === undefined || (endpoint === undefined && region === undefined)) {
    const missing = project === undefined ? '--project' : instance === undefined ? '--instance' : '--region';
    throw new Failure(l10n.t('"{0}" is missing.', missing));
  }
  const connection = readConnection(
    {
      name: instance,
      region: region ?? regionIn(endpoint ?? ''),
      ...(endpoint !== undefined && { endpoint }),
      projectId: project,
      instanceId: instance,
    },
    0,
  );
  if (typeof connection === 'string') throw new Failure(connection);
  return connection;
}

/** Returns the region in an endpoint such as `https://lakeformation.cn-north-4.myhuaweicloud.com`. */
function regionIn(endpoint: string): string {
  return /^https?:\/\/[a-z0-9-]+\.([a-z0-9-]+)\./i.exec(endpoint)?.[1] ?? 'local';
}
