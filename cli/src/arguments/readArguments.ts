import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import * as l10n from '@vscode/l10n';
import { nearest } from '../../../language/src/schema/nearest.ts';
import { alternatives } from '../../../language/src/schema/wording.ts';
import { Failure } from '../failure.ts';
import type { Option } from './option.ts';

/** The arguments of a command. */
export interface Arguments {
  readonly operands: readonly string[];
  readonly has: (option: string) => boolean;
  /** Returns the value of an option; the last one, if it is given several times. */
  readonly valueOf: (option: string) => string | undefined;
  readonly valuesOf: (option: string) => readonly string[];
}

/** What the arguments are compared with. */
export interface Expected {
  readonly options: readonly Option[];
  /** How many operands there may be. */
  readonly most: number;
}

/** Reads arguments. @throws Failure with a sentence about the first one that is wrong */
export function readArguments(given: readonly string[], { options, most }: Expected): Arguments {
  // Not strict: the sentences of Node.js can't be translated.
  const { tokens } = parseArgs({ args: [...given], options: configOf(options), strict: false, tokens: true });
  const values = new Map<string, string[]>();
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind === 'option') {
      const option = optionOf(token.name, token.rawName, options);
      values.set(option.name, [...(values.get(option.name) ?? []), valueFor(option, token.value)]);
    }
  }
  const surplus = operands[most];
  if (surplus !== undefined) throw new Failure(l10n.t('Unexpected argument "{0}".', surplus));
  return {
    operands,
    has: (option) => values.has(option),
    valueOf: (option) => values.get(option)?.at(-1),
    valuesOf: (option) => values.get(option) ?? [],
  };
}

function configOf(options: readonly Option[]): ParseArgsOptionsConfig {
  return Object.fromEntries(
    options.map(({ name, short, value }) => [
      name,
      { type: value === undefined ? 'boolean' : 'string', multiple: true, ...(short !== undefined && { short }) },
    ]),
  );
}

function optionOf(name: string, written: string, options: readonly Option[]): Option {
  const option = options.find((one) => one.name === name);
  if (option !== undefined) return option;
  const names = options.map((one) => one.name);
  const suggestion = nearest(name, names) ?? names.find((known) => name.length > 1 && known.startsWith(name));
  throw new Failure(
    suggestion === undefined
      ? l10n.t('Unknown option "{0}".', written)
      : l10n.t('Unknown option "{0}". Did you mean "{1}"?', written, `--${suggestion}`),
  );
}

function valueFor({ name, value, values }: Option, given: string | undefined): string {
  const option = `--${name}`;
  if (value === undefined) {
    if (given !== undefined) throw new Failure(l10n.t('"{0}" can’t have a value.', option));
    return '';
  }
  if (given === undefined || given === '') throw new Failure(l10n.t('"{0}" requires a value: {1}.', option, value));
  if (values !== undefined && !values.includes(given)) {
    throw new Failure(l10n.t('"{0}" must be {1}, not "{2}".', option, alternatives([...values]), given));
  }
  return given;
}
