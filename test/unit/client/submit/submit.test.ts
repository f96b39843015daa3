import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../../../../client/src/api/signing.ts';
import { documented } from '../../../service/answers.ts';
import { startService, type LocalService } from '../../../service/service.ts';
import { line } from '../../../support/prompts.ts';
import { InMemoryStorage } from '../../../support/sharedStorage.ts';
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

describe('of two windows that submit a document', () => {
  const twoWindows = async (options: WindowOptions = {}): Promise<[SubmitWindow, SubmitWindow]> => {
    const storage = new InMemoryStorage();
    return [await signedIn({ storage, ...options }), await signedIn({ storage, ...options })];
  };
  /** Has the question of a window wait until the returned function is called, which says yes. */
  const questionOf = ({ prompts }: SubmitWindow): (() => void) => {
    let answer = (): void => undefined;
    const answered = new Promise<boolean>((resolve) => (answer = () => resolve(true)));
    prompts.confirm = async () => answered;
    return () => answer();
  };
  const told = ({ prompts }: SubmitWindow): string[] =>
    prompts.shown.filter((shown) => /^(?:info|warn|error|choose)/.test(shown));

  test('the one that comes while the other waits for its response is told, and sends nothing', async () => {
    const [first, second] = await twoWindows();
    const release = service.faults.hold('createJob');
    const submission = first.submit();
    await service.requests.waitFor('createJob');
    await second.submit();
    expect(second.prompts.shown).toEqual([line('info', 'Not submitted: another window')]);
    release();
    await submission;
    expect(service.jobs.all).toHaveLength(1);
  });

  test.each(['always', 'never'] as const)(
    'one sends it where both have read that there is no job of that name: confirm %s',
    async (confirm) => {
      const [first, second] = await twoWindows({ confirm });
      const releases = [service.faults.hold('listJobs'), service.faults.hold('listJobs')];
      const release = service.faults.hold('createJob');
      const submissions = [first.submit(), second.submit()];
      await service.requests.waitFor('listJobs', 2);
      for (const releaseList of releases) releaseList();
      await service.requests.waitFor('createJob');
      await Promise.race(submissions);
      release();
      await Promise.all(submissions);
      expect([...told(first), ...told(second)].sort()).toEqual([
        line('info', 'Created "job_1"'),
        line('info', 'Not submitted: another window'),
      ]);
      expect(service.requests.of('createJob')).toHaveLength(1);
    },
  );

  test('the one whose question is answered later asks about the job of the other', async () => {
    const [first, second] = await twoWindows();
    const answer = questionOf(second);
    const submission = second.submit();
    await service.requests.waitFor('listJobs');
    await first.submit();
    answer();
    await submission;
    expect(told(second)).toEqual([
      expect.stringMatching(/^choose: dev has a job "job_1" already.*\nUnchanged since /s),
    ]);
    expect(service.requests.of('createJob')).toHaveLength(1);
  });

  test('the one whose question is answered later sends it where the other’s was refused', async () => {
    const [first, second] = await twoWindows();
    const answer = questionOf(second);
    const submission = second.submit();
    await service.requests.waitFor('listJobs');
    service.faults.next('createJob', { kind: 'answer', answer: documented.badRequest });
    await first.submit();
    answer();
    await submission;
    expect(told(second)).toEqual([line('info', 'Created "job_1"')]);
    expect(service.jobs.all).toHaveLength(1);
  });
});

describe('a document can be submitted again', () => {
  test('while a message about an earlier attempt is open', async () => {
    const window = openWindow(service, { text, answers: { confirm: true } });
    window.prompts.pick = async () => new Promise(() => undefined);
    void window.submit();
    await expect.poll(() => window.checked).toHaveLength(1);
    await window.remember(pastedSession(service.tokens.issue()));
    await window.submit();
    expect(service.jobs.all).toHaveLength(1);
  });

  test('while the message about its result is open', async () => {
    const window = await signedIn({ answers: { confirm: true, choices: ['Submit Another'] } });
    window.prompts.info = async (message) => {
      window.prompts.shown.push(message);
      return new Promise(() => undefined);
    };
    void window.submit();
    await expect.poll(() => window.prompts.shown.at(-1)).toContain('Created "job_1"');
    void window.submit();
    await expect.poll(() => service.jobs.all).toHaveLength(2);
  });
});

