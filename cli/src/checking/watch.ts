import { stat, watch } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { errorCode } from '../failure.ts';

/** Editors write a file in several steps. What changes in this time, in milliseconds, is one change. */
const settlingTime = 100;

/** Watches the folders of operands from now on. @param stop ends it when it is aborted */
export async function watchFiles(operands: readonly string[], cwd: string, stop: AbortSignal): Promise<FileChanges> {
  const named = operands.length === 0 ? ['.'] : operands;
  const folders = new Set(await Promise.all(named.map(async (operand) => folderOf(operand, cwd))));
  const changes = new FileChanges();
  stop.addEventListener('abort', () => changes.end(), { once: true });
  for (const folder of folders) void notifyOfChanges(folder, stop, () => changes.add());
  return changes;
}

/** Changes of files that were seen, and those that somebody waits for. */
class FileChanges {
  #isChanged = false;
  #isEnded = false;
  #wake: () => void = () => undefined;

  add(): void {
    this.#isChanged = true;
    this.#wake();
  }

  end(): void {
    this.#isEnded = true;
    this.#wake();
  }

  /** Waits for a change since the last one. @returns whether there is one: none when the watch has ended */
  async next(): Promise<boolean> {
    if (!this.#isChanged && !this.#isEnded) await new Promise<void>((resolved) => (this.#wake = resolved));
    if (this.#isEnded) return false;
    await setTimeout(settlingTime);
    this.#isChanged = false;
    return true;
  }
}

async function notifyOfChanges(folder: string, signal: AbortSignal, notify: () => void): Promise<void> {
  try {
    for await (const { filename } of watch(folder, { recursive: true, signal })) {
      if (filename === null || mayMatter(filename)) notify();
    }
  } catch (error) {
    // A folder that is removed isn't watched any more.
    if (errorCode(error) !== 'ABORT_ERR') notify();
  }
}

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
