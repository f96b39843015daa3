import { beforeEach, describe, expect, it } from 'vitest';
import { elementsOf, isString, StoredMap } from '../../../../client/src/storage/storedMap.ts';
import { InMemoryMemento } from '../../../support/memento.ts';

const key = 'lakeformation.names';
let memory: InMemoryMemento;
let failures: number;

beforeEach(() => {
  memory = new InMemoryMemento();
  failures = 0;
});

const mapIn = (memento: Pick<InMemoryMemento, 'get' | 'update'>): StoredMap<readonly string[]> =>
  new StoredMap(memento, {
    key,
    read: (value) => elementsOf(value, isString),
    onFailure: () => (failures += 1),
  });

describe('a stored map', () => {
  it('has the entries that were stored last, in their order', async () => {
    await mapIn(memory).replaceAll(new Map([['b', ['1']]]));
    const entries = new Map([
      ['b', ['1', '2']],
      ['a', []],
      ['__proto__', ['3']],
    ]);
    await mapIn(memory).replaceAll(entries);
    expect([...mapIn(memory).all()]).toEqual([...entries]);
    expect(failures).toBe(0);
  });

  it('can be changed without changing what is stored', async () => {
    await mapIn(memory).replaceAll(new Map([['a', ['1']]]));
    mapIn(memory).all().clear();
    expect(mapIn(memory).all().size).toBe(1);
  });

  it.each<[unknown, [string, string[]][]]>([
    [undefined, []],
    [null, []],
    [7, []],
    [['a'], []],
    ['a', []],
    [{ a: ['1', 7, null], b: 7, c: null, d: { 0: '1' } }, [['a', ['1']]]],
  ])('reads of %j what it can', async (stored, expected) => {
    await memory.update(key, stored);
    expect([...mapIn(memory).all()]).toEqual(expected);
  });

  it('reports a change that couldn’t be stored, and has what the memory has', async () => {
    const full = {
      get: memory.get.bind(memory),
      update: async (name: string, value: unknown) => {
        await memory.update(name, value);
        throw new Error('full');
      },
    };
    await mapIn(full).replaceAll(new Map([['a', ['1']]]));
    expect(failures).toBe(1);
    expect([...mapIn(full).all()]).toEqual([['a', ['1']]]);
  });
});
