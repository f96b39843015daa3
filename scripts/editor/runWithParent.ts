import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';

/**
 * Runs a command that must not outlive whoever asked for it. Our standard input ends when they do, however that happens:
 * then our process group is ended, the command with it. When the command has ended its folder is removed.
 * Started by `startGroup` as `node runWithParent.ts FOLDER COMMAND ARGUMENT...`; an empty FOLDER is none.
 */
const [folder = '', command = '', ...args] = process.argv.slice(2);

const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
child.once('error', (error) => {
  console.error(error.message);
  process.exit(127);
});
child.once('exit', (code) => {
  const removed = folder === '' ? Promise.resolve() : rm(folder, { recursive: true, force: true, maxRetries: 5 });
  void removed.finally(() => process.exit(code ?? 1));
});

// The signal goes to the whole group; we end when the command has.
process.on('SIGTERM', () => undefined);
process.stdin.resume().once('close', () => process.kill(-process.pid, 'SIGTERM'));
