import { startGroup } from './processGroup.ts';

/** How a command is run: its folder and what its environment has beside ours. */
export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * Runs a command to its end and resolves to what it printed. Rejects with the command, its output and its exit code if it
 * does not start or does not end with 0. It is ended with all that it started when our own process exits.
 */
export function runToEnd(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const group = startGroup(command, args, { ...options, stdio: 'pipe' });
    let output = '';
    for (const stream of [group.leader.stdout, group.leader.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    group.leader.once('error', reject);
    group.leader.once('close', (code, signal) => {
      const problem = new Error(`${[command, ...args].join(' ')} ended with ${String(code ?? signal)}.\n${output}`);
      void group.stop().then(() => (code === 0 ? resolve(output) : reject(problem)));
    });
  });
}
