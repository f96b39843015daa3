import type { Memento } from 'vscode';
import { hasNoFile } from './submissionHistory.ts';

/** The memory that all windows share. */
export type SharedMemory = Pick<Memento, 'get' | 'update'>;

/** A document that this window submits. */
export interface Lock {
  /** Whether it is still this window's: to be asked right before anything is sent. */
  isHeld(): boolean;
  release(): Promise<void>;
}

/** What the locks use. */
export interface LockOptions {
  readonly memory: SharedMemory;
  /** Milliseconds, as `Date.now` counts them. */
  readonly now: () => number;
  /** Of the window, since a document without a file is known to its window alone. */
  readonly windowId: string;
  /** Is told when the memory failed: then other windows know nothing of a lock. */
  readonly onFailure: () => void;
  /** Calls a task again and again until the function that it returns is called. */
  readonly every: (milliseconds: number, task: () => void) => () => void;
}

interface Entry {
  readonly owner: string;
  readonly renewedAt: number;
}

/** A lock is renewed so often, in milliseconds. */
const renewal = 5_000;
/** One that was not renewed for so long is that of a window which is gone, in milliseconds. */
const lifetime = 20_000;

/**
 * Which documents are being submitted, across windows. An entry has an owner and a time and is renewed while it is held, so
 * that a window that crashed holds its lock for 20 seconds and no longer. The memory of VS Code has no "set unless it is
 * set": of two windows that take a lock within the moment in which their memories are matched, both may think they have it.
 * The later entry stays; the other window sees that when it asks again before it sends.
 */
export class SubmissionLocks {
  readonly #options: LockOptions;

  constructor(options: LockOptions) {
    this.#options = options;
  }

  /** Takes the lock of a document; `undefined` when a living window has it, this one included. */
  async take(uri: string): Promise<Lock | undefined> {
    const { memory, now, every, windowId, onFailure } = this.#options;
    const key = `lakeformation.underWay:${hasNoFile(uri) ? `${windowId}:` : ''}${uri}`;
    const held = readEntry(memory.get<unknown>(key));
    if (held !== undefined && Math.abs(now() - held.renewedAt) < lifetime) return undefined;
    const owner = crypto.randomUUID();
    const isHeld = (): boolean => readEntry(memory.get<unknown>(key))?.owner === owner;
    const keep = async (entry: Entry | undefined): Promise<void> => {
      try {
        await memory.update(key, entry);
      } catch {
        onFailure();
      }
    };
    const write = async (): Promise<void> => keep({ owner, renewedAt: now() });
    await write();
    const stop = every(renewal, () => {
      if (isHeld()) void write();
    });
    return {
      isHeld,
      async release() {
        stop();
        if (isHeld()) await keep(undefined);
      },
    };
  }
}

function readEntry(value: unknown): Entry | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { owner, renewedAt } = Object.fromEntries<unknown>(Object.entries(value));
  return typeof owner === 'string' && typeof renewedAt === 'number' ? { owner, renewedAt } : undefined;
}
