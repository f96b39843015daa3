import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import * as l10n from '@vscode/l10n';
import { errorCode, Failure } from '../failure.ts';

/**
 * Replaces the text of a file as a whole: whatever happens in between, the file has the one text or the other. Its mode
 * stays, and a symbolic link stays a link.
 * @param name what the sentence calls it
 * @throws Failure if it can't be written
 */
export async function replaceText(path: string, text: string, name: string): Promise<void> {
  let temporary: string | undefined;
  try {
    const target = await realpath(path);
    const { mode } = await stat(target);
    temporary = `${target}.${randomUUID()}.tmp`;
    const file = await open(temporary, 'wx', mode);
    try {
      await file.writeFile(text);
      await file.chmod(mode);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (error) {
    if (temporary !== undefined) await rm(temporary, { force: true }).catch(() => undefined);
    throw new Failure(couldNotWrite(name, errorCode(error)));
  }
}

/** Writes a new file. @throws Failure if there is one already, or if it can't be written */
export async function writeNewFile(path: string, text: string, name: string): Promise<void> {
  try {
    await writeFile(path, text, { flag: 'wx' });
  } catch (error) {
    const code = errorCode(error);
    throw new Failure(couldNotWrite(name, code === 'EEXIST' ? l10n.t('the file already exists') : code));
  }
}

function couldNotWrite(name: string, cause: string): string {
  return l10n.t('Couldn’t write "{0}": {1}.', name, cause);
}
