import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bodyHash, SubmissionHistory, type SubmissionRecord } from '../../../../client/src/state/submissionHistory.ts';
import { SubmissionLocks } from '../../../../client/src/state/submissionLocks.ts';
import { startService, type LocalService } from '../../../service/service.ts';
import { InMemoryMemento } from '../../../support/memento.ts';
import {
  documentUri,
  openSignedInWindow,
  openWindow,
  pastedSession,
  type SubmitWindow,
  type WindowOptions,
} from '../../../support/submitWindow.ts';
import { smallJob } from '../../service/sampleJobs.ts';

let service: LocalService;
const text = JSON.stringify(smallJob);

beforeEach(async () => {
  service = await startService();
});

afterEach(async () => service.close());

async function signedIn(options: WindowOptions = {}): Promise<SubmitWindow> {
  return openSignedInWindow(service, { text, ...options });
}

describe('a document is submitted from one window at a time', () => {
  const globalState = new InMemoryMemento();

  test('another window is told, and sends nothing', async () => {
    const release = service.faults.hold('createJob');
    const [first, second] = [await signedIn({ globalState }), await signedIn({ globalState })];
    const submission = first.submit();
    await service.requests.waitFor('createJob');
    await second.submit();
    expect(second.prompts.shown).toEqual([
      'info: This job is being submitted already, here or in another window. Wait for its result; after a crash, wait 20 seconds.',
    ]);
    release();
    await submission;
    expect(service.jobs.all).toHaveLength(1);
    expect(globalState.entries()).toEqual([]);
  });

  test('of two windows that took the lock at once, the one that lost it sends nothing', async () => {
    const release = service.faults.hold('listJobs');
    const window = await signedIn({ globalState });
    const submission = window.submit();
    await service.requests.waitFor('listJobs');
    await globalState.update(`lakeformation.underWay:${documentUri}`, { owner: 'other', renewedAt: Date.now() });
    release();
    await submission;
    expect(window.prompts.shown.at(-1)).toBe(
      'error: Another window submits this document too, so this one did not. Nothing was sent from here.',
    );
    expect(service.jobs.all).toEqual([]);
    expect(globalState.entries()).toHaveLength(1);
  });
});

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

describe('an unchanged document', () => {
  test('whose job is not there any more asks before it goes out again', async () => {
    const workspaceState = new InMemoryMemento();
    await (await signedIn({ workspaceState })).submit();
    const [job] = service.jobs.all;
    service.jobs.clear();
    const window = await signedIn({ workspaceState, answers: { confirm: false } });
    await window.submit();
    const question = window.prompts.shown.at(-1) ?? '';
    expect(question).toMatch(/^confirm: Job "job_1" was submitted to dev unchanged before\. Submit it again\?\n/);
    expect(question).toMatch(new RegExp(`\nUnchanged since .+: it became job ${job?.id ?? '?'}\\.$`));
    expect(service.jobs.all).toEqual([]);
  });

  test('says so where its job is there, too', async () => {
    const workspaceState = new InMemoryMemento();
    await (await signedIn({ workspaceState })).submit();
    const window = await signedIn({ workspaceState });
    await window.submit();
    expect(window.prompts.shown.at(-1)).toMatch(/^choose: .*\nExists: id .*\nUnchanged since .*/s);
  });

  test('is one that has changed since then no more', async () => {
    const workspaceState = new InMemoryMemento();
    await (await signedIn({ workspaceState })).submit();
    service.jobs.clear();
    const window = await signedIn({ workspaceState, text: `${text}\n` });
    await window.submit();
    expect(window.prompts.shown.join('\n')).not.toContain('Unchanged');
    expect(service.jobs.all).toHaveLength(1);
  });

  test('is none for another instance', async () => {
    const workspaceState = new InMemoryMemento();
    await (await signedIn({ workspaceState })).submit();
    const other = await startService({ instanceId: '00000000-0000-4000-8000-000000000000' });
    try {
      const window = openWindow(other, { workspaceState, text, answers: { confirm: true } });
      await window.remember(pastedSession(other.tokens.issue()));
      await window.submit();
      expect(other.jobs.all).toHaveLength(1);
      expect(window.prompts.shown.join('\n')).not.toContain('Unchanged');
    } finally {
      await other.close();
    }
  });

  test('counts only where it was taken', async () => {
    const workspaceState = new InMemoryMemento();
    service.faults.next('createJob', { kind: 'answer', answer: { status: 400 } });
    await (await signedIn({ workspaceState })).submit();
    const window = await signedIn({ workspaceState });
    await window.submit();
    expect(window.prompts.shown.join('\n')).not.toContain('unchanged');
    expect(service.jobs.all).toHaveLength(1);
  });
});

test('a document without a file has no past: another one has its name tomorrow', async () => {
  const history = new SubmissionHistory(new InMemoryMemento(), () => undefined);
  const instance = { endpoint: service.url, projectId: service.projectId, instanceId: service.instanceId };
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

describe('of several jobs of the name', () => {
  async function createTwo(): Promise<void> {
    const answers = { confirm: true, choices: ['Submit Another'] };
    await (await signedIn({ answers })).submit();
    await (await signedIn({ answers })).submit();
  }

  test('the one to update is picked', async () => {
    await createTwo();
    const [, second] = service.jobs.all;
    const window = await signedIn({ answers: { choices: ['Update It'], picks: [second?.id ?? ''] } });
    await window.submit();
    expect(service.requests.of('updateJob').map(({ url }) => url.split('/').at(-1))).toEqual([second?.id]);
  });

  test('none is updated when the user leaves', async () => {
    await createTwo();
    await (await signedIn({ answers: { choices: ['Update It'] } })).submit();
    expect(service.requests.of('updateJob')).toEqual([]);
  });
});

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

  test('has what was sent, when, where to, and what became of it', async () => {
    const window = await signedIn();
    await window.submit();
    const [entry] = window.history.all();
    expect(entry).toEqual({
      ...record(entry?.id ?? '?'),
      sentAt: entry?.sentAt,
      endpoint: service.url,
      instanceId: service.instanceId,
      bodyHash: await bodyHash(text),
      jobId: service.jobs.all[0]?.id,
    });
  });

  test('has it before the answer is there, as one that nobody knows of', async () => {
    const release = service.faults.hold('createJob');
    const window = await signedIn();
    const submission = window.submit();
    await service.requests.waitFor('createJob');
    expect(window.history.all().map(({ result }) => result)).toEqual(['unknown']);
    release();
    await submission;
    expect(window.history.all().map(({ result }) => result)).toEqual(['accepted']);
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

test('the hash of a body is SHA-256 of its UTF-8', async () => {
  expect(await bodyHash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(await bodyHash('ü')).toBe('607474ca475a9724d7360aba71a56d5df77e61350e3f724cfa1f46e857e2d85f');
});
