import { items, type Figures, type Item, type ItemId } from './items.ts';
import { benchmarkJob } from './job.ts';
import type { Server, Servers } from './servers.ts';
import { measure } from './session.ts';
import type { Size } from './sizes.ts';
import { median, ratios, spreadOf, type Spread } from './statistics.ts';

/** One item at one size, compared: medians over the rounds, in the item's unit. */
export interface Comparison {
  readonly item: Item;
  readonly size: string;
  readonly ours: number;
  readonly json: number;
  readonly empty: number;
  /** Ours over VS Code's, round by round. */
  readonly ratio: Spread;
}

/** The figures of each server, a round each, of one size. */
export type Rounds = Readonly<Record<keyof Servers, readonly Figures[]>>;

/** Measures the servers alternately, round after round, at each size. */
export async function compareServers(servers: Servers, sizes: readonly Size[]): Promise<Comparison[]> {
  const comparisons: Comparison[] = [];
  for (const size of sizes)
    comparisons.push(...compare(size.name, size === sizes[0], await measureRounds(servers, size, size === sizes[0])));
  return items.flatMap(({ id }) => comparisons.filter(({ item }) => item.id === id));
}

async function measureRounds(
  { ours, json, empty }: Servers,
  { name, bytes, rounds, requests }: Size,
  isSmallest: boolean,
): Promise<Rounds> {
  const job = benchmarkJob(bytes);
  const measured: Record<keyof Servers, Figures[]> = { ours: [], json: [], empty: [] };
  const order: readonly [keyof Servers, Server][] = [
    ['ours', ours],
    ['json', json],
    ['empty', empty],
  ];
  for (let round = 1; round <= rounds; round++) {
    for (const [key, server] of order) measured[key].push(await measure(server, job, requests, isSmallest));
    console.log(`${name}: round ${round} of ${rounds}`);
  }
  return measured;
}

/** The items of one size, compared. */
export function compare(size: string, isSmallest: boolean, { ours, json, empty }: Rounds): Comparison[] {
  return items
    .filter(({ smallestOnly }) => isSmallest || smallestOnly !== true)
    .map((item) => ({
      item,
      size,
      ours: median(figuresOf(ours, item.id)),
      json: median(figuresOf(json, item.id)),
      empty: median(figuresOf(empty, item.id)),
      ratio: spreadOf(ratios(figuresOf(ours, item.id), figuresOf(json, item.id))),
    }));
}

function figuresOf(rounds: readonly Figures[], item: ItemId): number[] {
  return rounds.map((figures) => figures[item]);
}
