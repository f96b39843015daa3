import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as l10n from '@vscode/l10n';
import type { ExitCode, Host, Output } from '../../cli/src/host.ts';
import { run } from '../../cli/src/run.ts';

/** What a command line did. */
export interface CommandResult {
  readonly code: ExitCode;
  readonly output: string;
  readonly errors: string;
}

/** What a command line is run with, beside its arguments. */
export interface Surroundings {
  readonly cwd?: string;
  readonly env?: Host['env'];
  readonly input?: string | Uint8Array;
  readonly isTerminal?: boolean;
  /** The answers to the questions, in their order; without any, nobody can be asked. */
  readonly answers?: readonly string[];
  readonly stop?: AbortSignal;
  /** Is called with all output so far whenever there is more. */
  readonly onOutput?: (output: string) => void;
}

/** The folder of the package, as a path. */
export const packageFolder = fileURLToPath(new URL('../..', import.meta.url));

/** Runs a command line in this process. The messages are English again afterward. */
export async function runCommand(
  commandLine: readonly string[],
  { cwd = packageFolder, env = {}, input = '', isTerminal = false, answers = [], stop, onOutput }: Surroundings = {},
): Promise<CommandResult> {
  const written = { output: '', errors: '' };
  const outputTo = (name: keyof typeof written): Output => ({
    isTerminal,
    write: async (text) => {
      written[name] += text;
      onOutput?.(written[name]);
      return Promise.resolve();
    },
  });
  const left = [...answers];
  const host: Host = {
    cwd,
    env,
    output: outputTo('output'),
    errors: outputTo('errors'),
    readInput: async () => Promise.resolve(typeof input === 'string' ? new TextEncoder().encode(input) : input),
    ask: async (question) => {
      written.errors += `${question}\n`;
      return Promise.resolve(left.shift());
    },
    untilInterrupted: async (task) => task(stop ?? new AbortController().signal),
    fetch: () => fetch,
    packageFolder,
    serveLanguage: async () => Promise.reject(new Error('The language server isn’t for this process.')),
    stop: stop ?? new AbortController().signal,
  };
  try {
    return { code: await run(commandLine, host), ...written };
  } finally {
    l10n.config({ contents: {} });
  }
}

/** A folder for a test, with files. */
export interface TemporaryFolder {
  readonly path: string;
  readonly write: (files: Readonly<Record<string, string | Uint8Array>>) => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** Creates a temporary folder with files by their paths in it. */
export async function temporaryFolder(
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<TemporaryFolder> {
  const path = await realpath(await mkdtemp(join(tmpdir(), 'lfjob-')));
  const folder: TemporaryFolder = {
    path,
    async write(contents) {
      for (const [name, content] of Object.entries(contents)) {
        await mkdir(dirname(join(path, name)), { recursive: true });
        await writeFile(join(path, name), content);
      }
    },
    remove: async () => rm(path, { recursive: true, force: true }),
  };
  await folder.write(files);
  return folder;
}
