/** What has been opened and must be closed. */
export interface Cleanup {
  /** Remembers how to close a thing that was just opened. */
  add(close: () => Promise<unknown>): void;
  /** Closes everything, the last opened first, all of it even if one fails; then throws what failed. */
  run(): Promise<void>;
}

/** Makes a list of things to close. */
export function createCleanup(): Cleanup {
  const closers: (() => Promise<unknown>)[] = [];
  return {
    add: (close) => void closers.unshift(close),
    run: async () => {
      const errors: unknown[] = [];
      for (const close of closers.splice(0)) await close().catch((error: unknown) => errors.push(error));
      if (errors.length > 0) throw new AggregateError(errors, 'Not everything could be closed.');
    },
  };
}

/** Opens things with a list to close them; if that fails, closes what is open and throws on. */
export async function cleanedUpOnFailure<T>(open: (cleanup: Cleanup) => Promise<T>): Promise<T> {
  const cleanup = createCleanup();
  try {
    return await open(cleanup);
  } catch (error) {
    await cleanup.run();
    throw error;
  }
}
