import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Installs Debian packages, unless a command is there already.
 * @throws Error where that isn't possible: on another system, or without the rights
 */
export async function installFromDebian(command: string, packages: readonly string[]): Promise<void> {
  const isInstalled = await run(command, ['--version']).then(
    () => true,
    () => false,
  );
  if (isInstalled) return;
  try {
    await run('apt-get', ['update']);
    await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      maxBuffer: Infinity,
    });
  } catch (error) {
    throw new Error(`Install ${command} with the language client of the test: ${packages.join(', ')}.`, {
      cause: error,
    });
  }
}
