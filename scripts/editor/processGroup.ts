import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as elapse } from 'node:timers/promises';

const pollInterval = 50;
const patience = 10_000;

/** A started program with all that it starts in turn. */
export interface ProcessGroup {
  readonly leader: ChildProcess;
  /** Ends the program and everything that it started; resolves when they are gone. May be called more than once. */
  stop(): Promise<void>;
}

/**
 * Starts a program as the leader of a process group of its own, so that its grandchildren can be ended with it. It is
 * ended at the latest when our own process exits.
 */
export function startGroup(
  command: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv; readonly stdio: 'pipe' | 'inherit' },
): ProcessGroup {
  const leader = spawn(command, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', options.stdio, options.stdio],
    detached: process.platform !== 'win32',
  });
  const kill = (): void => void signal(leader, 'SIGKILL');
  process.once('exit', kill);
  return { leader, stop: () => stop(leader).finally(() => process.off('exit', kill)) };
}

async function stop(leader: ChildProcess): Promise<void> {
  if (!signal(leader, 'SIGTERM')) return;
  const deadline = Date.now() + patience;
  while (signal(leader, 0)) {
    if (Date.now() > deadline) {
      signal(leader, 'SIGKILL');
      return;
    }
    await elapse(pollInterval);
  }
}

/** Whether there was still a process to receive the signal. */
function signal(leader: ChildProcess, name: NodeJS.Signals | 0): boolean {
  if (leader.pid === undefined) return false;
  if (process.platform === 'win32') return leader.exitCode === null && leader.kill(name);
  try {
    return process.kill(-leader.pid, name);
  } catch {
    return false;
  }
}
