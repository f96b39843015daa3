import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { UserSession } from '../../../../client/src/auth/session.ts';
import { documented } from '../../../service/answers.ts';
import type { Fault } from '../../../service/faults.ts';
import { startService, type LocalService } from '../../../service/service.ts';
import { InMemoryStorage } from '../../../support/sharedStorage.ts';
import {
  openSignedInWindow,
  openWindow,
  type SubmitWindow,
  type WindowOptions,
} from '../../../support/submitWindow.ts';
import { jobFor, smallJob } from '../../service/sampleJobs.ts';

let service: LocalService;
let text: string;
const lost: Fault = { kind: 'cut', when: 'after' };
const never: Fault = { kind: 'cut', when: 'before' };

beforeEach(async () => {
  service = await startService();
  text = JSON.stringify(jobFor(service));
});

afterEach(async () => service.close());

async function signedIn(options: WindowOptions = {}): Promise<SubmitWindow> {
  return openSignedInWindow(service, { text, ...options });
}

function told({ prompts }: SubmitWindow): string[] {
  return prompts.shown.filter((line) => /^(info|warn|error):/.test(line));
}

/** The next look into the list finds nothing: what is there came later. */
function listNothing(times = 1): void {
  service.faults.next('listJobs', { kind: 'answer', answer: { status: 200, body: { total: 0, jobs: [] } } }, times);
}

/** The next look into the list finds nothing, and the service reports that there is more. */
function listPart(): void {
  service.faults.next('listJobs', { kind: 'answer', answer: { status: 200, body: { total: 3000, jobs: [] } } });
}

describe('looking for a job after its answer was lost', () => {
  test('finds it when the user looks again', async () => {
    service.faults.next('createJob', lost);
    listNothing(2);
    const window = await signedIn({ answers: { confirm: true, buttons: { 'isn’t in the job list': 'Check Again' } } });
    await window.submit();
    expect(told(window)).toEqual([
      expect.stringContaining('It isn’t in the job list'),
      expect.stringContaining('was created anyway'),
    ]);
    expect((await window.history.all()).map(({ result, jobId }) => [result, jobId])).toEqual([
      ['found', service.jobs.all[0]?.id],
    ]);
    expect(service.requests.of('createJob')).toHaveLength(1);
  });

  test('takes no other’s job for it', async () => {
    const { id } = service.jobs.create({ ...smallJob, description: 'of a colleague', parameter: {} });
    listNothing();
    service.faults.next('createJob', never);
    const window = await signedIn();
    await window.submit();
    expect(told(window)).toEqual([
      expect.stringContaining(`A job with this name exists (ID ${id}), which may be someone else’s.`),
    ]);
    expect((await window.history.all())[0]).toMatchObject({ result: 'similar', jobId: id });
  });

  test('looks, too, where the list couldn’t be read before', async () => {
    service.faults.next('listJobs', { kind: 'answer', answer: documented.internal });
    service.faults.next('createJob', lost);
    const window = await signedIn();
    await window.submit();
    expect(told(window)).toEqual([
      expect.stringContaining(`A job with this name exists (ID ${service.jobs.all[0]?.id ?? '?'})`),
    ]);
  });

  test('returns its ID if the job itself can’t be read', async () => {
    service.faults.next('createJob', lost);
    service.faults.next('showJob', { kind: 'answer', answer: documented.noPermission });
    const window = await signedIn();
    await window.submit();
    const id = service.jobs.all[0]?.id ?? '?';
    expect(told(window)).toEqual([expect.stringContaining(`A job with this name exists (ID ${id})`)]);
    expect((await window.history.all())[0]).toMatchObject({ result: 'similar', jobId: id });
  });

  test('finds it among jobs that can’t be read', async () => {
    const other = service.jobs.create({ ...smallJob, description: 'of a colleague' });
    listNothing();
    service.faults.next('createJob', lost);
    service.faults.next('showJob', { kind: 'answer', answer: documented.internal });
    const window = await signedIn();
    await window.submit();
    const [id] = service.jobs.all.map((job) => job.id).filter((one) => one !== other.id);
    expect(told(window)).toEqual([expect.stringContaining(`"job_1" was created anyway (ID ${id ?? '?'})`)]);
  });

  test('doesn’t take one for new that a part of the list didn’t have before', async () => {
    const { id } = service.jobs.create({ ...smallJob, description: undefined });
    listPart();
    service.faults.next('createJob', never);
    const window = await signedIn();
    await window.submit();
    expect(told(window)).toEqual([expect.stringContaining(`A job with this name exists (ID ${id})`)]);
    expect((await window.history.all())[0]).toMatchObject({ result: 'similar', jobId: id });
  });

  test('reports that it looked through only a part of the list', async () => {
    service.faults.next('createJob', lost);
    listNothing();
    listPart();
    const window = await signedIn();
    await window.submit();
    expect(told(window)).toEqual([
      expect.stringContaining(
        'Couldn’t confirm whether "job_1" was created. Only part of the job list could be read (jobs read: 0).',
      ),
    ]);
    expect((await window.history.all())[0]).toMatchObject({ result: 'notFound' });
  });

  test('renews a token that has ended in the meantime, without a question if the password is kept', async () => {
    const password = randomUUID();
    service.tokens.addUser({ domain: 'company', name: 'engineer', password });
    const session: UserSession = {
      kind: 'user',
      token: service.tokens.issue(),
      expiry: { at: Date.now() + 60 * 60 * 1000, isStated: true },
      domain: 'company',
      user: 'engineer',
      password,
      iamEndpoint: service.url,
    };
    service.faults.next('createJob', lost);
    listNothing();
    service.faults.next('listJobs', { kind: 'answer', answer: documented.unauthorized });
    const window = openWindow(service, { answers: { confirm: true }, text });
    await window.remember(session);
    await window.submit();
    expect(told(window)).toEqual([expect.stringContaining('was created anyway')]);
  });

  test('reports that if the user stops it', async () => {
    service.faults.next('createJob', lost);
    listNothing();
    const release = service.faults.hold('listJobs');
    const window = await signedIn();
    const submission = window.submit();
    await service.requests.waitFor('listJobs', 2);
    window.prompts.cancellations.at(-1)?.abort();
    await submission;
    release();
    expect(told(window)).toEqual([expect.stringContaining('whether "job_1" was created: you canceled the check.')]);
  });
});

