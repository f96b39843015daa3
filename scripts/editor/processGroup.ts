import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as elapse } from 'node:timers/promises';

const pollInterval = 50;

/** How long processes may take to end when asked, in milliseconds. */
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
  const id = leader.pid ?? Number.NaN;
  const target = process.platform === 'win32' ? id : -id;
  const kill = (): void => void signal(target, 'SIGKILL');
  process.once('exit', kill);
  return { leader, stop: () => endProcesses(target).finally(() => process.off('exit', kill)) };
}

/**
 * Ends a process, or the group of a negative id, and resolves when it is gone: first asks it to end, in the end makes it.
 * Does nothing if there is none, as `NaN` says.
 */
export async function endProcesses(target: number): Promise<void> {
  if (!signal(target, 'SIGTERM')) return;
  const deadline = Date.now() + patience;
  while (signal(target, 0)) {
    if (Date.now() > deadline) {
      signal(target, 'SIGKILL');
      return;
    }
    await elapse(pollInterval);
  }
}

/** Whether there was still a process to receive the signal. */
function signal(target: number, name: NodeJS.Signals | 0): boolean {
  // 0 would be our own group.
  if (Number.isNaN(target) || target === 0) return false;
  try {
    return process.kill(target, name);
  } catch {
    return false;
  }
}
