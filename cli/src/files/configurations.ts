import { basename, join } from 'node:path';
import * as l10n from '@vscode/l10n';
import {
  configurationFrom,
  configurationName,
  defaultConfiguration,
  type Configuration,
} from '../../../language/src/configuration/configuration.ts';
import { joinSentences } from '../../../language/src/joining.ts';
import { Failure } from '../failure.ts';
import { pathInside, shownPath } from './paths.ts';
import type { Patterns } from '../../../language/src/configuration/patterns.ts';
import { gitPatterns } from './gitPatterns.ts';
import { readTextIfExists } from './readText.ts';
import { foldersBetween, type Repositories } from './repository.ts';

/** A configuration where it applies. */
export interface PlacedConfiguration extends Pick<Configuration, 'severities'> {
  /** Whether a file is a job. */
  readonly isJob: (path: string) => boolean;
  /** Whether a file or, if `end` is a slash, a folder isn't searched. */
  readonly ignores: (path: string, end: '' | '/') => boolean;
}

/**
 * Finds the configurations of folders: that of the nearest file, from the folder up to its repository. Without a repository,
 * up to the working directory, or to where the search began outside of that.
 */
export class Configurations {
  readonly #cwd: string;
  readonly #repositories: Repositories;
  readonly #ofFolders = new Map<string, Promise<PlacedConfiguration>>();
  readonly #read = new Map<string, Promise<PlacedConfiguration | undefined>>();

  /** @param cwd the working directory */
  constructor(cwd: string, repositories: Repositories) {
    this.#cwd = cwd;
    this.#repositories = repositories;
  }

  /**
   * Returns the configuration of a folder.
   * @param start the folder where the search for jobs began
   * @throws Failure if its file can't be read or isn't valid
   */
  async of(folder: string, start = folder): Promise<PlacedConfiguration> {
    const key = JSON.stringify([folder, start]);
    const known = this.#ofFolders.get(key);
    if (known !== undefined) return known;
    const found = this.#find(folder, start);
    this.#ofFolders.set(key, found);
    return found;
  }

  async #find(folder: string, start: string): Promise<PlacedConfiguration> {
    const top =
      (await this.#repositories.rootOf(folder)) ?? (pathInside(this.#cwd, folder) === undefined ? start : this.#cwd);
    for (const candidate of foldersBetween(top, folder).reverse()) {
      const configuration = await this.#readIn(candidate);
      if (configuration !== undefined) return configuration;
    }
    return placed(top, defaultConfiguration);
  }

  async #readIn(folder: string): Promise<PlacedConfiguration | undefined> {
    const known = this.#read.get(folder);
    if (known !== undefined) return known;
    const read = this.#readFile(folder);
    this.#read.set(folder, read);
    return read;
  }

  async #readFile(folder: string): Promise<PlacedConfiguration | undefined> {
    const path = join(folder, configurationName);
    const name = shownPath(path, this.#cwd);
    const text = await readTextIfExists(path, name);
    if (text === undefined) return undefined;
    const { configuration, problems } = configurationFrom(text);
    if (problems.length > 0) throw new Failure(l10n.t('Couldn’t use "{0}": {1}', name, joinSentences(...problems)));
    return placed(folder, configuration);
  }
}

function placed(folder: string, { severities, files, ignore }: Configuration): PlacedConfiguration {
  const [jobs, ignored] = [gitPatterns(files), gitPatterns(ignore)];
  const matches = (patterns: Patterns, path: string, end = ''): boolean => {
    const inside = pathInside(folder, path);
    return inside !== undefined && inside !== '' && patterns.matches(inside + end) === true;
  };
  return {
    severities,
    isJob: (path) => basename(path) !== configurationName && matches(jobs, path),
    ignores: (path, end) => matches(ignored, path, end),
  };
}
