import type { Command } from '../cli/src/arguments/command.ts';
import type { Option } from '../cli/src/arguments/option.ts';
import { callOf, exitCodeRows, optionRow } from '../cli/src/arguments/help.ts';

/** Returns the commands, each with its options, as Markdown. */
export function commandSections(commands: readonly Command[]): string {
  return commands
    .map((command) => [
      `### lfjob ${command.name}`,
      `${command.description()}.`,
      `\`\`\`sh\nlfjob ${callOf(command)}\n\`\`\``,
      ...(command.options.length === 0 ? [] : [optionTable(command.options)]),
    ])
    .flat()
    .join('\n\n')
    .concat('\n');
}

/** Returns options as a Markdown table. */
export function optionTable(options: readonly Option[]): string {
  return table(['Option', 'Description'], options.map(optionRow));
}

/** Returns the exit codes as a Markdown table. */
export function exitCodeTable(): string {
  return `${table(['Exit code', 'Meaning'], exitCodeRows())}\n`;
}

function table(headings: readonly [string, string], rows: readonly (readonly [string, string])[]): string {
  const lines = rows.map(([first, second]) => `| \`${first.replaceAll('|', '\\|')}\` | ${second} |`);
  return [`| ${headings.join(' | ')} |`, '| --- | --- |', ...lines].join('\n');
}
