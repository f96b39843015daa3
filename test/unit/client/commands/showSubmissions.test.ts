import { describe, expect, test } from 'vitest';
import { showSubmissions } from '../../../../client/src/commands/showSubmissions.ts';
import type { SubmissionRecord } from '../../../../client/src/state/submissionRecord.ts';
import { FakePrompts, line } from '../../../support/prompts.ts';
import { InMemoryStorage } from '../../../support/sharedStorage.ts';
import { acceptedSubmission as record, openHistory, submit } from '../../../support/submissionHistory.ts';

async function shown(
  picks: readonly string[],
  records: readonly SubmissionRecord[] = [record],
  isThere = true,
  id?: string,
) {
  const history = openHistory();
  for (const one of records) await submit(history, one);
  const prompts = new FakePrompts({ picks });
  const opened: string[] = [];
  const showDocument = async (uri: string): Promise<void> => {
    if (!isThere) throw new Error('gone');
    opened.push(uri);
    return Promise.resolve();
  };
  const jobs: string[] = [];
  const showJob = async (_: SubmissionRecord, jobId: string): Promise<void> =>
    Promise.resolve().then(() => void jobs.push(jobId));
  await showSubmissions({ prompts, history, showDocument, showJob })(id);
  return { prompts, opened, jobs };
}

describe('Show Submissions', () => {
  test('opens the file', async () => {
    expect((await shown(['nightly', 'Open File'])).opened).toEqual([record.uri]);
  });

  test('shows the job', async () => {
    expect((await shown(['nightly', 'Show Job'])).jobs).toEqual(['j-1']);
  });

  test.each([
    ['Copy Job ID', 'j-1'],
    ['Copy Document Hash', '0123456789abcdef'],
  ])('%s copies %s', async (action, copied) => {
    expect((await shown(['nightly', action])).prompts.copied).toEqual([copied]);
  });

  test('offers no id where there is none', async () => {
    const { id, sentAt, uri, name, action, connection, endpoint, instanceId, bodyHash, references } = record;
    const sent = { id, sentAt, uri, name, action, connection, endpoint, instanceId, bodyHash, references };
    const { prompts } = await shown(['nightly'], [{ ...sent, result: 'refused', status: 400 }]);
    expect(prompts.shown.at(-1)).toBe('pick: Submission of "nightly": Open File, Copy Document Hash');
  });

  test('offers no file where there was none', async () => {
    const { prompts } = await shown(['nightly'], [{ ...record, uri: 'untitled:Untitled-1' }]);
    expect(prompts.shown.at(-1)).toBe('pick: Submission of "nightly": Show Job, Copy Job ID, Copy Document Hash');
  });

  test('has the newest first', async () => {
    const { prompts } = await shown(
      [],
      [record, { ...record, id: 'b', sentAt: '2026-01-02T03:04:06.000Z', name: 'later' }],
    );
    expect(prompts.shown).toEqual(['pick: Show Submissions: later, nightly']);
  });

  test('goes to the one that it is called with', async () => {
    const { prompts } = await shown([], [record, { ...record, id: 'b', name: 'later' }], true, 'b');
    expect(prompts.shown).toEqual([expect.stringContaining('pick: Submission of "later"')]);
  });

  test('reports that there are none', async () => {
    expect((await shown([], [])).prompts.shown).toEqual([line('info', 'No jobs have been submitted')]);
  });

  test('reports that they can’t be read', async () => {
    const prompts = new FakePrompts();
    const history = openHistory({ storage: new InMemoryStorage('keys') });
    const fail = async (): Promise<void> => Promise.reject(new Error('not reached'));
    await showSubmissions({ prompts, history, showDocument: fail, showJob: fail })();
    expect(prompts.shown).toEqual([line('error', 'Couldn’t read the submissions: The storage fails')]);
  });

  test('reports that the file is gone', async () => {
    const { prompts } = await shown(['nightly', 'Open File'], [record], false);
    expect(prompts.shown.at(-1)).toBe(`error: Couldn’t find the document: ${record.uri}`);
  });
});
