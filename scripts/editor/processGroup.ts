import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as elapse } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { node24 } from './repository.ts';

const runWithParent = fileURLToPath(new URL('runWithParent.ts', import.meta.url));

const pollInterval = 50;

/** How long processes may take to end when asked, in milliseconds. */
const endTimeout = 10_000;

/** A started program with all programs that it starts. */
export interface ProcessGroup {
  /** Has the program's output, and ends when the program does, with its exit code. */
  readonly leader: ChildProcess;
  /** Ends the program and everything that it started; resolves when they are gone. May be called more than once. */
  stop(): Promise<void>;
}

/** How a program is started. */
export interface GroupOptions {
  /** What its environment has beside ours. */
  readonly env?: NodeJS.ProcessEnv;
  readonly stdio: 'pipe' | 'inherit';
  /** A folder that nobody needs when the program has ended; it is removed then. */
  readonly folder?: string;
}

/**
 * Starts a program in a process group of its own, so that all that it starts can be ended with it. It ends at the latest
 * when our own process does, even if that is killed.
 */
export function startGroup(command: string, args: readonly string[], options: GroupOptions): ProcessGroup {
  const leader = spawn(node24(), [runWithParent, options.folder ?? '', command, ...args], {
    env: { ...process.env, ...options.env },
    stdio: ['pipe', options.stdio, options.stdio],
    detached: process.platform !== 'win32',
  });
  const id = leader.pid ?? Number.NaN;
  return { leader, stop: () => endProcesses(process.platform === 'win32' ? id : -id) };
}

/**
 * Ends a process, or the group of a negative id, and resolves when it is gone: first asks it to end, in the end makes
 * it. Does nothing if there is none: `NaN`.
 */
export async function endProcesses(target: number): Promise<void> {
  if (!signal(target, 'SIGTERM')) return;
  const deadline = Date.now() + endTimeout;
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
