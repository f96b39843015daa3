import { isObject } from '../../../language/src/documents/value.ts';
import type { ConnectedInstance } from '../../../language/src/rules/environment.ts';
import { folderOf, foldersFrom, type Folder } from './folders.ts';

/** The LakeFormation connection that is selected for each folder, and the one for documents outside of them. */
export class FolderConnections {
  #outside: ConnectedInstance | undefined;
  #folders: readonly Folder<ConnectedInstance | undefined>[] = [];

  /** Handles `lfjob/didChangeConnection`, with any parameters. @returns whether a connection changed */
  update(params: unknown): boolean {
    const before = JSON.stringify([this.#outside, this.#folders]);
    this.#outside = isObject(params) ? instanceFrom(params.connection) : undefined;
    this.#folders = isObject(params) ? foldersFrom(params.folders, ({ connection }) => instanceFrom(connection)) : [];
    return JSON.stringify([this.#outside, this.#folders]) !== before;
  }

  /** Returns the connection that a document would be submitted to, if one is selected. */
  of(uri: string): ConnectedInstance | undefined {
    const folder = folderOf(uri, this.#folders);
    return folder ? folder.value : this.#outside;
  }
}

function instanceFrom(connection: unknown): ConnectedInstance | undefined {
  if (!isObject(connection)) return undefined;
  const { name, instanceId } = connection;
  return typeof name === 'string' && typeof instanceId === 'string' && instanceId !== ''
    ? { name, instanceId }
    : undefined;
}
