import { resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import type { Arguments } from '../arguments/readArguments.ts';
import { Failure } from '../failure.ts';
import { configurationFor, type JobFile } from '../files/findJobs.ts';
import { shownPath } from '../files/paths.ts';
import { decoded } from '../files/readText.ts';
import type { Host } from '../host.ts';

/** The name of the standard input in a report, without `--stdin-filename`. */
const unnamed = 'stdin.lfjob.json';

/** A job of the standard input, with the configuration of the file that it is for. */
export interface InputJob extends JobFile {
  readonly text: string;
}

/**
 * Reads the job of the standard input, if that is asked for.
 * @throws Failure if the arguments contradict each other, or the input isn't encoded in UTF-8
 */
export async function inputJob({ cwd, readInput }: Host, given: Arguments): Promise<InputJob | undefined> {
  const file = given.valueOf('stdin-filename');
  if (!given.has('stdin')) {
    if (file !== undefined) throw new Failure(l10n.t('"{0}" requires "{1}".', '--stdin-filename', '--stdin'));
    return undefined;
  }
  if (given.operands.length > 0) throw new Failure(l10n.t('"{0}" can’t be combined with files.', '--stdin'));
  const path = resolve(cwd, file ?? unnamed);
  const { severities } = await configurationFor(path, cwd);
  const name = file === undefined ? unnamed : shownPath(path, cwd);
  const read = decoded(await readInput(), name);
  if ('failure' in read) throw new Failure(read.failure);
  return { path, name, severities, text: read.text };
}
