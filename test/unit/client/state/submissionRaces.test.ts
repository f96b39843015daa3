import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lastSent } from '../../../../client/src/state/submissionHistory.ts';
import type { SharedStorage } from '../../../../client/src/state/sharedStorage.ts';
import type { SubmissionRecord } from '../../../../client/src/state/submissionRecord.ts';
import { runs } from '../../../support/fastCheck.ts';
import { openHistory } from '../../../support/submissionHistory.ts';
import { Turns, type Turn } from '../../../support/turns.ts';

const uri = 'file:///jobs/nightly.lfjob.json';
const instance = { endpoint: 'https://host', projectId: 'p', instanceId: 'i' };

/** A storage where everything takes its time, and where a text that is added may be read before it is complete. */
class SlowStorage {
  readonly #texts = new Map<string, string>();

  /** The storage as a window sees it that crashes, or is closed, after so many steps. */
  of({ stepsUntilCrash }: Window, next: () => Promise<void>): SharedStorage {
    let steps = 0;
    const run = async <T>(use: () => T): Promise<T> => {
      await next();
      if (steps++ >= stepsUntilCrash) throw new Error('crashed');
      return use();
    };
    return {
      keys: async () => run(() => [...this.#texts.keys()]),
      get: async (key) => run(() => this.#texts.get(key)),
      add: async (key, text) => {
        const isAdded = await run(() => !this.#texts.has(key) && this.#texts.set(key, '') === this.#texts);
        if (isAdded) await run(() => this.#texts.set(key, text));
        return isAdded;
      },
      put: async (key, text) => run(() => void this.#texts.set(key, text)),
      delete: async (key) => run(() => void this.#texts.delete(key)),
    };
  }
}

/** A window that submits the document. */
interface Window {
  readonly result: 'accepted' | 'refused';
  readonly stepsUntilCrash: number;
}

/** A request that was sent. */
interface Sent {
  readonly id: string;
  /** The submissions that the decision was made in view of. */
  readonly seen: readonly (string | undefined)[];
}

const record = (id: string): SubmissionRecord => ({
  ...{ id, uri, sentAt: '2026-01-02T03:04:05.678Z', name: 'job_1', action: 'create', connection: 'dev' },
  ...{ endpoint: instance.endpoint, instanceId: instance.instanceId, bodyHash: 'h', references: [], result: 'unknown' },
});

/**
 * Submits the document from several windows at the same time. A user who sees another's submission leaves it at that.
 * @returns the requests in the order that they were sent
 */
async function race(windows: readonly Window[], order: readonly Turn[]): Promise<readonly Sent[]> {
  const [turns, storage] = [new Turns(), new SlowStorage()];
  const sent: Sent[] = [];
  const submit = async (window: Window, number: number): Promise<void> => {
    const next = async (): Promise<void> => turns.next(number);
    const history = openHistory({ storage: storage.of(window, next), now: () => 0 });
    for (let attempt = 0; attempt < 20; attempt++) {
      const seen = await history.of(uri);
      await next();
      if (seen.submitting !== undefined || lastSent(seen, instance) !== undefined) return;
      const id = `${number}.${attempt}`;
      if (!(await history.begin(record(id), seen))) continue;
      sent.push({ id, seen: seen.stored.map(({ entry }) => entry?.record.id) });
      await next();
      await history.put({ ...record(id), result: window.result });
      return;
    }
  };
  await turns.run(
    windows.map((window, number) => async () => submit(window, number)),
    order,
  );
  return sent;
}

const steady = fc.constant(Number.POSITIVE_INFINITY);
const crashing = fc.oneof(steady, fc.nat(30));
/** Two to four windows, and the order in which they take their steps. */
const races = (result: fc.Arbitrary<Window['result']>, stepsUntilCrash: fc.Arbitrary<number>) =>
  fc.tuple(
    fc.array(fc.record({ result, stepsUntilCrash }), { minLength: 2, maxLength: 4 }),
    fc.array(fc.record({ process: fc.nat(3), steps: fc.integer({ min: 1, max: 12 }) }), { maxLength: 12 }),
  );

describe('of windows that submit a document at the same time', () => {
  test('exactly one sends it', async () => {
    await fc.assert(
      fc.asyncProperty(races(fc.constant('accepted'), steady), async ([windows, order]) => {
        expect(await race(windows, order)).toHaveLength(1);
      }),
      runs(1_000),
    );
  });

  test('at most one sends it where windows crash', async () => {
    await fc.assert(
      fc.asyncProperty(races(fc.constant('accepted'), crashing), async ([windows, order]) => {
        expect((await race(windows, order)).length).toBeLessThanOrEqual(1);
      }),
      runs(1_000),
    );
  });

  test('another sends it only after it has seen that it was refused', async () => {
    await fc.assert(
      fc.asyncProperty(races(fc.constantFrom('accepted', 'refused'), crashing), async ([windows, order]) => {
        const sent = await race(windows, order);
        for (const [index, { seen }] of sent.entries()) {
          expect(seen).toEqual(expect.arrayContaining(sent.slice(0, index).map(({ id }) => id)));
        }
      }),
      runs(1_000),
    );
  });
});
