import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { InstanceQuery, InstanceValues } from '../../../../language/src/rules/instance/query.ts';
import { InstanceValuesOfClient } from '../../../../server/src/state/instanceValuesOfClient.ts';

const dev = { name: 'dev', instanceId: 'i' };
const catalogs: InstanceQuery = { kind: 'catalogs' };
const minute = 60_000;

/** A client that answers when a test lets it, and a clock. */
class World {
  now = 0;
  changes = 0;
  readonly asked: string[] = [];
  readonly #answers: ((result: unknown) => void)[] = [];
  readonly values = new InstanceValuesOfClient({
    ask: async (params) => {
      this.asked.push(JSON.stringify(params));
      return new Promise((resolve) => this.#answers.push(resolve));
    },
    onDidChange: () => (this.changes += 1),
    now: () => this.now,
  });

  known(query = catalogs, connection = dev): InstanceValues | undefined {
    return this.values.of(connection)?.(query);
  }

  /** Answers the request that has waited longest. */
  async answer(result: unknown): Promise<void> {
    this.#answers.shift()?.(result);
    await setImmediate();
  }
}

const list = (name: string): object => ({
  ...{ values: [{ name }], isComplete: true, isPending: false },
  freshFor: 5 * minute,
});
const pendingResult = { values: [], isComplete: false, isPending: true, freshFor: 10_000 };
const pending: InstanceValues = { values: [], isComplete: false, isPending: true };
const known = (name: string): InstanceValues => ({ values: [{ name }], isComplete: true, isPending: false });

describe('a look-up', () => {
  test('returns at once, and asks the client once', async () => {
    const world = new World();
    expect([world.known(), world.known()]).toEqual([pending, pending]);
    expect(world.asked).toEqual([JSON.stringify({ connection: 'dev', query: catalogs })]);
    await world.answer(list('lake'));
    expect(world.changes).toBe(1);
    expect(world.known()).toEqual(known('lake'));
    expect(world.asked).toHaveLength(1);
  });

  test('never waits for a client that doesn’t answer, and doesn’t ask it again', () => {
    const world = new World();
    world.known();
    world.now = 60 * minute;
    expect(world.known()).toEqual(pending);
    expect(world.asked).toHaveLength(1);
  });

  test('asks again once the values are no longer fresh, and forgets them', async () => {
    const world = new World();
    world.known();
    await world.answer(list('lake'));
    world.now = 5 * minute;
    expect(world.known()).toEqual(pending);
    expect(world.asked).toHaveLength(2);
  });

  test('is about the instance of a connection', async () => {
    const world = new World();
    world.known();
    await world.answer(list('lake'));
    expect(world.known(catalogs, { ...dev, instanceId: 'other' })).toEqual(pending);
    expect(world.known(catalogs, { ...dev, name: 'other' })).toEqual(pending);
  });

  test('isn’t there without a connection, or for a client that doesn’t answer such requests', () => {
    expect(new World().values.of(undefined)).toBeUndefined();
    const values = new InstanceValuesOfClient({ ask: undefined, onDidChange: () => undefined, now: () => 0 });
    expect(values.of(dev)).toBeUndefined();
  });
});

test('a list that completion alone uses changes nothing that is shown', async () => {
  const world = new World();
  const buckets: InstanceQuery = { kind: 'buckets' };
  world.known(buckets);
  await world.answer(list('lake-sales'));
  world.values.changed();
  expect([world.known(buckets), world.changes]).toEqual([known('lake-sales'), 0]);
});

describe('a notification', () => {
  test('asks again for what was on its way', async () => {
    const world = new World();
    world.known();
    await world.answer(pendingResult);
    expect([world.asked.length, world.changes]).toEqual([1, 0]);
    world.values.changed();
    expect(world.asked).toHaveLength(2);
    await world.answer(list('lake'));
    expect([world.known(), world.changes]).toEqual([known('lake'), 1]);
  });

  test('has what is known looked up again, which holds until the client has answered', async () => {
    const world = new World();
    world.known();
    await world.answer(list('lake'));
    world.values.changed();
    expect([world.asked.length, world.changes]).toEqual([1, 2]);
    expect(world.known()).toEqual(known('lake'));
    await world.answer({ ...list('lake'), values: [] });
    expect([world.known()?.values, world.changes]).toEqual([[], 3]);
  });

  test('changes nothing for the same values, which stay the same list', async () => {
    const world = new World();
    world.known();
    await world.answer(list('lake'));
    const before = world.known();
    world.values.changed();
    world.known();
    await world.answer(list('lake'));
    expect(world.known()).toBe(before);
    expect(world.changes).toBe(2);
  });

  test('that arrives before an answer has it asked for again', async () => {
    const world = new World();
    world.known();
    world.values.changed();
    await world.answer(list('old'));
    expect([world.asked.length, world.changes]).toEqual([2, 1]);
    await world.answer(list('new'));
    expect([world.known(), world.changes]).toEqual([known('new'), 2]);
  });
});

describe('the result of a client can be anything', () => {
  test.each([[undefined], [null], [7], [{}], [{ values: 'lake' }], [{ values: [], isComplete: 1, freshFor: 'x' }]])(
    '%j is no list',
    async (result) => {
      const world = new World();
      world.known();
      await world.answer(result);
      expect(world.known()).toEqual({ values: [], isComplete: false, isPending: false });
      world.now = minute;
      world.known();
      expect(world.asked).toHaveLength(2);
    },
  );

  test('values that can’t be read are left out, and the list isn’t complete', async () => {
    const world = new World();
    world.known();
    await world.answer({ ...list('lake'), values: [{ name: 'lake', description: 7, token: 't' }, { name: 7 }, null] });
    expect(world.known()).toEqual({ values: [{ name: 'lake' }], isComplete: false, isPending: false });
  });

  test('a list holds for 10 minutes at most', async () => {
    const world = new World();
    world.known();
    await world.answer({ ...list('lake'), freshFor: 1e9 });
    world.now = 10 * minute;
    expect(world.known()).toEqual(pending);
  });
});
