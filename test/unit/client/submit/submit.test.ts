import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../../../../client/src/api/signing.ts';
import { submitDocument } from '../../../../client/src/submit/submit.ts';
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
import { jobFor } from '../../service/sampleJobs.ts';

let service: LocalService;
let text: string;

beforeEach(async () => {
  service = await startService();
  text = JSON.stringify(jobFor(service));
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
  /** Has the question of a window wait until the returned function is called, which confirms it. */
  const questionOf = ({ prompts }: SubmitWindow): (() => void) => {
    let answer = (): void => undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    const choose = prompts.choose.bind(prompts);
    prompts.choose = async (question) => answered.then(async () => choose(question));
    return () => answer();
  };
  const told = ({ prompts }: SubmitWindow): string[] =>
    prompts.shown.filter((shown) => /^(?:info|warn|error|choose)/.test(shown));

  test('the one that starts while the other waits for its response shows a message, and sends nothing', async () => {
    const [first, second] = await twoWindows();
    const release = service.faults.hold('createJob');
    const submission = first.submit();
    await service.requests.waitFor('createJob');
    await second.submit();
    expect(second.prompts.shown).toEqual([line('error', 'Not submitted: another window')]);
    release();
    await submission;
    expect(service.jobs.all).toHaveLength(1);
  });

  test.each(['always', 'never'] as const)(
    'one sends it if both have read that there is no job of that name: confirm %s',
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
      const answers = [...told(first), ...told(second)].filter((shown) => /^(?:info|error): /.test(shown));
      expect(answers.sort()).toEqual([line('error', 'Not submitted: another window'), line('info', 'Created "job_1"')]);
      expect(service.requests.of('createJob')).toHaveLength(1);
    },
  );

  test('the one with the later answer asks about the job of the other', async () => {
    const [first, second] = await twoWindows();
    const answer = questionOf(second);
    const submission = second.submit();
    await service.requests.waitFor('listJobs');
    await first.submit();
    answer();
    await submission;
    expect(told(second)).toEqual([
      line('choose', 'Submit "job_1" to dev as a new job?'),
      line('choose', 'Nothing to do: "job_1" in dev matches the document.'),
    ]);
    expect(service.requests.of('createJob')).toHaveLength(1);
  });

  test('the one with the later answer sends it if the other’s was refused', async () => {
    const [first, second] = await twoWindows();
    const answer = questionOf(second);
    const submission = second.submit();
    await service.requests.waitFor('listJobs');
    service.faults.next('createJob', { kind: 'answer', answer: documented.badRequest });
    await first.submit();
    answer();
    await submission;
    expect(told(second).at(-1)).toEqual(line('info', 'Created "job_1"'));
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
    const window = await signedIn({ answers: { confirm: true, choices: ['Create Another Job'] } });
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
    /^error: Not submitted: couldn’t record the submission \(The storage fails: add\)\./,
  );
  expect(service.requests.of('createJob')).toEqual([]);
});

