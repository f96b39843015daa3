import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Credential } from '../../../../client/src/api/credential.ts';
import { ApiError, type Failure } from '../../../../client/src/api/errors.ts';
import type { NameList } from '../../../../client/src/api/nameList.ts';
import { InstanceLookUps, type KnownValues } from '../../../../client/src/instance/instanceLookUps.ts';
import type { InstanceQuery } from '../../../../language/src/rules/instance/query.ts';
import { dev } from '../../../support/connections.ts';
import { keyOf } from '../../../support/instanceValues.ts';

const token: Credential = { kind: 'token', token: 't' };
const catalogs: InstanceQuery = { kind: 'catalogs' };
const lake: NameList = { names: [{ name: 'lake' }], isComplete: true };
const minute = 60_000;

interface Read {
  readonly query: string;
  readonly endpoint: string;
  readonly signal: AbortSignal;
  readonly answer: (list: NameList) => void;
  readonly fail: (failure: Failure) => void;
}

/** Look-ups with a clock, a session, and a service that answers when a test lets it. */
class World {
  now = 0;
  isAllowed = true;
  isRefused = false;
  credential: Credential | undefined = token;
  changes = 0;
  readonly reads: Read[] = [];
  readonly #sessionListeners: (() => void)[] = [];
  readonly lookUps: InstanceLookUps;

  constructor() {
    this.lookUps = new InstanceLookUps({
      now: () => this.now,
      isAllowed: () => this.isAllowed,
      sessions: {
        setRefused: (_, isRefused) => {
          this.isRefused = isRefused;
          this.sessionChanged();
        },
        onDidChange: (listener) => {
          this.#sessionListeners.push(listener);
          return { dispose: () => undefined };
        },
      },
      credential: async () => Promise.resolve(this.isRefused ? undefined : this.credential),
      read: async (query, { endpoint }, _, signal) =>
        new Promise((answer, reject) => {
          const fail = (failure: Failure): void => reject(new ApiError(failure));
          this.reads.push({ query: keyOf(query), endpoint, signal, answer, fail });
        }),
    });
    this.lookUps.onDidChange(() => (this.changes += 1));
  }

  sessionChanged(): void {
    for (const listener of this.#sessionListeners) listener();
  }

  /** What is known, and for how long. */
  async known(query = catalogs, connection = dev): Promise<KnownValues> {
    return this.lookUps.known(connection, query);
  }

  async answer(list: NameList | Failure, index = this.reads.length - 1): Promise<void> {
    if ('kind' in list) this.reads[index]?.fail(list);
    else this.reads[index]?.answer(list);
    await setImmediate();
  }
}

const pending = { values: [], isComplete: false, isPending: true, freshFor: 10_000 };
const unknown = { values: [], isComplete: false, isPending: false };
const known = { values: lake.names, isComplete: true, isPending: false };

describe('a list', () => {
  test('is read once for all that ask for it, and known when it arrives', async () => {
    const world = new World();
    expect(await Promise.all([world.known(), world.known(), world.known()])).toEqual([pending, pending, pending]);
    expect(world.reads.map(({ query }) => query)).toEqual(['catalogs']);
    await world.answer(lake);
    expect(world.changes).toBe(1);
    expect(await world.known()).toEqual({ ...known, freshFor: 5 * minute });
    expect(world.reads).toHaveLength(1);
  });

  test('holds for 5 minutes', async () => {
    const world = new World();
    await world.known();
    await world.answer(lake);
    world.now = 5 * minute - 1;
    expect(await world.known()).toEqual({ ...known, freshFor: 1 });
    world.now = 5 * minute;
    expect(await world.known()).toEqual(pending);
    expect(world.reads).toHaveLength(2);
  });

  test('of another connection is another one, as is that of a connection with another address now', async () => {
    const world = new World();
    await world.known();
    await world.answer(lake);
    for (const change of [{ endpoint: 'https://other' }, { projectId: 'q' }, { instanceId: 'j' }]) {
      expect(await world.known(catalogs, { ...dev, ...change })).toEqual(pending);
    }
    expect(await world.known(catalogs, { ...dev, name: 'renamed' })).toMatchObject(known);
  });

  test('that can’t be read isn’t asked for again within a minute', async () => {
    const world = new World();
    await world.known();
    await world.answer({ kind: 'timeout' });
    expect(await world.known()).toEqual({ ...unknown, freshFor: minute });
    world.now = minute;
    expect(await world.known()).toEqual(pending);
    expect(world.changes).toBe(1);
  });

  test('waits while two others are read', async () => {
    const world = new World();
    const queries = ['a', 'b', 'c', 'd'].map((catalog): InstanceQuery => ({ kind: 'databases', catalog }));
    for (const query of queries) await world.known(query);
    expect(world.reads.map(({ query }) => query)).toEqual(['databases a', 'databases b']);
    await world.answer(lake, 0);
    expect(world.reads.map(({ query }) => query)).toEqual(['databases a', 'databases b', 'databases c']);
  });
});

describe('nothing is read', () => {
  test.each<[string, (world: World) => void]>([
    ['in an untrusted workspace, or with the setting off', (world) => (world.isAllowed = false)],
    ['while the user isn’t signed in', (world) => (world.credential = undefined)],
    ['while the session is refused', (world) => (world.isRefused = true)],
  ])('%s', async (_, prepare) => {
    const world = new World();
    prepare(world);
    expect(await world.known()).toEqual({ ...unknown, freshFor: minute });
    expect(world.reads).toEqual([]);
  });

  test('after the service refused the credential, until there is another one', async () => {
    const world = new World();
    await world.known();
    await world.answer({ kind: 'rejected', status: 401, body: {} });
    expect(world.isRefused).toBe(true);
    await world.known();
    expect(world.reads).toHaveLength(1);
    world.isRefused = false;
    world.sessionChanged();
    expect(await world.known()).toEqual(pending);
  });
});

describe('when a session changes', () => {
  test('what was read is dropped, and whoever asked is notified', async () => {
    const world = new World();
    await world.known();
    await world.answer(lake);
    world.credential = undefined;
    world.sessionChanged();
    expect(world.changes).toBe(2);
    expect(await world.known()).toEqual({ ...unknown, freshFor: minute });
  });

  test('what is being read is canceled, and dropped if it arrives', async () => {
    const world = new World();
    await world.known();
    world.sessionChanged();
    expect(world.reads[0]?.signal.aborted).toBe(true);
    await world.answer(lake, 0);
    expect(await world.known()).toEqual(pending);
    expect(world.reads).toHaveLength(2);
  });

  test('what waits for its turn is never requested', async () => {
    const world = new World();
    for (const catalog of ['a', 'b', 'c']) await world.known({ kind: 'databases', catalog });
    world.sessionChanged();
    await world.answer(lake, 0);
    await world.answer(lake, 1);
    expect(world.reads).toHaveLength(2);
  });
});