test('a submission that can’t be recorded isn’t sent', async () => {
  const window = await signedIn({ storage: new InMemoryStorage('add') });
  await window.submit();
  expect(window.prompts.shown.at(-1)).toMatch(
    /^error: Couldn't record the submission: The storage fails: add\. Nothing was sent/,
  );
  expect(service.requests.of('createJob')).toEqual([]);
});

describe('an unchanged document', () => {
  test('whose job is not there any more asks before it goes out again', async () => {
    const storage = new InMemoryStorage();
    await (await signedIn({ storage })).submit();
    const [job] = service.jobs.all;
    service.jobs.clear();
    const window = await signedIn({ storage, answers: { confirm: false } });
    await window.submit();
    const question = window.prompts.shown.at(-1) ?? '';
    expect(question).toMatch(/^confirm: Job "job_1" was submitted to dev unchanged before\. Submit it again\?\n/);
    expect(question).toMatch(new RegExp(`\nUnchanged since .+: it became job ${job?.id ?? '?'}\\.$`));
    expect(service.jobs.all).toEqual([]);
  });

  test('says so where its job is there, too', async () => {
    const storage = new InMemoryStorage();
    await (await signedIn({ storage })).submit();
    const window = await signedIn({ storage });
    await window.submit();
    expect(window.prompts.shown.at(-1)).toMatch(/^choose: .*\nExists: id .*\nUnchanged since .*/s);
  });

  test('is one that has changed since then no more', async () => {
    const storage = new InMemoryStorage();
    await (await signedIn({ storage })).submit();
    service.jobs.clear();
    const window = await signedIn({ storage, text: `${text}\n` });
    await window.submit();
    expect(window.prompts.shown.join('\n')).not.toContain('Unchanged');
    expect(service.jobs.all).toHaveLength(1);
  });

  test('is none for another instance', async () => {
    const storage = new InMemoryStorage();
    await (await signedIn({ storage })).submit();
    const other = await startService({ instanceId: '00000000-0000-4000-8000-000000000000' });
    try {
      const window = openWindow(other, { storage, text, answers: { confirm: true } });
      await window.remember(pastedSession(other.tokens.issue()));
      await window.submit();
      expect(other.jobs.all).toHaveLength(1);
      expect(window.prompts.shown.join('\n')).not.toContain('Unchanged');
    } finally {
      await other.close();
    }
  });

  test('counts only where it was taken', async () => {
    const storage = new InMemoryStorage();
    service.faults.next('createJob', { kind: 'answer', answer: { status: 400 } });
    await (await signedIn({ storage })).submit();
    const window = await signedIn({ storage });
    await window.submit();
    expect(window.prompts.shown.join('\n')).not.toContain('unchanged');
    expect(service.jobs.all).toHaveLength(1);
  });
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
  test('has what was sent, when, where to, and what became of it', async () => {
    const window = await signedIn();
    await window.submit();
    const [entry] = await window.history.all();
    expect(entry).toEqual({
      id: entry?.id,
      sentAt: entry?.sentAt,
      uri: documentUri,
      name: 'job_1',
      action: 'create',
      connection: 'dev',
      references: [],
      result: 'accepted',
      endpoint: service.url,
      instanceId: service.instanceId,
      bodyHash: await sha256(text),
      jobId: service.jobs.all[0]?.id,
    });
  });

  test('has it before the answer is there, as one that nobody knows of', async () => {
    const release = service.faults.hold('createJob');
    const window = await signedIn();
    const submission = window.submit();
    await service.requests.waitFor('createJob');
    expect((await window.history.all()).map(({ result }) => result)).toEqual(['unknown']);
    release();
    await submission;
    expect((await window.history.all()).map(({ result }) => result)).toEqual(['accepted']);
  });
});
