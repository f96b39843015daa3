import { join } from 'node:path';
import { pathInside, shownPath } from './paths.ts';
import type { Patterns } from '../../../language/src/configuration/patterns.ts';
import { gitPatterns } from './gitPatterns.ts';
import { readTextIfExists } from './readText.ts';
import { foldersBetween, type Repositories } from './repository.ts';

/** The patterns of a folder, and those of the folders around it. */
export interface IgnoreScope {
  readonly folder: string;
  readonly patterns: readonly Patterns[];
  readonly around: IgnoreScope | undefined;
}

/** Reads what Git ignores: the `.gitignore` of each folder, and `.git/info/exclude` of the repository. */
export class IgnoredFiles {
  readonly #cwd: string;
  readonly #repositories: Repositories;

  constructor(cwd: string, repositories: Repositories) {
    this.#cwd = cwd;
    this.#repositories = repositories;
  }

  /** Returns the scope of a folder where a search begins, with those of the folders around it in the repository. */
  async scopeOf(folder: string): Promise<IgnoreScope> {
    const root = await this.#repositories.rootOf(folder);
    const [top = folder, ...others] = foldersBetween(root ?? folder, folder);
    let scope = await this.#read(top, undefined, root === undefined ? [] : [join(root, '.git', 'info', 'exclude')]);
    for (const inner of others) scope = await this.scopeIn(inner, scope);
    return scope;
  }

  /** Returns the scope of a folder in that of the folder around it. */
  async scopeIn(folder: string, around: IgnoreScope): Promise<IgnoreScope> {
    return this.#read(folder, around, []);
  }

  async #read(folder: string, around: IgnoreScope | undefined, others: readonly string[]): Promise<IgnoreScope> {
    const texts = await Promise.all(
      [join(folder, '.gitignore'), ...others].map(async (path) => readTextIfExists(path, shownPath(path, this.#cwd))),
    );
    const patterns = texts.flatMap((text) => (text === undefined ? [] : [gitPatterns(text)]));
    return { folder, patterns, around };
  }
}

/** Whether Git ignores a file or, if `end` is a slash, a folder: the innermost scope with a pattern that matches decides. */
export function isIgnored(scope: IgnoreScope, path: string, end: '' | '/' = ''): boolean {
  for (let current: IgnoreScope | undefined = scope; current !== undefined; current = current.around) {
    const inside = pathInside(current.folder, path);
    if (inside === undefined || inside === '') continue;
    for (const patterns of current.patterns) {
      const matches = patterns.matches(inside + end);
      if (matches !== undefined) return matches;
    }
  }
  return false;
}
