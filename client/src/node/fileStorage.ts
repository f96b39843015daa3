import { mkdir, open, readdir, readFile, rename, rm, writeFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { SharedStorage } from '../state/sharedStorage.ts';

/**
 * Returns a storage with a file for each key, shared by all windows with an extension host on this machine. A file is
 * created by `open` with `O_EXCL`, which of several processes exactly one succeeds in, and is on the disk before `add`
 * resolves. A reader may see a file with an incomplete text.
 * @param folder created when something is stored
 */
export function fileStorage(folder: string): SharedStorage {
  const pathOf = (key: string): string => join(folder, key);
  return {
    keys: async () => (await unlessMissing(readdir(folder))) ?? [],
    get: async (key) => unlessMissing(readFile(pathOf(key), 'utf8')),
    async add(key, text) {
      await mkdir(folder, { recursive: true });
      const file = await create(pathOf(key));
      if (file === undefined) return false;
      try {
        await file.writeFile(text);
        await file.sync();
        return true;
      } catch (error) {
        await rm(pathOf(key), { force: true });
        throw error;
      } finally {
        await file.close();
      }
    },
    async put(key, text) {
      await mkdir(folder, { recursive: true });
      const temporary = pathOf(`${key}.${crypto.randomUUID()}`);
      try {
        await writeFile(temporary, text, { flush: true });
        await rename(temporary, pathOf(key));
      } finally {
        await rm(temporary, { force: true });
      }
    },
    delete: async (key) => rm(pathOf(key), { force: true }),
  };
}

/** Creates a file; returns `undefined` where it exists. */
async function create(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'wx');
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return undefined;
    throw error;
  }
}

async function unlessMissing<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
