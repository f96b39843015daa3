import { setImmediate } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { RequestQueue } from '../../../../server/src/requests/queue.ts';

afterEach(() => void vi.useRealTimers());

const { token: none } = new CancellationTokenSource();

function createQueue(): RequestQueue {
  return new RequestQueue(async () => setImmediate());
}

test('requests run one after another, in the order of their arrival', async () => {
  const queue = createQueue();
  const events: string[] = [];
  const request = (name: string) => async () => {
    events.push(`${name} begins`);
    await setImmediate();
    events.push(`${name} ends`);
  };
  await Promise.all([queue.run(none, request('first')), queue.run(none, request('second'))]);
  expect(events).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
});

test('a request that is canceled during the one before it never begins', async () => {
  const queue = createQueue();
  const source = new CancellationTokenSource();
  const begun: string[] = [];
  const first = queue.run(none, async () => {
    begun.push('first');
    await setImmediate();
    source.cancel();
  });
  const canceled = queue.run(source.token, () => begun.push('canceled'));
  const next = queue.run(none, () => begun.push('next'));
  await first;
  await expect(canceled).rejects.toMatchObject({ code: -32800 });
  await next;
  expect(begun).toEqual(['first', 'next']);
});

test('a check finds a cancellation that is read two turns later', async () => {
  const source = new CancellationTokenSource();
  const check = createQueue().checkCanceled(source.token);
  await setImmediate();
  source.cancel();
  await expect(check).rejects.toMatchObject({ code: -32800 });
});

test('a request that fails holds up none after it', async () => {
  const queue = createQueue();
  const failed = queue.run(none, () => {
    throw new Error('failed');
  });
  const next = queue.run(none, () => 'next');
  await expect(failed).rejects.toThrow('failed');
  expect(await next).toBe('next');
});

test('a check ends although requests keep arriving', async () => {
  const queue = createQueue();
  const ended: string[] = [];
  const check = queue.checkCanceled(none).then(() => ended.push('check'));
  const others: Promise<unknown>[] = [];
  while (ended.length === 0 && others.length < 1000) {
    others.push(queue.run(none, () => undefined));
    await setImmediate();
  }
  expect(others.length).toBeLessThan(1000);
  await Promise.all([check, ...others]);
});

test('a request that is canceled while it runs in steps takes no further step', async () => {
  const queue = createQueue();
  const source = new CancellationTokenSource();
  const taken: number[] = [];
  function* steps(): Generator<undefined, string> {
    for (let step = 1; step <= 3; step++) {
      taken.push(step);
      if (step === 2) source.cancel();
      yield;
    }
    return 'done';
  }
  await expect(queue.runSteps(source.token, { version: 1 }, steps())).rejects.toMatchObject({ code: -32800 });
  expect(taken).toEqual([1, 2]);
  await expect(queue.runSteps(none, { version: 1 }, steps())).resolves.toBe('done');
});

test('steps about a document that is edited in the meantime end', async () => {
  const document = { version: 1 };
  function* steps(): Generator<undefined, string> {
    void setImmediate().then(() => document.version++);
    vi.setSystemTime(Date.now() + 10);
    yield;
    return 'done';
  }
  vi.useFakeTimers({ toFake: ['Date'] });
  await expect(createQueue().runSteps(none, document, steps())).rejects.toMatchObject({ code: -32801 });
});
