import { readFile, stat } from 'node:fs/promises';
import * as l10n from '@vscode/l10n';
import { errorCode, Failure } from '../failure.ts';

/** A larger file isn't read. The check reports everything above 12 MB as too large for the service. */
const mostMegabytes = 64;

/** A text, or a sentence about why there is none. */
export type ReadText = { readonly text: string } | { readonly failure: string };

/** Reads a file in UTF-8. A byte order mark stays in the text. Never rejects. @param name what the sentence calls it */
export async function readText(path: string, name: string): Promise<ReadText> {
  try {
    const status = await stat(path);
    // Reading a pipe or a device might never end.
    if (!status.isFile()) return { failure: couldNotRead(name, l10n.t('it isn’t a file')) };
    if (status.size > mostMegabytes * 1024 * 1024) {
      return { failure: couldNotRead(name, l10n.t('it is larger than {0} MB', mostMegabytes)) };
    }
    return decoded(await readFile(path), name);
  } catch (error) {
    return { failure: couldNotRead(name, errorCode(error)) };
  }
}

/** Decodes UTF-8. @param name what the sentence calls the text */
export function decoded(bytes: Uint8Array, name: string): ReadText {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { failure: couldNotRead(name, l10n.t('it isn’t encoded in UTF-8')) };
  }
}

/** Reads a file in UTF-8. @returns `undefined` if there is no file @throws Failure if it can't be read */
export async function readTextIfExists(path: string, name: string): Promise<string | undefined> {
  try {
    await stat(path);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return undefined;
  }
  const read = await readText(path, name);
  if ('failure' in read) throw new Failure(read.failure);
  return read.text;
}

function couldNotRead(name: string, cause: string): string {
  return l10n.t('Couldn’t read "{0}": {1}.', name, cause);
}
