import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hasScreen } from './display.ts';
import { findOnPath } from './findOnPath.ts';
import { endProcesses, startGroup } from './processGroup.ts';
import type { Profile } from './profile.ts';
import { repositoryFolder, walkthroughOpener } from './repository.ts';

/** A desktop VS Code of the user's. */
export interface DesktopCode {
  /** Resolves when its window was closed; rejects if it couldn't be opened. */
  readonly closed: Promise<void>;
  /** Closes it. */
  close(): Promise<void>;
}

/**
 * The `code` command, if there is one that opens a window here: in a terminal of a remote editor it opens nothing with
 * folders of its own.
 */
export function findDesktopCode(): string | undefined {
  const isRemote = process.env.VSCODE_IPC_HOOK_CLI !== undefined;
  return hasScreen() && !isRemote ? findOnPath('code')[0] : undefined;
}

/** Opens a window on a folder, with this repository as the extension under development. */
export function openDesktopCode(command: string, profile: Profile, folder: string): DesktopCode {
  const group = startGroup(
    command,
    [
      ...['--new-window', '--wait', '--user-data-dir', profile.userData, '--extensions-dir', profile.extensions],
      ...[repositoryFolder, walkthroughOpener].map((folder) => `--extensionDevelopmentPath=${folder}`),
      ...['--disable-workspace-trust', '--skip-welcome', '--skip-release-notes', '--disable-updates'],
      ...['--disable-telemetry', '--use-inmemory-secretstorage'],
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      folder,
    ],
    { stdio: 'inherit' },
  );
  const closed = new Promise<void>((resolve, reject) => {
    group.leader.once('error', reject);
    group.leader.once('exit', (code) => {
      if (code === 0 || code === null) resolve();
      else reject(new Error(`${command} ended with ${code}.`));
    });
  });
  return {
    closed,
    close: async () => {
      await endWindow(profile);
      await group.stop();
    },
  };
}

/** The command only asks for the window: another process has it, and identifies itself in its lock file. */
async function endWindow(profile: Profile): Promise<void> {
  const owner = await readFile(join(profile.userData, 'code.lock'), 'utf8').catch(() => '');
  await endProcesses(Number.parseInt(owner, 10));
}
