import * as l10n from '@vscode/l10n';
import { twoColumns } from '../output/table.ts';
import type { Command } from './command.ts';
import type { Option } from './option.ts';

/** Returns the help about all commands. */
export function generalHelp(commands: readonly Command[], options: readonly Option[]): string {
  return [
    `${l10n.t('Checks, submits, and runs LakeFormation jobs.')}\n`,
    `${l10n.t('Usage:')} lfjob COMMAND [OPTION…]\n`,
    `${l10n.t('Commands:')}\n${twoColumns(commands.map((command) => [callOf(command), command.description()]))}`,
    `${l10n.t('Options:')}\n${twoColumns(options.map(optionRow))}`,
    `${l10n.t('Exit codes:')}\n${twoColumns(exitCodeRows())}`,
    `${l10n.t('Run "{0}" for the options of a command.', 'lfjob COMMAND --help')}\n`,
  ].join('\n');
}

/** Returns the help about one command. */
export function commandHelp(command: Command, options: readonly Option[], details: string | undefined): string {
  return [
    `${command.description()}\n`,
    `${l10n.t('Usage:')} lfjob ${callOf(command)}${command.options.length > 0 ? ' [OPTION…]' : ''}\n`,
    `${l10n.t('Options:')}\n${twoColumns([...command.options, ...options].map(optionRow))}`,
    ...(details === undefined ? [] : [details]),
  ].join('\n');
}

/** Returns the meaning of each exit code. */
export function exitCodeRows(): [string, string][] {
  return [
    ['0', l10n.t('Nothing to report')],
    [
      '1',
      l10n.t(
        'Errors, too many warnings, files that aren’t formatted, jobs that differ from the instance or weren’t submitted, or a run that didn’t succeed',
      ),
    ],
    ['2', l10n.t('Wrong arguments, a file that couldn’t be read or written, or a service that couldn’t be reached')],
  ];
}

/** Returns how an option is written, and its description. */
export function optionRow({ name, short, value, description }: Option): [string, string] {
  const written = `--${name}${value === undefined ? '' : ` ${value}`}`;
  return [short === undefined ? written : `-${short}, ${written}`, description()];
}

/** Returns how a command is called, without its options. */
export function callOf({ name, operands }: Command): string {
  return operands === '' ? name : `${name} ${operands}`;
}
