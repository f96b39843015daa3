import { describe, expect, test } from 'vitest';
import { HistoryError, lastSent } from '../../../../client/src/state/submissionHistory.ts';
import type { SubmissionRecord } from '../../../../client/src/state/submissionRecord.ts';
import { InMemoryStorage } from '../../../support/sharedStorage.ts';
import { acceptedSubmission, openHistory, submit } from '../../../support/submissionHistory.ts';

const documentUri = 'file:///jobs/nightly.lfjob.json';
const instance = { endpoint: 'https://host', projectId: 'p', instanceId: 'i' };

/** Returns a submission that was sent in this second. */
function record(id: string, second = 0): SubmissionRecord {
  return { ...acceptedSubmission, id, sentAt: new Date(Date.UTC(2026, 0, 2) + second * 1000).toISOString() };
}

/** Two windows on one storage, and the time of their machine. */
function twoWindows(storage = new InMemoryStorage()) {
  let time = 1_000_000;
  const now = (): number => time;
  return {
    one: openHistory({ storage, now }),
    other: openHistory({ storage, now }),
    storage,
    pass: (seconds: number) => void (time += seconds * 1000),
  };
}

describe('the history', () => {
  test('returns what has ended in this window', async () => {
    const { one, other } = twoWindows();
    const ended: string[] = [];
    one.onDidChange(({ id }) => ended.push(id));
    await submit(one, record('a'));
    await submit(other, record('b'));
    expect(ended).toEqual(['a']);
  });

  test('has the submissions of all windows on a workspace, the newest first', async () => {
    const { one, other, storage } = twoWindows();
    const elsewhere = openHistory({ storage, workspace: () => 'another' });
    await submit(one, record('a', 1));
    await submit(other, record('b', 3));
    await submit(other, { ...record('c', 2), uri: 'file:///jobs/hourly.lfjob.json' });
    await submit(elsewhere, record('d', 4));
    expect((await one.all()).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
  });

  test('keeps the newest 1,000, but none of those that wait for a response', async () => {
    const storage = new InMemoryStorage();
    const history = openHistory({ storage });
    await history.begin(record('waiting'), await history.of(documentUri));
    for (let number = 1; number <= 1_002; number++) {
      await submit(history, { ...record(String(number), number), uri: `file:///jobs/${number}.lfjob.json` });
    }
    const ids = (await history.all()).map(({ id }) => id);
    expect(ids).toHaveLength(1_000);
    expect(ids[0]).toBe('1002');
    expect(ids.slice(-2)).toEqual(['4', 'waiting']);
  });

  test.each(['', 'text', '{}', '{"record":{},"workspace":"workspace"}', '{"record":{"result":"other"}}', '[null]'])(
    'has nothing of the text %j',
    async (text) => {
      const { one, storage } = twoWindows();
      await submit(one, record('a'));
      for (const key of await storage.keys()) await storage.put(key, text);
      await storage.put('other.txt', text);
      expect(await one.all()).toEqual([]);
      expect(lastSent(await one.of(documentUri), instance)).toBeUndefined();
      expect(await submit(one, record('b'))).toBe(true);
    },
  );

  test('finds the last submission that an instance may have accepted', async () => {
    const { one, other } = twoWindows();
    await submit(one, record('a'));
    await submit(other, { ...record('b'), instanceId: 'another' });
    await submit(one, { ...record('c'), result: 'refused' });
    expect(lastSent(await other.of(documentUri), instance)?.id).toBe('a');
  });

  test('has no last submission of a document without a file', async () => {
    const { one } = twoWindows();
    await submit(one, { ...record('a'), uri: 'untitled:Untitled-1' });
    expect(lastSent(await one.of('untitled:Untitled-1'), instance)).toBeUndefined();
    expect(await one.all()).toHaveLength(1);
  });

  test('rejects with a sentence when the storage fails', async () => {
    await expect(openHistory({ storage: new InMemoryStorage('keys') }).of(documentUri)).rejects.toThrow(HistoryError);
    const history = openHistory({ storage: new InMemoryStorage('add') });
    await expect(submit(history, record('a'))).rejects.toThrow('The storage fails: add');
  });
});

describe('a submission', () => {
  test('isn’t begun where another window has begun one since', async () => {
    const { one, other } = twoWindows();
    const [seen, seenByOther] = [await one.of(documentUri), await other.of(documentUri)];
    expect(await one.begin(record('a'), seen)).toBe(true);
    expect(await other.begin(record('b'), seenByOther)).toBe(false);
    await one.put({ ...record('a'), result: 'refused' });
    expect(await other.begin(record('b'), seenByOther)).toBe(false);
    expect(await other.begin(record('b'), await other.of(documentUri))).toBe(true);
  });

  test('of another document is begun', async () => {
    const { one, other } = twoWindows();
    await one.begin(record('a'), await one.of(documentUri));
    expect(await submit(other, { ...record('b'), uri: 'file:///jobs/hourly.lfjob.json' })).toBe(true);
  });

  test('of a document without a file is of its window alone', async () => {
    const { one, other } = twoWindows();
    const untitled = { ...record('a'), uri: 'untitled:Untitled-1' };
    await one.begin(untitled, await one.of(untitled.uri));
    expect((await one.of(untitled.uri)).submitting).toBe('thisWindow');
    expect((await other.of(untitled.uri)).submitting).toBeUndefined();
  });

  test('of a document by another URI isn’t begun', async () => {
    const storage = new InMemoryStorage();
    const documentId = async (): Promise<string> => Promise.resolve('/jobs/nightly.lfjob.json');
    const [one, other] = [openHistory({ storage, documentId }), openHistory({ storage, documentId })];
    const seen = await other.of('file:///link/nightly.lfjob.json');
    await one.begin(record('a'), await one.of(documentUri));
    expect(await other.begin(record('b'), seen)).toBe(false);
    expect((await other.of('file:///link/nightly.lfjob.json')).submitting).toBe('anotherWindow');
  });

  test('is waited for in all windows until its result is stored', async () => {
    const { one, other } = twoWindows();
    await one.begin(record('a'), await one.of(documentUri));
    expect((await one.of(documentUri)).submitting).toBe('thisWindow');
    expect((await other.of(documentUri)).submitting).toBe('anotherWindow');
    await one.put(record('a'));
    expect((await one.of(documentUri)).submitting).toBeUndefined();
    expect((await other.of(documentUri)).submitting).toBeUndefined();
  });

  test.each([
    ['after a crash: no longer than the response may take', 69, 1],
    ['after the clock was put back: not at all', 0, -1],
  ])('is waited for %s', async (_, waited, ended) => {
    const { one, other, pass } = twoWindows();
    await one.begin(record('a'), await one.of(documentUri));
    pass(waited);
    expect((await other.of(documentUri)).submitting).toBe('anotherWindow');
    pass(ended);
    expect((await other.of(documentUri)).submitting).toBeUndefined();
    expect(lastSent(await other.of(documentUri), instance)?.id).toBe('a');
    expect(await submit(other, record('b'))).toBe(true);
  });

  test('isn’t begun where storing it took as long as the computer was asleep', async () => {
    const storage = new InMemoryStorage();
    let time = 0;
    const history = openHistory({ storage, now: () => time });
    const seen = await history.of(documentUri);
    const begun = history.begin(record('a'), seen);
    time += 3_600_000;
    expect(await begun).toBe(false);
    expect(storage.texts()).toEqual([]);
  });

  test('that can’t be compared with the others isn’t begun, and deleted', async () => {
    const storage = new InMemoryStorage();
    const history = openHistory({ storage });
    const seen = await history.of(documentUri);
    storage.fail('keys');
    await expect(history.begin(record('a'), seen)).rejects.toThrow(HistoryError);
    expect(storage.texts()).toEqual([]);
  });
});
