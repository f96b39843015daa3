import { elementsOf, isString, StoredMap, type Memory } from '../storage/storedMap.ts';

/** A permission for the jobs of a folder to read an environment variable. */
export interface VariablePermission {
  /** The URI of the workspace folder; empty for documents outside of all folders. */
  readonly folder: string;
  /** The name of the variable. */
  readonly name: string;
}

/**
 * Which environment variables the jobs of a workspace folder may refer to, as the user has answered. It is in the memory of
 * the extension and not in a setting, which a workspace could bring along.
 */
export class VariablePermissions {
  /** The names that may be read, by the folder's URI. */
  readonly #names: StoredMap<readonly string[]>;
  readonly #onDidChange: (() => void)[] = [];

  /** @param onFailure called when a change can't be stored; then it holds until the window closes */
  constructor(memory: Memory, onFailure: () => void) {
    const read = (value: unknown): readonly string[] | undefined => elementsOf(value, isString);
    this.#names = new StoredMap(memory, { key: 'lakeformation.environmentPermissions', read, onFailure });
  }

  /** Calls `listener` after every change by this window. */
  onDidChange(listener: () => void): void {
    this.#onDidChange.push(listener);
  }

  /** All permissions, by folder and name. */
  all(): readonly VariablePermission[] {
    return Array.from(this.#names.all(), ([folder, names]) => names.map((name) => ({ folder, name }))).flat();
  }

  /** The names of the variables that the jobs of a folder may read. */
  grantedIn(folder: string): ReadonlySet<string> {
    return new Set(this.#names.all().get(folder));
  }

  async grant(permissions: readonly VariablePermission[]): Promise<void> {
    await this.#store([...this.all(), ...permissions]);
  }

  async revoke(permissions: readonly VariablePermission[]): Promise<void> {
    const revoked = new Set(permissions.map(keyOf));
    await this.#store(this.all().filter((one) => !revoked.has(keyOf(one))));
  }

  async #store(permissions: readonly VariablePermission[]): Promise<void> {
    const folders = new Map<string, Set<string>>();
    for (const { folder, name } of permissions) folders.set(folder, (folders.get(folder) ?? new Set()).add(name));
    const names = Array.from(folders, ([folder, set]): [string, string[]] => [folder, [...set].sort()]);
    await this.#names.replaceAll(new Map(names.sort()));
    for (const listener of this.#onDidChange) listener();
  }
}

function keyOf({ folder, name }: VariablePermission): string {
  return JSON.stringify([folder, name]);
}
