import { beforeEach, describe, expect, test } from 'vitest';
import type { SharedStorage } from '../../client/src/state/sharedStorage.ts';

/**
 * Describes what every shared storage does.
 * @param open returns an empty storage as two windows see it
 */
export function describeSharedStorage(open: () => Promise<readonly [SharedStorage, SharedStorage]>): void {
  describe('a shared storage', () => {
    let one: SharedStorage;
    let other: SharedStorage;
    beforeEach(async () => {
      [one, other] = await open();
    });

    test('is empty at first', async () => {
      expect(await one.keys()).toEqual([]);
      expect(await one.get('a.1')).toBeUndefined();
      await one.delete('a.1');
    });

    test('shows one window what the other has stored', async () => {
      expect(await one.add('a.1', 'added')).toBe(true);
      await one.put('a.2', 'put');
      expect([...(await other.keys())].sort()).toEqual(['a.1', 'a.2']);
      expect(await other.get('a.1')).toBe('added');
      await one.put('a.1', 'replaced 你好');
      expect(await other.get('a.1')).toBe('replaced 你好');
      await one.delete('a.1');
      expect(await other.get('a.1')).toBeUndefined();
      expect(await other.keys()).toEqual(['a.2']);
    });

    test('adds no key that exists', async () => {
      await one.add('a.1', 'first');
      expect(await other.add('a.1', 'second')).toBe(false);
      expect(await one.get('a.1')).toBe('first');
    });

    test('adds a key once, whoever tries at the same time', async () => {
      for (let round = 0; round < 20; round++) {
        const texts = ['0', '1', '2', '3'];
        const added = await Promise.all(
          texts.map(async (text) => (Number(text) % 2 === 0 ? one : other).add(`a.${round}`, text)),
        );
        expect(added.filter((isAdded) => isAdded)).toHaveLength(1);
        expect(await one.get(`a.${round}`)).toBe(texts[added.indexOf(true)]);
      }
    });
  });
}
