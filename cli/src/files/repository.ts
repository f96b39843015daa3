import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Finds the repositories that folders are in. Each folder is looked at once. */
export class Repositories {
  readonly #roots = new Map<string, Promise<string | undefined>>();

  /** Returns the folder of the Git repository that a folder is in, or `undefined`. */
  async rootOf(folder: string): Promise<string | undefined> {
    const known = this.#roots.get(folder);
    if (known !== undefined) return known;
    const root = this.#find(folder);
    this.#roots.set(folder, root);
    return root;
  }

  async #find(folder: string): Promise<string | undefined> {
    // In a worktree or a submodule, it is a file.
    const isRoot = await stat(join(folder, '.git')).then(
      () => true,
      () => false,
    );
    if (isRoot) return folder;
    const parent = dirname(folder);
    return parent === folder ? undefined : this.rootOf(parent);
  }
}

/** Returns the folders from one down to another in it, both included. */
export function foldersBetween(top: string, bottom: string): string[] {
  const folders = [bottom];
  for (let folder = bottom; folder !== top && folder !== dirname(folder);) folders.push((folder = dirname(folder)));
  return folders.reverse();
}
