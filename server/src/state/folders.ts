import { isObject, type JsonObject } from '../../../language/src/documents/value.ts';

/** What counts for the documents below a folder. */
export interface Folder<Value> {
  readonly uri: string;
  readonly value: Value;
}

/**
 * Reads the folders of a client's parameters, which can be anything. Returns the innermost ones first.
 * @param valueFrom returns what counts in a folder
 */
export function foldersFrom<Value>(
  folders: unknown,
  valueFrom: (folder: JsonObject) => Value,
): readonly Folder<Value>[] {
  return (Array.isArray(folders) ? folders : [])
    .flatMap((folder: unknown) =>
      isObject(folder) && typeof folder.uri === 'string'
        ? [{ uri: folder.uri.replace(/\/$/, ''), value: valueFrom(folder) }]
        : [],
    )
    .sort((one, other) => other.uri.length - one.uri.length);
}

/** Returns the innermost folder that a document is below. */
export function folderOf<Value>(uri: string, folders: readonly Folder<Value>[]): Folder<Value> | undefined {
  return folders.find((folder) => uri.startsWith(`${folder.uri}/`));
}
