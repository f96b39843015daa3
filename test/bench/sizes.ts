/** A size of document that is measured, and how often: a round is one process of each server. */
export interface Size {
  readonly name: string;
  readonly bytes: number;
  readonly rounds: number;
  /** How often each request is made in a round. The figure of the round is their median. */
  readonly requests: number;
}

export const sizes: readonly Size[] = [
  { name: '2 KB', bytes: 2e3, rounds: 15, requests: 40 },
  { name: '100 KB', bytes: 1e5, rounds: 9, requests: 30 },
  { name: '1 MB', bytes: 1e6, rounds: 7, requests: 16 },
  { name: '10 MB', bytes: 1e7, rounds: 5, requests: 8 },
];

/** Enough to see that everything works: the figures mean nothing. */
export const reducedSizes: readonly Size[] = [
  { name: '2 KB', bytes: 2e3, rounds: 2, requests: 4 },
  { name: '100 KB', bytes: 1e5, rounds: 2, requests: 4 },
];
