/**
 * Texts by key that all windows share. What one window has stored, every window reads from then on. If several windows add a
 * key at the same time, exactly one succeeds. Keys consist of letters, digits, hyphens, and dots. All functions reject when
 * the storage fails.
 *
 * VS Code's own memory (`Memento`) has neither property. A window writes all keys of an extension as one value, so of two
 * windows that write different keys, the later one undoes the other's. Another window receives a write after 100 ms or more,
 * without a limit. And `workspace.fs` has no exclusive creation, and in a browser lists directories from the window's cache.
 */
export interface SharedStorage {
  keys(): Promise<readonly string[]>;
  /** Returns the text of a key; `undefined` where there is none. */
  get(key: string): Promise<string | undefined>;
  /** Adds a key with its text; returns `false`, and changes nothing, where the key exists. */
  add(key: string, text: string): Promise<boolean>;
  /** Stores the text of a key, whether it exists or not. */
  put(key: string, text: string): Promise<void>;
  /** Deletes a key, if it exists. */
  delete(key: string): Promise<void>;
}
