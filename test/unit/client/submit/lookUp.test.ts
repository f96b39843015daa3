import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { UserSession } from '../../../../client/src/auth/session.ts';
import { documented } from '../../../service/answers.ts';
import type { Fault } from '../../../service/faults.ts';
import { startService, type LocalService } from '../../../service/service.ts';
import {
  openSignedInWindow,
  openWindow,
  type SubmitWindow,
  type WindowOptions,
} from '../../../support/submitWindow.ts';
import { smallJob } from '../../service/sampleJobs.ts';

let service: LocalService;
const text = JSON.stringify(smallJob);
const lost: Fault = { kind: 'cut', when: 'after' };
const never: Fault = { kind: 'cut', when: 'before' };

beforeEach(async () => {
  service = await startService();
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

describe('looking for a job whose answer was lost', () => {
  test('finds it when the user looks again', async () => {
    service.faults.next('createJob', lost);
    listNothing(2);
    const window = await signedIn({ answers: { confirm: true, buttons: { 'does not have': 'Look Again' } } });
    await window.submit();
    expect(told(window)).toEqual([
      expect.stringContaining('The job list does not have "job_1" now'),
      expect.stringContaining('was created all the same'),
    ]);
    expect(window.history.all().map(({ result, jobId }) => [result, jobId])).toEqual([
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
      expect.stringContaining(`There is a job "job_1" now, id ${id}, which may be yours or another’s.`),
    ]);
    expect(window.history.all()[0]).toMatchObject({ result: 'similar', jobId: id });
  });

  test('looks, too, where the list could not be read before', async () => {
    service.faults.next('listJobs', { kind: 'answer', answer: documented.internal });
    service.faults.next('createJob', lost);
    const window = await signedIn();
    await window.submit();
    expect(told(window)).toEqual([
      expect.stringContaining(`There is a job "job_1" now, id ${service.jobs.all[0]?.id ?? '?'}`),
    ]);
  });

  test('renews a token that has ended meanwhile, without a question where the password is kept', async () => {
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
    expect(told(window)).toEqual([expect.stringContaining('was created all the same')]);
  });

  test('says so where the user stops it', async () => {
    service.faults.next('createJob', lost);
    listNothing();
    const release = service.faults.hold('listJobs');
    const window = await signedIn();
    const submission = window.submit();
    await service.requests.waitFor('listJobs', 2);
    window.prompts.cancellations.at(-1)?.abort();
    await submission;
    release();
    expect(told(window)).toEqual([
      expect.stringContaining('You stopped the look-up, so whether job "job_1" was created'),
    ]);
  });
});

test.each(['never', 'always'] as const)(
  'an unknown outcome is asked about before the job goes out again: %s',
  async (confirm) => {
    service.faults.next('createJob', never);
    const window = await signedIn({ confirm });
    await window.submit();
    await window.submit();
    expect(window.prompts.shown.filter((line) => line.startsWith('confirm')).at(-1)).toMatch(
      /^confirm: Job "job_1" was submitted to dev unchanged before\. .*what became of it is not known\.$/s,
    );
  },
);

describe('a question that stands for long', () => {
  /** A window whose user takes a minute for the first question. */
  async function slow(): Promise<SubmitWindow> {
    const window: SubmitWindow = await signedIn({
      now: () => Date.now() + (window.prompts.shown.some((line) => line.startsWith('confirm')) ? 60_000 : 0),
    });
    return window;
  }

  test('is asked again where a job of that name is there by then', async () => {
    service.jobs.create({ ...smallJob, description: 'of a colleague' });
    listNothing();
    const window = await slow();
    await window.submit();
    expect(window.prompts.shown.filter((line) => /^(confirm|choose)/.test(line))).toEqual([
      expect.stringContaining('Submit job "job_1" to dev?'),
      expect.stringContaining('dev has a job "job_1" already.'),
    ]);
    expect(service.requests.of('createJob')).toEqual([]);
  });

  test('holds where nothing has changed', async () => {
    const window = await slow();
    await window.submit();
    expect(window.prompts.shown.filter((line) => line.startsWith('confirm'))).toHaveLength(1);
    expect(service.requests.of('listJobs')).toHaveLength(2);
    expect(service.jobs.all).toHaveLength(1);
  });
});

test('a memory that fails does not hide what became of a job', async () => {
  const window = await signedIn({ failingMemory: true });
  await window.submit();
  expect(told(window)).toEqual([expect.stringContaining('Job "job_1" was created')]);
});
