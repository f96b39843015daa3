import type { SharedStorage } from '../state/sharedStorage.ts';

const storeName = 'texts';

/**
 * Returns a storage in a database of the browser (IndexedDB), shared by all windows with extension hosts of one origin.
 * VS Code for the Web gives the windows of a workspace one origin, and those of another workspace another one.
 */
export function databaseStorage(name: string): SharedStorage {
  let opening: Promise<IDBDatabase> | undefined;
  const database = async (): Promise<IDBDatabase> => {
    opening ??= open(name, () => (opening = undefined));
    try {
      return await opening;
    } catch (error) {
      opening = undefined;
      throw error;
    }
  };
  /** Makes one request in a transaction, and resolves to its result when the transaction is complete. */
  const run = async <T>(
    mode: 'readonly' | 'readwrite',
    request: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> => {
    const transaction = (await database()).transaction(storeName, mode, { durability: 'strict' });
    const made = request(transaction.objectStore(storeName));
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(made.result);
      transaction.onabort = () => reject(errorOf(transaction));
    });
  };
  return {
    keys: async () => (await run('readonly', (store) => store.getAllKeys())).filter((key) => typeof key === 'string'),
    async get(key) {
      const text: unknown = await run<unknown>('readonly', (store) => store.get(key));
      return typeof text === 'string' ? text : undefined;
    },
    async add(key, text) {
      try {
        await run('readwrite', (store) => store.add(text, key));
        return true;
      } catch (error) {
        if (error instanceof Error && error.name === 'ConstraintError') return false;
        throw error;
      }
    },
    async put(key, text) {
      await run('readwrite', (store) => store.put(text, key));
    },
    delete: async (key) => run('readwrite', (store) => store.delete(key)),
  };
}

async function open(name: string, onClose: () => void): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  return new Promise((resolve, reject) => {
    request.onupgradeneeded = () => request.result.createObjectStore(storeName);
    request.onsuccess = () => {
      request.result.onclose = onClose;
      resolve(request.result);
    };
    request.onerror = () => reject(errorOf(request));
  });
}

function errorOf({ error }: { readonly error: DOMException | null }): Error {
  return error ?? new Error('The browser does not say why.');
}
