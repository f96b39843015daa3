import { describe, expect, test } from 'vitest';
import { bodyHash, SubmissionHistory, type SubmissionRecord } from '../../../../client/src/state/submissionHistory.ts';
import { InMemoryMemento } from '../../../support/memento.ts';

const documentUri = 'test:/job.lfjob.json';

describe('the history', () => {
  const record = (id: string): SubmissionRecord => ({
    id,
    sentAt: '2026-01-02T03:04:05.678Z',
    uri: documentUri,
    name: 'job_1',
    action: 'create',
    connection: 'dev',
    endpoint: 'https://host',
    instanceId: 'i',
    bodyHash: 'h',
    references: [],
    result: 'accepted',
    jobId: 'j',
  });

  test('keeps the newest 300', async () => {
    const history = new SubmissionHistory(new InMemoryMemento(), () => undefined);
    for (let number = 0; number < 302; number++) await history.put(record(String(number)));
    expect(history.all()).toHaveLength(300);
    expect(history.all()[0]?.id).toBe('301');
  });

  test.each([
    undefined,
    'text',
    {},
    [null],
    [{}],
    [{ ...record('a'), result: 'other' }],
    [{ ...record('a'), sentAt: 1 }],
  ])('is empty where the memory has %j', async (value) => {
    const memory = new InMemoryMemento();
    await memory.update('lakeformation.submissions', value);
    expect(new SubmissionHistory(memory, () => undefined).all()).toEqual([]);
  });
});

test('a document without a file has no past: another one has its name tomorrow', async () => {
  const history = new SubmissionHistory(new InMemoryMemento(), () => undefined);
  const instance = { endpoint: 'https://host', projectId: 'p', instanceId: 'i' };
  const sent = {
    ...instance,
    id: 'a',
    sentAt: '2026-01-02T03:04:05.678Z',
    name: 'job_1',
    action: 'create',
    connection: 'dev',
    bodyHash: 'h',
    references: [],
    result: 'accepted',
  } as const;
  await history.put({ ...sent, uri: 'untitled:Untitled-1' });
  expect(history.lastSent('untitled:Untitled-1', instance)).toBeUndefined();
  await history.put({ ...sent, uri: documentUri });
  expect(history.lastSent(documentUri, instance)).toMatchObject({ uri: documentUri });
});

test('the hash of a body is SHA-256 of its UTF-8', async () => {
  expect(await bodyHash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(await bodyHash('ü')).toBe('607474ca475a9724d7360aba71a56d5df77e61350e3f724cfa1f46e857e2d85f');
});
