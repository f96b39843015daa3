import { expect, it } from 'vitest';
import { concurrently } from '../../../../client/src/api/concurrently.ts';

/** Tasks that wait until they are ended, by their items. */
class Tasks {
  readonly started: number[] = [];
  readonly #end = new Map<number, (error?: Error) => void>();

  readonly start = async (item: number): Promise<void> => {
    this.started.push(item);
    await new Promise<void>((resolve, reject) => {
      this.#end.set(item, (error) => (error ? reject(error) : resolve()));
    });
  };

  async end(item: number, error?: Error): Promise<void> {
    this.#end.get(item)?.(error);
    // What waits for the task goes on before the next turn.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const items = [1, 2, 3, 4, 5, 6, 7];

it('starts four tasks, and another one for each that has ended', async () => {
  const tasks = new Tasks();
  const ended = concurrently(items, tasks.start);
  expect(tasks.started).toEqual([1, 2, 3, 4]);
  await tasks.end(3);
  expect(tasks.started).toEqual([1, 2, 3, 4, 5]);
  for (const item of [1, 2, 4, 5, 6, 7]) await tasks.end(item);
  await ended;
  expect(tasks.started).toEqual(items);
});

it('starts no more after a failure, and waits for those that were started', async () => {
  const tasks = new Tasks();
  let isSettled = false;
  const ended = concurrently(items, tasks.start).finally(() => (isSettled = true));
  const failed = expect(ended).rejects.toThrow('no');
  await tasks.end(2, new Error('no'));
  expect([isSettled, tasks.started]).toEqual([false, [1, 2, 3, 4]]);
  for (const item of [1, 3, 4]) await tasks.end(item);
  await failed;
  expect(tasks.started).toEqual([1, 2, 3, 4]);
});

it('starts no more once it can’t go on', async () => {
  const tasks = new Tasks();
  let goesOn = true;
  const ended = concurrently(items, tasks.start, () => goesOn);
  goesOn = false;
  for (const item of [1, 2, 3, 4]) await tasks.end(item);
  await ended;
  expect(tasks.started).toEqual([1, 2, 3, 4]);
});
