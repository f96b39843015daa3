import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import type { RuleSeverities } from '../../../language/src/rules/environment.ts';
import { errorCode, Failure } from '../failure.ts';
import { Configurations, type PlacedConfiguration } from './configurations.ts';
import { IgnoredFiles, isIgnored, type IgnoreScope } from './ignoredFiles.ts';
import { pathInside, shownPath } from './paths.ts';
import { gitPatterns } from './gitPatterns.ts';
import { Repositories } from './repository.ts';

/** A file that is checked or formatted. */
export interface JobFile {
  readonly path: string;
  /** How it is shown and reported: relative to the working directory, with slashes. */
  readonly name: string;
  /** The severities of its configuration. */
  readonly severities: RuleSeverities;
}

/** Folders that are never searched. */
const skippedFolders: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/** What a search is given. */
interface Search {
  readonly cwd: string;
  readonly configurations: Configurations;
  readonly ignoredFiles: IgnoredFiles;
  readonly found: Map<string, JobFile>;
}

/** Where a search begins, and what decides whether a file in there is a job. */
interface Selection {
  readonly start: string;
  readonly isSelected: (path: string, configuration: PlacedConfiguration) => boolean;
}

/**
 * Finds jobs, in the order of their paths: each file that is named, and what the configurations and `.gitignore` leave of each
 * folder or pattern; of the working directory, if nothing is named.
 * @throws Failure if one of the operands leads to nothing, or a configuration isn't valid
 */
export async function findJobs(operands: readonly string[], cwd: string): Promise<JobFile[]> {
  const repositories = new Repositories();
  const search: Search = {
    cwd,
    configurations: new Configurations(cwd, repositories),
    ignoredFiles: new IgnoredFiles(cwd, repositories),
    found: new Map(),
  };
  for (const operand of operands.length === 0 ? ['.'] : operands) {
    if (!(await findOperand(operand, search))) {
      throw new Failure(
        operands.length === 0 ? l10n.t('No jobs in this folder.') : l10n.t('No jobs in "{0}".', operand),
      );
    }
  }
  return [...search.found.values()].sort((left, right) => (left.name < right.name ? -1 : 1));
}

/** Returns the configuration that applies to a file, which need not exist. @throws Failure if it isn't valid */
export async function configurationFor(path: string, cwd: string): Promise<PlacedConfiguration> {
  return new Configurations(cwd, new Repositories()).of(dirname(resolve(cwd, path)));
}

/** Finds the jobs of an operand. @returns whether there are any */
async function findOperand(operand: string, search: Search): Promise<boolean> {
  const path = resolve(search.cwd, operand);
  const status = await stat(path).catch((error: unknown) => errorCode(error));
  if (typeof status !== 'string') {
    if (!status.isDirectory()) {
      add(path, await search.configurations.of(dirname(path)), search);
      return true;
    }
    return walkFrom({ start: path, isSelected: (file, configuration) => configuration.isJob(file) }, search);
  }
  if (isPattern(operand)) {
    const { base, pattern } = splitPattern(operand);
    const start = resolve(search.cwd, base);
    const matching = gitPatterns(pattern);
    const isSelected = (file: string): boolean => matching.matches(pathInside(start, file) ?? '') === true;
    return walkFrom({ start, isSelected }, search);
  }
  throw new Failure(
    status === 'ENOENT'
      ? l10n.t('There is no file or folder "{0}".', operand)
      : l10n.t('Couldn’t read "{0}": {1}.', operand, status),
  );
}

function add(path: string, { severities }: PlacedConfiguration, { found, cwd }: Search): void {
  found.set(path, { path, name: shownPath(path, cwd), severities });
}

async function walkFrom(selection: Selection, search: Search): Promise<boolean> {
  return walk(selection.start, await search.ignoredFiles.scopeOf(selection.start), selection, search);
}

/** Searches a folder and the folders in it. @returns whether there are any jobs */
async function walk(folder: string, scope: IgnoreScope, selection: Selection, search: Search): Promise<boolean> {
  const configuration = await search.configurations.of(folder, selection.start);
  let isFound = false;
  for (const entry of await entriesOf(folder, search.cwd)) {
    const path = join(folder, entry.name);
    const end = entry.isDirectory() ? '/' : '';
    if (end === '' && !selection.isSelected(path, configuration)) continue;
    if (configuration.ignores(path, end) || isIgnored(scope, path, end) || skippedFolders.has(entry.name)) continue;
    if (end === '') add(path, configuration, search);
    isFound =
      end === '' || (await walk(path, await search.ignoredFiles.scopeIn(path, scope), selection, search)) || isFound;
  }
  return isFound;
}

async function entriesOf(folder: string, cwd: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    throw new Failure(l10n.t('Couldn’t read "{0}": {1}.', shownPath(folder, cwd), errorCode(error)));
  }
}

function isPattern(operand: string): boolean {
  return /[*?[]/.test(operand);
}

/** Splits a pattern into the folder that it begins with and the rest, which is relative to that. */
function splitPattern(operand: string): { readonly base: string; readonly pattern: string } {
  const parts = operand.split(/[\\/]/);
  const first = parts.findIndex(isPattern);
  const base = parts.slice(0, first).join('/');
  return { base: operand.startsWith('/') ? `/${base}` : base, pattern: `/${parts.slice(first).join('/')}` };
}
