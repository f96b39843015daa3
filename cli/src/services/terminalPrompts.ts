import * as l10n from '@vscode/l10n';
import type { Choice } from '../../../client/src/prompts/choice.ts';
import type { Prompts } from '../../../client/src/prompts/prompts.ts';
import { joinNames } from '../../../language/src/joining.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { writeFailure } from '../output/failures.ts';
import { ProgressLine } from '../output/progressLine.ts';
import { visible } from '../output/visible.ts';

/** How questions are answered. */
export interface TerminalPromptsOptions {
  /** Whether every confirmation is given, as `--yes` does. */
  readonly isConfirmed: boolean;
}

/**
 * Returns what the services ask and show in a terminal: messages are lines, a confirmation is a question, and what needs a
 * window isn't asked.
 */
export function terminalPrompts(host: Host, { isConfirmed }: TerminalPromptsOptions): Prompts {
  const line = new ProgressLine(host.errors);
  const write = async (message: string): Promise<undefined> => {
    await line.clear();
    await host.output.write(`${visible(message)}\n`);
  };
  const fail = async (message: string): Promise<undefined> => {
    await line.clear();
    await writeFailure(host, message);
  };
  return {
    // Credentials and secrets come from the environment.
    secret: async () => Promise.resolve(undefined),
    input: async () => Promise.resolve(undefined),
    ask: async () => Promise.resolve({ kind: 'left' }),
    choose: async () => Promise.resolve(undefined),
    pick: async (choices) => Promise.resolve(onlyChoice(choices)),
    async confirm({ message, detail }) {
      if (isConfirmed) return true;
      await line.clear();
      return confirm(host, message, detail);
    },
    info: write,
    warn: fail,
    error: fail,
    hideMessages: async () => Promise.resolve(),
    progress: async (title, task) =>
      host.untilInterrupted(async (signal) => {
        await line.show(title);
        try {
          return await task(signal, (message) => void line.show(message));
        } finally {
          await line.clear();
        }
      }),
    copy: async () => Promise.resolve(),
    status: (message) => void write(message),
    openSettings: async () => Promise.resolve(),
    openPage: async () => Promise.resolve(),
    showProblems: async () => Promise.resolve(),
  };
}

/** Asks a question that is answered by yes or no. @throws Failure if nobody can answer it */
export async function confirm(host: Host, message: string, detail = ''): Promise<boolean> {
  if (detail !== '') await host.errors.write(`${visible(detail)}\n`);
  const answer = await host.ask(`${visible(message)} [y/N] `);
  if (answer === undefined) throw new Failure(l10n.t('{0} Confirm with "{1}".', message, '--yes'));
  return /^\s*y(?:es)?\s*$/i.test(answer);
}

/** Returns the only choice. @throws Failure if there are several */
function onlyChoice<T>(choices: readonly Choice<T>[]): T | undefined {
  const [first, second] = choices;
  if (second === undefined) return first?.value;
  const names = joinNames(choices.map(({ detail, label }) => detail ?? label));
  throw new Failure(l10n.t('Several jobs have this name. Select one with "{0}": {1}.', '--id', names));
}
