import * as l10n from '@vscode/l10n';
import { localesFrom } from '../../language/src/locale.ts';
import { nearest } from '../../language/src/schema/nearest.ts';
import { commandHelp, generalHelp } from './arguments/help.ts';
import { readArguments } from './arguments/readArguments.ts';
import { commands, versionOption } from './commands/commands.ts';
import { commonOptions } from './commands/options.ts';
import { Failure, errorCode } from './failure.ts';
import type { ExitCode, Host } from './host.ts';
import { useLocale } from './locale.ts';
import { writeFailure } from './output/failures.ts';
import { packageVersion } from './packageVersion.ts';

/** Runs a command line to its end. Never rejects: what is wrong or fails is a sentence in the standard error. */
export async function run(commandLine: readonly string[], host: Host): Promise<ExitCode> {
  try {
    const { chosen, environment } = localesFrom(commandLine, host.env);
    await useLocale(chosen ?? environment);
    return await runCommand(commandLine, host);
  } catch (error) {
    // The message of any other error can quote a document.
    const sentence =
      error instanceof Failure
        ? error.message
        : l10n.t('The command failed because of a defect ({0}).', errorCode(error));
    await writeFailure(host, sentence);
    return 2;
  }
}

async function runCommand(commandLine: readonly string[], host: Host): Promise<ExitCode> {
  const index = commandLine.findIndex(
    (argument, position) => !argument.startsWith('-') && commandLine[position - 1] !== '--locale',
  );
  const name = commandLine[index];
  if (name === undefined) return runWithoutCommand(commandLine, host);
  const command = commands.find((one) => one.name === name);
  if (command === undefined) throw new Failure(unknownCommand(name));
  const options = [...command.options, ...commonOptions];
  const given = readArguments(commandLine.toSpliced(index, 1), { options, most: command.most });
  if (given.has('help')) {
    const details = command.name === 'new' ? (await import('./commands/newJob.ts')).newJobDetails() : undefined;
    await host.output.write(commandHelp(command, commonOptions, details));
    return 0;
  }
  return (await command.load())(host, given);
}

async function runWithoutCommand(commandLine: readonly string[], host: Host): Promise<ExitCode> {
  const options = [versionOption, ...commonOptions];
  const given = readArguments(commandLine, { options, most: 0 });
  if (given.has('version')) await host.output.write(`${await packageVersion(host)}\n`);
  else if (given.has('help')) await host.output.write(generalHelp(commands, options));
  else
    throw new Failure(l10n.t('Enter a command, such as "{0}". Run "{1}" to list them.', 'lfjob check', 'lfjob --help'));
  return 0;
}

function unknownCommand(name: string): string {
  const suggestion = nearest(
    name,
    commands.map((command) => command.name),
  );
  return suggestion === undefined
    ? l10n.t('Unknown command "{0}". Run "{1}" to list the commands.', name, 'lfjob --help')
    : l10n.t('Unknown command "{0}". Did you mean "{1}"?', name, suggestion);
}
