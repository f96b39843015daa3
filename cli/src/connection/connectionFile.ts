import { join } from 'node:path';
import * as l10n from '@vscode/l10n';
import { readConnections, type Connection } from '../../../client/src/connections/connection.ts';
import { jsonValue } from '../../../language/src/documents/parse.ts';
import { isObject } from '../../../language/src/documents/value.ts';
import { joinSentences } from '../../../language/src/joining.ts';
import { nearest } from '../../../language/src/schema/nearest.ts';
import { Failure } from '../failure.ts';
import { readTextIfExists } from '../files/readText.ts';
import type { Host } from '../host.ts';
import { configurationFolder } from './userFolders.ts';

/** The connections of the user. */
export interface ConnectionFile {
  readonly path: string;
  readonly connections: readonly Connection[];
  /** The name of the connection that is used if none is named. */
  readonly defaultName: string | undefined;
}

/** Returns the path of the file with the user's connections. No file in a repository can name an endpoint. */
export function connectionFilePath(env: Host['env']): string {
  return join(configurationFolder(env), 'connections.json');
}

/** Reads the user's connections; none, if there is no file. @throws Failure if the file isn't valid */
export async function readConnectionFile(env: Host['env']): Promise<ConnectionFile> {
  const path = connectionFilePath(env);
  const text = await readTextIfExists(path, path);
  if (text === undefined) return { path, connections: [], defaultName: undefined };
  const value = jsonValue(text);
  if (!isObject(value)) throw unusable(path, l10n.t('It must be a JSON object with "connections".'));
  const { usable, problems } = readConnections(value.connections);
  if (problems.length > 0) throw unusable(path, joinSentences(...problems));
  const defaultName = value.default;
  if (defaultName !== undefined && typeof defaultName !== 'string') {
    throw unusable(path, l10n.t('"{0}" must be the name of a connection.', 'default'));
  }
  return { path, connections: usable, defaultName };
}

/** Returns the connection of a name. @throws Failure if there is none */
export function connectionNamed({ connections, path }: ConnectionFile, name: string): Connection {
  const found = connections.find((one) => one.name === name);
  if (found !== undefined) return found;
  const suggestion = nearest(
    name,
    connections.map((one) => one.name),
  );
  throw new Failure(
    suggestion === undefined
      ? l10n.t('"{0}" has no connection "{1}".', path, name)
      : l10n.t('"{0}" has no connection "{1}". Did you mean "{2}"?', path, name, suggestion),
  );
}

function unusable(path: string, reason: string): Failure {
  return new Failure(l10n.t('Couldn’t use "{0}": {1}', path, reason));
}
