import { stat, watch } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import * as l10n from '@vscode/l10n';
import { configurationName } from '../../../language/src/configuration/configuration.ts';
import { errorCode, Failure } from '../failure.ts';
import { shownPath } from '../files/paths.ts';
import { foldersBetween, Repositories } from '../files/repository.ts';

/** Editors write a file in several steps. What changes in this time, in milliseconds, is one change. */
const settlingTime = 100;

/**
 * Watches the folders of operands from now on, and the configurations in those around them.
 * @param stop ends it when it is aborted
 */
export async function watchFiles(operands: readonly string[], cwd: string, stop: AbortSignal): Promise<FileChanges> {
  const named = operands.length === 0 ? ['.'] : operands;
  const folders = new Set(await Promise.all(named.map(async (operand) => folderOf(operand, cwd))));
  const changes = new FileChanges();
  stop.addEventListener('abort', () => changes.end(), { once: true });
  const watchFolder = async (folder: string, recursive: boolean): Promise<void> => {
    try {
      for await (const { filename } of watch(folder, { recursive, signal: stop })) {
        const name = filename ?? '';
        if (recursive ? mayMatter(name) : configurations.has(name)) changes.add();
      }
    } catch (error) {
      const code = errorCode(error);
      if (code === 'ABORT_ERR') return;
      changes.fail(new Failure(l10n.t('Couldn’t watch "{0}": {1}.', shownPath(folder, cwd), code)));
    }
  };
  const repositories = new Repositories();
  const around = await Promise.all(
    Array.from(folders, async (folder) => foldersBetween((await repositories.rootOf(folder)) ?? cwd, folder)),
  );
  for (const folder of folders) void watchFolder(folder, true);
  for (const folder of new Set(around.flat())) if (!folders.has(folder)) void watchFolder(folder, false);
  return changes;
}

/** Changes of files that were seen, and those that somebody waits for. */
class FileChanges {
  #isChanged = false;
  #isEnded = false;
  #failure: Failure | undefined;
  #wake: () => void = () => undefined;

  add(): void {
    this.#isChanged = true;
    this.#wake();
  }

  end(): void {
    this.#isEnded = true;
    this.#wake();
  }

  fail(failure: Failure): void {
    this.#failure ??= failure;
    this.#wake();
  }

  /**
   * Waits for a change since the last one.
   * @returns whether there is one: none when the watch has ended
   * @throws Failure if a folder can't be watched any more
   */
  async next(): Promise<boolean> {
    if (!this.#isChanged && !this.#isEnded && this.#failure === undefined) {
      await new Promise<void>((resolved) => (this.#wake = resolved));
    }
    if (this.#isEnded) return false;
    if (this.#failure) throw this.#failure;
    await setTimeout(settlingTime);
    this.#isChanged = false;
    return true;
  }
}

/** What the folders around those of the jobs are watched for. */
const configurations: ReadonlySet<string> = new Set([configurationName, '.gitignore']);

/** Whether a path can be a job, a configuration, or a `.gitignore`; temporary files of this program aren't. */
function mayMatter(path: string): boolean {
  return !/(?:^|[\\/])(?:\.git|node_modules)(?:[\\/]|$)|\.tmp$/.test(path);
}

/** Returns the folder that has all files of an operand: its own, or where a pattern begins. */
async function folderOf(operand: string, cwd: string): Promise<string> {
  let path = resolve(cwd, operand);
  while (!(await isFolder(path))) path = dirname(path);
  return path;
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (status) => status.isDirectory(),
    () => false,
  );
}
