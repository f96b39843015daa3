import { describe, expect, test } from 'vitest';
import { SubmissionLocks } from '../../../../client/src/state/submissionLocks.ts';
import { InMemoryMemento } from '../../../support/memento.ts';

describe('a lock', () => {
  function locks(memory = new InMemoryMemento()) {
    let now = 1_000_000;
    const renewals: (() => void)[] = [];
    const ports = {
      memory,
      now: () => now,
      windowId: 'window',
      onFailure: () => undefined,
      every: (_: number, task: () => void) => {
        renewals.push(task);
        return () => void renewals.splice(renewals.indexOf(task), 1);
      },
    };
    return {
      memory,
      locks: new SubmissionLocks(ports),
      renewals,
      pass: (seconds: number) => void (now += seconds * 1000),
    };
  }

  test('is of one document', async () => {
    const { locks: these } = locks();
    expect(await these.take('a')).toBeDefined();
    expect(await these.take('a')).toBeUndefined();
    expect(await these.take('b')).toBeDefined();
  });

  test('that is released is free, and leaves nothing', async () => {
    const { locks: these, memory, renewals } = locks();
    await (await these.take('a'))?.release();
    expect(memory.entries()).toEqual([]);
    expect(renewals).toEqual([]);
    expect(await these.take('a')).toBeDefined();
  });

  test('without a file is one of its window alone', async () => {
    const { locks: these, memory } = locks();
    await these.take('untitled:Untitled-1');
    expect(memory.entries().map(([key]) => key)).toEqual(['lakeformation.underWay:window:untitled:Untitled-1']);
  });

  test('of a window that crashed is free after 20 seconds', async () => {
    const { locks: these, pass } = locks();
    await these.take('a');
    pass(19);
    expect(await these.take('a')).toBeUndefined();
    pass(1);
    expect(await these.take('a')).toBeDefined();
  });

  test('is renewed while it is held', async () => {
    const { locks: these, pass, renewals } = locks();
    const lock = await these.take('a');
    pass(19);
    for (const renew of renewals) renew();
    pass(19);
    expect(await these.take('a')).toBeUndefined();
    expect(lock?.isHeld()).toBe(true);
  });

  test('that was lost is neither renewed nor released', async () => {
    const { locks: these, memory, renewals } = locks();
    const lock = await these.take('a');
    const other = { owner: 'other', renewedAt: 1 };
    await memory.update('lakeformation.underWay:a', other);
    for (const renew of renewals) renew();
    await lock?.release();
    expect(lock?.isHeld()).toBe(false);
    expect(memory.entries()).toEqual([['lakeformation.underWay:a', other]]);
  });

  test.each([null, 1, 'text', {}, { owner: 1 }, { owner: 'a', renewedAt: 'b' }])(
    'is free where the memory has %j',
    async (value) => {
      const { locks: these, memory } = locks();
      await memory.update('lakeformation.underWay:a', value);
      expect(await these.take('a')).toBeDefined();
    },
  );

  test('from the future, as after a change of the clock, is free too', async () => {
    const { locks: these, pass } = locks();
    await these.take('a');
    pass(-3600);
    expect(await these.take('a')).toBeDefined();
  });
});
