import type { ConnectedInstance } from '../../../language/src/rules/environment.ts';
import { isObject } from '../../../language/src/schema/jsonSchema.ts';

/** Which connection the jobs of each folder go to, and those outside of all. */
export interface KnownConnections {
  readonly elsewhere: ConnectedInstance | undefined;
  /** The innermost folders first. */
  readonly folders: readonly { readonly uri: string; readonly connection: ConnectedInstance | undefined }[];
}

export const noConnections: KnownConnections = { elsewhere: undefined, folders: [] };

/** The connections in what a client sent, which may be anything. */
export function connectionsFrom(params: unknown): KnownConnections {
  if (!isObject(params)) return noConnections;
  const folders = (Array.isArray(params.folders) ? params.folders : []).flatMap((folder: unknown) =>
    isObject(folder) && typeof folder.uri === 'string'
      ? [{ uri: folder.uri.replace(/\/$/, ''), connection: instanceFrom(folder.connection) }]
      : [],
  );
  return {
    elsewhere: instanceFrom(params.connection),
    folders: folders.sort((one, other) => other.uri.length - one.uri.length),
  };
}

/** The connection that a document would be submitted to. */
export function connectionOf(uri: string, { elsewhere, folders }: KnownConnections): ConnectedInstance | undefined {
  const folder = folders.find((one) => uri.startsWith(`${one.uri}/`));
  return folder ? folder.connection : elsewhere;
}

function instanceFrom(connection: unknown): ConnectedInstance | undefined {
  if (!isObject(connection)) return undefined;
  const { name, instanceId } = connection;
  return typeof name === 'string' && typeof instanceId === 'string' && instanceId !== ''
    ? { name, instanceId }
    : undefined;
}
