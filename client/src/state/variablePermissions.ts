import type { Memento } from 'vscode';
import { isObject } from '../../../language/src/documents/value.ts';

/** The names that may be read, by the folder's URI; under the empty one those for documents outside of all folders. */
const rememberedKey = 'lakeformation.environmentPermissions';

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
  readonly #memory: Pick<Memento, 'get' | 'update'>;
  readonly #onFailure: () => void;

  /** @param onFailure called when a change can't be stored; then it holds until the window closes */
  constructor(memory: Pick<Memento, 'get' | 'update'>, onFailure: () => void) {
    this.#memory = memory;
    this.#onFailure = onFailure;
  }

  /** All permissions, by folder and name. */
  all(): readonly VariablePermission[] {
    const value = this.#memory.get<unknown>(rememberedKey);
    const folders: [string, unknown][] = isObject(value) ? Object.entries(value) : [];
    return folders.flatMap(([folder, names]) => {
      const elements: readonly unknown[] = Array.isArray(names) ? names : [];
      return elements.flatMap((name) => (typeof name === 'string' ? [{ folder, name }] : []));
    });
  }

  /** The names of the variables that the jobs of a folder may read. */
  grantedIn(folder: string): ReadonlySet<string> {
    return new Set(this.all().flatMap((one) => (one.folder === folder ? [one.name] : [])));
  }

  async grant(permissions: readonly VariablePermission[]): Promise<void> {
    await this.#remember([...this.all(), ...permissions]);
  }

  async revoke(permissions: readonly VariablePermission[]): Promise<void> {
    const revoked = new Set(permissions.map(keyOf));
    await this.#remember(this.all().filter((one) => !revoked.has(keyOf(one))));
  }

  async #remember(permissions: readonly VariablePermission[]): Promise<void> {
    const folders = new Map<string, Set<string>>();
    for (const { folder, name } of permissions) folders.set(folder, (folders.get(folder) ?? new Set()).add(name));
    const names = Array.from(folders, ([folder, set]): [string, string[]] => [folder, [...set].sort()]);
    try {
      await this.#memory.update(rememberedKey, Object.fromEntries(names.sort()));
    } catch {
      this.#onFailure();
    }
  }
}

function keyOf({ folder, name }: VariablePermission): string {
  return JSON.stringify([folder, name]);
}