describe('an unchanged document', () => {
  test('with a job that isn’t there any longer asks before it is sent again', async () => {
    const storage = new InMemoryStorage();
    await (await signedIn({ storage })).submit();
    const [job] = service.jobs.all;
    service.jobs.clear();
    const window = await signedIn({ storage, answers: { confirm: false } });
    await window.submit();
    expect(window.prompts.shown.at(-1)).toEqual(
      line('choose with a warning', 'as a new job?', '⚠ The same content was sent on', `as job ${job?.id ?? '?'}.`),
    );
    expect(service.jobs.all).toEqual([]);
  });

  test.each([
    ['as the service shows it', undefined],
    ['as it was submitted, where the job can’t be read', documented.noPermission],
  ])('has nothing to do where its job is there: %s', async (_, refusal) => {
    const storage = new InMemoryStorage();
    await (await signedIn({ storage })).submit();
    if (refusal) service.faults.next('showJob', { kind: 'answer', answer: refusal });
    const window = await signedIn({ storage });
    await window.submit();
    expect(window.prompts.shown.at(-1)).toEqual(
      line('choose', 'Nothing to do: ', '[Submit Anyway] [Create Another Job]'),
    );
    expect(service.requests.of('updateJob')).toEqual([]);
  });

  test('is sent all the same where the user wants that', async () => {
    const storage = new InMemoryStorage();
    await (await signedIn({ storage })).submit();
    await (await signedIn({ storage, answers: { choices: ['Submit Anyway'] } })).submit();
    expect(service.requests.of('updateJob')).toHaveLength(1);
  });

  test('updates a job that somebody else has changed since then', async () => {
    const storage = new InMemoryStorage();
    await (await signedIn({ storage })).submit();
    const [job] = service.jobs.all;
    if (job) service.jobs.update(job, { ...job, description: 'of a colleague' });
    const window = await signedIn({ storage });
    await window.submit();
    expect(window.prompts.shown.at(-1)).toEqual(line('choose', 'Update "job_1" in dev?'));
  });

  test('is one that has changed since then no more', async () => {
    const storage = new InMemoryStorage();
    await (await signedIn({ storage })).submit();
    service.jobs.clear();
    const window = await signedIn({ storage, text: `${text}\n` });
    await window.submit();
    expect(window.prompts.shown.join('\n')).not.toContain('unchanged');
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
      expect(window.prompts.shown.join('\n')).not.toContain('unchanged');
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
    await (await signedIn()).submit();
    await (await signedIn({ answers: { choices: ['Create Another Job'] } })).submit();
  }

  test('the one to update is picked, and compared', async () => {
    await createTwo();
    const [, second] = service.jobs.all;
    const window = await signedIn({ answers: { choices: ['Submit Anyway'], picks: [second?.id ?? ''] } });
    await window.submit();
    expect(service.requests.of('updateJob').map(({ url }) => url.split('/').at(-1))).toEqual([second?.id]);
  });

  test('the one that the document became comes first', async () => {
    const storage = new InMemoryStorage();
    await createTwo();
    await (await signedIn({ storage, answers: { confirm: true, picks: ['$(add) Create Another Job'] } })).submit();
    const [first, second, third] = service.jobs.all.map(({ id }) => id);
    const window = await signedIn({ storage });
    await window.submit();
    expect(window.prompts.shown.at(-1)).toBe(
      `pick: Submit "job_1": ${[third, first, second].join(', ')}, $(add) Create Another Job`,
    );
  });

  test('none is updated when the user cancels', async () => {
    await createTwo();
    await (await signedIn({ answers: { choices: ['Submit Anyway'] } })).submit();
    expect(service.requests.of('updateJob')).toEqual([]);
  });
});

describe('a review', () => {
  test('shows the changes, without secrets, and asks again in a list', async () => {
    const password = randomUUID();
    const withPassword = (description: string): string =>
      text.replace('{', `{"description":"${description}","unknown":{"password":"${password}"},`);
    await (await signedIn({ text: withPassword('before') })).submit();
    const answers = { choices: ['Show Changes'], picks: ['Update'] };
    const window = await signedIn({ text: withPassword('after'), answers });
    await window.submit();
    const [changes] = window.changes;
    expect(changes?.uri).toBe(documentUri);
    expect([changes?.before, changes?.after]).toEqual([
      expect.stringContaining('"description": "before"'),
      expect.stringContaining('"description": "after"'),
    ]);
    expect(JSON.stringify(changes)).not.toContain(password);
    expect(window.prompts.shown).toContain('pick: Update "job_1" in dev?: Cancel, Update, Create Another Job');
    expect(service.jobs.all.map(({ description }) => description)).toEqual(['after']);
  });

  test.each([
    ['the request of a new job', 'Preview Request', (window: SubmitWindow) => window.requests],
    ['the job that is as in the document', 'Show Job', (window: SubmitWindow) => window.responses],
  ])('shows %s, and sends nothing when the user cancels then', async (_, choice, shown) => {
    if (choice === 'Show Job') await (await signedIn()).submit();
    service.requests.clear();
    const window = await signedIn({ answers: { choices: [choice] } });
    await window.submit();
    expect(shown(window)).toHaveLength(1);
    expect(window.prompts.shown.at(-1)).toMatch(/^pick: .*: Cancel, Submit/);
    expect(service.requests.all.map(({ method }) => method)).not.toContain('POST');
    expect(service.requests.of('updateJob')).toEqual([]);
  });

  test('shows the request of an update as an update, with the jobs that it was decided on', async () => {
    await (await signedIn()).submit();
    const [job] = service.jobs.all;
    service.faults.next('showJob', { kind: 'answer', answer: { status: 403 } });
    const window = await signedIn({ answers: { choices: ['Preview Request'] }, now: () => 41 });
    await window.submit();
    expect(window.requests).toMatchObject([
      { uri: documentUri, name: job?.name, job: { id: job?.id }, existing: { jobs: [{ id: job?.id }] }, at: 41 },
    ]);
  });

  test('that a new press replaced sends nothing, whatever is answered', async () => {
    const window = await signedIn({ answers: { choices: ['Preview Request'] } });
    let answer = (): void => undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    window.prompts.pick = async (choices) =>
      answered.then(() => choices.find(({ label }) => label === 'Submit')?.value);
    const replaced = window.submit();
    await expect.poll(() => window.requests).toHaveLength(1);
    await window.submit();
    answer();
    await replaced;
    expect(service.requests.of('createJob')).toEqual([]);
  });

  test('that a new press replaced shows nothing while the new one is sent', async () => {
    const { services, submit, prompts } = await signedIn();
    const document = await services.openDocument(undefined);
    let check = (): void => undefined;
    const isChecked = new Promise<void>((resolve) => (check = resolve));
    const checkText: typeof services.checkText = async (...args) =>
      isChecked.then(async () => services.checkText(...args));
    const replaced = document && submitDocument({ ...services, checkText }, document);
    const release = service.faults.hold('createJob');
    const replacing = submit();
    await service.requests.waitFor('createJob');
    check();
    await replaced;
    release();
    await replacing;
    expect(prompts.shown.filter((shown) => /^(?:info|error): /.test(shown))).toEqual([line('info', 'Created "job_1"')]);
  });

  test('hides the message of the attempt before, while it is open, and no other', async () => {
    service.faults.next('createJob', { kind: 'answer', answer: documented.badRequest });
    const window = await signedIn({ answers: { confirm: true } });
    let close = (): void => undefined;
    const closed = new Promise<void>((resolve) => (close = resolve));
    window.prompts.error = async (message) => {
      window.prompts.shown.push(`error: ${message}`);
      await closed;
      return undefined;
    };
    const first = window.submit();
    await expect.poll(() => window.prompts.shown.at(-1)).toMatch(/^error: .*No job was created/);
    await window.submit();
    const afterwards = window.prompts.shown.findIndex((shown) => shown.includes('No job was created'));
    expect(window.prompts.shown.slice(afterwards + 1)).toEqual([
      'hidden',
      line('progress', 'Checking for jobs'),
      line('choose', 'Submit'),
      line('progress', 'Submitting'),
      line('info', 'Created'),
    ]);
    close();
    await first;
    window.prompts.shown.length = 0;
    await window.submit();
    expect(window.prompts.shown).not.toContain('hidden');
  });
});

describe('the history', () => {
  test('has what was sent, when, where to, and the outcome', async () => {
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
