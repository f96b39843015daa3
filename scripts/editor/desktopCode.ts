import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as elapse } from 'node:timers/promises';
import { hasScreen } from './display.ts';
import { findOnPath } from './findOnPath.ts';
import { startGroup } from './processGroup.ts';
import type { Profile } from './profile.ts';
import { repositoryFolder } from './repository.ts';

const pollInterval = 50;

/** A desktop VS Code of the user's. */
export interface DesktopCode {
  /** Resolves when its window was closed; rejects if it could not be opened. */
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

/** Opens a window on a folder and a file in it, with this repository as the extension under development. */
export function openDesktopCode(command: string, profile: Profile, folder: string, file: string): DesktopCode {
  const group = startGroup(
    command,
    [
      ...['--new-window', '--wait', '--user-data-dir', profile.userData, '--extensions-dir', profile.extensions],
      `--extensionDevelopmentPath=${repositoryFolder}`,
      ...['--disable-workspace-trust', '--skip-welcome', '--skip-release-notes', '--disable-updates'],
      ...['--disable-telemetry', '--use-inmemory-secretstorage'],
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...[folder, file],
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

/** The command only asks for the window: the process that has it is another, which says in its lock file who it is. */
async function endWindow(profile: Profile): Promise<void> {
  const owner = await readFile(join(profile.userData, 'code.lock'), 'utf8').catch(() => '');
  const pid = Number.parseInt(owner, 10);
  if (Number.isNaN(pid)) return;
  while (isSignalled(pid, 0)) {
    isSignalled(pid, 'SIGTERM');
    await elapse(pollInterval);
  }
}

function isSignalled(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
