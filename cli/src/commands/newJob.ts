import { join, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { plainText } from '../../../language/src/documents/edits/snippet.ts';
import { jobSnippets } from '../../../language/src/features/complete/snippets.ts';
import { sampleGallery } from '../../../language/src/features/sampleGallery.ts';
import { isSameWord, nearest } from '../../../language/src/schema/nearest.ts';
import type { Arguments } from '../arguments/readArguments.ts';
import { Failure } from '../failure.ts';
import { readText } from '../files/readText.ts';
import { writeNewFile } from '../files/replaceText.ts';
import type { ExitCode, Host } from '../host.ts';
import { twoColumns } from '../output/table.ts';

/** Prints a new job of a type or from a sample, or writes it into a new file. */
export async function newJob({ cwd, output, packageFolder }: Host, given: Arguments): Promise<ExitCode> {
  const [wanted] = given.operands;
  const names = [...jobTypes().map(({ name }) => name), ...sampleGallery().map(({ name }) => name)];
  if (wanted === undefined) throw new Failure(l10n.t('Enter a type or a sample: {0}.', names.join(', ')));
  const name = names.find((one) => isSameWord(one, wanted));
  if (name === undefined) throw new Failure(unknownName(wanted, names));
  const text = await jobText(name, packageFolder);
  const file = given.valueOf('output');
  if (file === undefined) {
    await output.write(text);
  } else {
    await writeNewFile(resolve(cwd, file), text, file);
    await output.write(`${l10n.t('Created "{0}".', file)}\n`);
  }
  return 0;
}

/** Returns the types and samples for the help. */
export function newJobDetails(): string {
  const types = jobTypes().map(({ name, text = '' }): [string, string] => [name, text]);
  const samples = sampleGallery().map(({ name, label, detail }): [string, string] => [name, `${label} · ${detail}`]);
  return [`${l10n.t('Types:')}\n${twoColumns(types)}`, `${l10n.t('Samples:')}\n${twoColumns(samples)}`].join('\n');
}

function jobTypes(): ReturnType<typeof jobSnippets> {
  const indentation = { unit: '  ', current: '', lineBreak: '\n' };
  return jobSnippets({ indentation, environment: {} }).filter(({ isFull }) => !isFull);
}

function unknownName(wanted: string, names: readonly string[]): string {
  const suggestion = nearest(wanted, names);
  return suggestion === undefined
    ? l10n.t('Unknown type or sample "{0}". Run "{1}" to list them.', wanted, 'lfjob new --help')
    : l10n.t('Unknown type or sample "{0}". Did you mean "{1}"?', wanted, suggestion);
}

async function jobText(name: string, packageFolder: string): Promise<string> {
  const type = jobTypes().find((one) => one.name === name);
  if (type !== undefined) return `${type.write(plainText)}\n`;
  const file = `samples/${name}.lfjob.json`;
  const read = await readText(join(packageFolder, file), file);
  if ('failure' in read) throw new Failure(read.failure);
  return read.text;
}
