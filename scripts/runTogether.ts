import { spawn } from 'node:child_process';

/** Runs npm scripts at the same time, and prints the output of each when it has ended. Fails where one of them fails. */
const scripts = process.argv.slice(2);
const results = await Promise.all(scripts.map(run));
if (results.includes(false)) process.exitCode = 1;

async function run(script: string): Promise<boolean> {
  const started = performance.now();
  const child = spawn('npm', ['run', '--silent', script], {
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const isDone = await new Promise<boolean>((resolve) => {
    child.once('error', (error) => {
      output += `${String(error)}\n`;
      resolve(false);
    });
    child.once('close', (code) => resolve(code === 0));
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  process.stdout.write(`${isDone ? '✓' : '✗'} ${script} (${seconds} s)\n${output}`);
  return isDone;
}
