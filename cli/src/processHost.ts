import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { buffer } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import type { WriteStream } from 'node:tty';
import type { Host, Output } from './host.ts';
import { proxiedFetch } from './proxiedFetch.ts';

/** Returns what the commands use of this process. @param packageFolder the folder of the package */
export function processHost(packageFolder: string): Host {
  const stop = new AbortController();
  return {
    cwd: process.cwd(),
    env: process.env,
    output: outputOf(process.stdout),
    errors: outputOf(process.stderr),
    readInput: async () => buffer(process.stdin),
    async ask(question) {
      if (!process.stdin.isTTY) return undefined;
      const lines = createInterface({ input: process.stdin, output: process.stderr });
      // Ctrl+C and Ctrl+D close it, and some versions of Node.js leave the question open then.
      const closed = once(lines, 'close').then(() => '');
      try {
        return await Promise.race([lines.question(question).catch(() => ''), closed]);
      } finally {
        lines.close();
      }
    },
    async untilInterrupted(task) {
      const interrupt = new AbortController();
      const abort = (): void => interrupt.abort();
      process.once('SIGINT', abort);
      try {
        return await task(interrupt.signal);
      } finally {
        process.off('SIGINT', abort);
      }
    },
    fetch: proxiedFetch,
    packageFolder,
    async serveLanguage() {
      process.argv.push('--stdio');
      await import(pathToFileURL(join(packageFolder, 'dist/server/node.js')).href);
      // The server ends the process when its client is gone.
      return new Promise(() => undefined);
    },
    stop: stop.signal,
  };
}

function outputOf(stream: WriteStream): Output {
  // Whoever reads has seen enough, as `head` has. Not 0: the check isn’t complete.
  stream.on('error', () => process.exit(2));
  return {
    isTerminal: stream.isTTY,
    async write(text) {
      if (text !== '' && !stream.write(text)) await once(stream, 'drain');
    },
  };
}
