import { isObject } from '../../../language/src/documents/value.ts';
import type { ConnectedInstance } from '../../../language/src/rules/environment.ts';

interface Folder {
  readonly uri: string;
  readonly connection: ConnectedInstance | undefined;
}

/** The LakeFormation connection that is selected for each folder, and the one for documents outside of them. */
export class FolderConnections {
  #outside: ConnectedInstance | undefined;
  /** The innermost folders first. */
  #folders: readonly Folder[] = [];

  /** Handles `lfjob/didChangeConnection`, with any parameters. @returns whether a connection changed */
  update(params: unknown): boolean {
    const before = JSON.stringify([this.#outside, this.#folders]);
    this.#outside = isObject(params) ? instanceFrom(params.connection) : undefined;
    this.#folders = isObject(params) ? foldersFrom(params.folders) : [];
    return JSON.stringify([this.#outside, this.#folders]) !== before;
  }

  /** Returns the connection that a document would be submitted to, if one is selected. */
  of(uri: string): ConnectedInstance | undefined {
    const folder = this.#folders.find((one) => uri.startsWith(`${one.uri}/`));
    return folder ? folder.connection : this.#outside;
  }
}

function foldersFrom(folders: unknown): readonly Folder[] {
  return (Array.isArray(folders) ? folders : [])
    .flatMap((folder: unknown) =>
      isObject(folder) && typeof folder.uri === 'string'
        ? [{ uri: folder.uri.replace(/\/$/, ''), connection: instanceFrom(folder.connection) }]
        : [],
    )
    .sort((one, other) => other.uri.length - one.uri.length);
}

function instanceFrom(connection: unknown): ConnectedInstance | undefined {
  if (!isObject(connection)) return undefined;
  const { name, instanceId } = connection;
  return typeof name === 'string' && typeof instanceId === 'string' && instanceId !== ''
    ? { name, instanceId }
    : undefined;
}
