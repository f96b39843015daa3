import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Page } from 'playwright-core';

/** Something that is stored, and where. */
export interface StoredText {
  /** `file <path>`, `IndexedDB <database>/<store>/<key>`, `localStorage <key>`, …. */
  readonly place: string;
  readonly content: Buffer;
}

/** Every file below a folder. What is linked there isn't part of it. */
export async function storedInFiles(folder: string): Promise<StoredText[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const stored = files.map(async (path): Promise<StoredText[]> => {
    try {
      return [{ place: `file ${relative(folder, path)}`, content: await readFile(path) }];
    } catch {
      // Gone in the meantime: a running editor writes and removes files.
      return [];
    }
  });
  return (await Promise.all(stored)).flat();
}

/** Everything that the page's origin keeps in the browser. */
export async function storedInBrowser(page: Page): Promise<StoredText[]> {
  const entries = await page.evaluate(readStorage);
  return entries.map(([place, content]) => ({ place, content: Buffer.from(content) }));
}

/** Runs in the page. */
async function readStorage(): Promise<[string, string][]> {
  const found: [string, string][] = [['cookies', document.cookie]];
  for (const [name, storage] of Object.entries({ localStorage, sessionStorage })) {
    for (const key of Object.keys(storage)) found.push([`${name} ${key}`, storage.getItem(key) ?? '']);
  }
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await resultOf(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const objects = database.transaction(store).objectStore(store);
      const [keys, values] = [resultOf(objects.getAllKeys()), resultOf<unknown[]>(objects.getAll())];
      const texts = (await values).map(textOf);
      for (const [index, key] of (await keys).entries()) {
        found.push([`IndexedDB ${name}/${store}/${textOf(key)}`, texts[index] ?? '']);
      }
    }
    database.close();
  }
  return found;

  function resultOf<Result>(request: IDBRequest<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('The browser does not say why.'));
    });
  }

  function textOf(value: unknown): string {
    if (typeof value === 'string') return value;
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return new TextDecoder().decode(value);
    return JSON.stringify(value, (_, part: unknown) =>
      part instanceof ArrayBuffer || ArrayBuffer.isView(part) ? new TextDecoder().decode(part) : part,
    );
  }
}