test.each([
  ['couldn’t be read', 'couldn’t read the job', documented.noPermission],
  ['isn’t as sent', 'doesn’t match the document', undefined],
])('an update without a clear answer offers the ID of the job, if the job %s', async (_, words, shown) => {
  const { id } = service.jobs.create({ ...smallJob, description: 'of yesterday' });
  service.faults.next('updateJob', { kind: 'cut', when: 'before' });
  // The review reads the job before that.
  service.faults.next('showJob', { kind: 'delay', until: Promise.resolve() });
  if (shown) service.faults.next('showJob', { kind: 'answer', answer: shown });
  const window = await signedIn({ answers: { choices: ['Update'], buttons: { [words]: 'Copy ID' } } });
  await window.submit();
  expect(told(window)).toEqual([expect.stringContaining(words)]);
  expect(window.prompts.copied).toEqual([id]);
});

test.each(['never', 'always'] as const)(
  'an unknown outcome is asked about before the job goes out again: %s',
  async (confirm) => {
    service.faults.next('createJob', never);
    const window = await signedIn({ confirm });
    await window.submit();
    await window.submit();
    expect(window.prompts.shown.filter((line) => line.startsWith('choose')).at(-1)).toMatch(
      /^choose with a warning: Submit "job_1" to dev as a new job\? .*\n⚠ The same content was sent on .*, and the outcome isn’t known\.\n/s,
    );
  },
);

test('a list that can be read only in part is asked about before anything goes out', async () => {
  listPart();
  const window = await signedIn({ confirm: 'never', answers: { confirm: false } });
  await window.submit();
  expect(window.prompts.shown.at(-1)).toMatch(
    /^choose with a warning: Submit "job_1" to dev.*\n⚠ Only part of the job list could be read \(jobs read: 0\)/s,
  );
  expect(service.requests.of('createJob')).toEqual([]);
});

describe('a question that is open for long', () => {
  /** A window with a user who takes a minute for the first question. */
  async function slow(): Promise<SubmitWindow> {
    const window: SubmitWindow = await signedIn({
      now: () => Date.now() + (window.prompts.shown.some((line) => line.startsWith('choose')) ? 60_000 : 0),
    });
    return window;
  }

  test('is asked again where a job of that name is there by then', async () => {
    service.jobs.create({ ...smallJob, description: 'of a colleague' });
    listNothing();
    const window = await slow();
    await window.submit();
    expect(window.prompts.shown.filter((line) => line.startsWith('choose'))).toEqual([
      expect.stringContaining('Submit "job_1" to dev as a new job?'),
      expect.stringContaining('Update "job_1" in dev?'),
    ]);
    expect(service.requests.of('createJob')).toEqual([]);
  });

  test('holds where nothing has changed', async () => {
    const window = await slow();
    await window.submit();
    expect(window.prompts.shown.filter((line) => line.startsWith('choose'))).toHaveLength(1);
    expect(service.requests.of('listJobs')).toHaveLength(2);
    expect(service.jobs.all).toHaveLength(1);
  });
});

test('a result that can’t be stored is reported all the same', async () => {
  const window = await signedIn({ storage: new InMemoryStorage('put') });
  await window.submit();
  expect(told(window)).toEqual([expect.stringContaining('Created "job_1"')]);
  expect(window.log.at(-1)).toBe('The result of a submission could not be kept in the history.');
});
