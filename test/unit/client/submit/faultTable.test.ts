import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SubmissionRecord } from '../../../../client/src/state/submissionHistory.ts';
import { documented, redirectTo } from '../../../service/answers.ts';
import { startService, type LocalService } from '../../../service/service.ts';
import { createAuthority } from '../../../support/certificates.ts';
import { answer, done, never, redirects, refusals, undone } from '../../../support/submissionFaults.ts';
import { connectionTo, openWindow, pastedSession, type SubmitWindow } from '../../../support/submitWindow.ts';
import { smallJob } from '../../service/sampleJobs.ts';

let service: LocalService;
/** Stands in the job, to be found where it must not be. */
let password: string;
let token: string;
let text: string;

beforeEach(async () => {
  service = await startService();
  password = `canary-${randomUUID()}`;
  token = service.tokens.issue();
  text = jobText('job_1');
});

afterEach(async () => service.close());

function jobText(name: string): string {
  return JSON.stringify({ ...smallJob, name, description: `for ${name}`, unknown: { password } });
}

/** Submits in a window where the user says yes, or updates the job that exists. */
async function submitted(timeout = 20_000, choice = 'Update It'): Promise<SubmitWindow> {
  const window = openWindow(service, { answers: { confirm: true, choices: [choice] }, text, timeout });
  await window.remember(pastedSession(token));
  await window.submit();
  return window;
}

/** What was told last, without buttons. */
function told({ prompts }: SubmitWindow): string {
  return (prompts.shown.at(-1) ?? '').replace(/ \[.*$/, '');
}

/** What the history has of the only submission: no more than these, and no secret. */
function stored({ history, globalState, workspaceState }: SubmitWindow): Partial<SubmissionRecord> {
  const memory = JSON.stringify([globalState.entries(), workspaceState.entries()]);
  expect(memory).not.toContain(password);
  expect(memory).not.toContain(token);
  expect(memory).not.toContain('for job_1');
  expect(globalState.entries()).toEqual([]);
  const [record, second] = history.all();
  expect(second).toBeUndefined();
  const { result, jobId, status, action } = record ?? {};
  return {
    ...(action && { action }),
    ...(result && { result }),
    ...(jobId !== undefined && { jobId }),
    ...(status !== undefined && { status }),
  };
}

function neverShown({ prompts, log, responses, answered }: SubmitWindow): void {
  const all = JSON.stringify([prompts.shown, prompts.copied, prompts.opened, log, responses, answered]);
  expect(all).not.toContain(password);
  expect(all).not.toContain(token);
}

describe('a refused submission makes no job, is told and is remembered as refused', () => {
  test.each(refusals)('%s', async (_, fault) => {
    service.faults.next('createJob', answer(fault));
    const window = await submitted();
    expect(service.jobs.all).toEqual([]);
    expect(service.requests.of('createJob')).toHaveLength(1);
    expect(told(window)).toMatch(/^error: .+ No job was created\.$/);
    expect(stored(window)).toEqual({ action: 'create', result: 'refused', status: fault.status });
    neverShown(window);
  });

  test.each(redirects)('a redirect with %i, which is not followed', async (status) => {
    const elsewhere = await startService();
    try {
      const location = { status, headers: { Location: `${elsewhere.url}/v1/x` } };
      service.faults.next('createJob', answer(status === 300 ? location : redirectTo(`${elsewhere.url}/v1/x`, status)));
      const window = await submitted();
      expect(elsewhere.requests.all).toEqual([]);
      expect(service.jobs.all).toEqual([]);
      expect(told(window)).toMatch(/^error: The address answers with a redirect, .* No job was created\.$/);
      expect(stored(window)).toEqual({ action: 'create', result: 'refused', status });
      neverShown(window);
    } finally {
      await elsewhere.close();
    }
  });

  test('12 MB and a byte is not sent', async () => {
    const limit = 12 * 1024 * 1024;
    text = JSON.stringify({ ...smallJob, name: 'job_1', description: '' });
    text = text.replace('"description":""', `"description":"${'x'.repeat(limit + 1 - text.length)}"`);
    expect(Buffer.byteLength(text)).toBe(limit + 1);
    const window = await submitted();
    expect(service.requests.of('createJob')).toEqual([]);
    expect(told(window)).toMatch(/^error: .*larger than 12 MB/);
    expect(window.history.all()).toEqual([]);
  });
});

describe('an outcome that is not known is looked up', () => {
  test.each(undone)('%s: no job was made', async (_, fault) => {
    service.faults.next('createJob', fault);
    const window = await submitted();
    expect(service.jobs.all).toEqual([]);
    expect(service.requests.of('createJob')).toHaveLength(1);
    expect(told(window)).toMatch(
      /^warn: .+ The job list does not have "job_1" now, but the service may still be at work on it/,
    );
    expect(stored(window)).toMatchObject({ action: 'create', result: 'notFound' });
    expect(stored(window)).not.toHaveProperty('jobId');
    neverShown(window);
  });

  test.each(done)('%s: the job was made and is found', async (_, fault) => {
    service.faults.next('createJob', fault);
    const window = await submitted(1500);
    const [job, second] = service.jobs.all;
    expect(second).toBeUndefined();
    expect(service.requests.of('createJob')).toHaveLength(1);
    expect(told(window)).toBe(
      `${told(window).split(' Job "job_1"')[0] ?? ''} Job "job_1" was created all the same: the job list has it with id ${job?.id ?? '?'}. Do not submit it again.`,
    );
    expect(stored(window)).toEqual({ action: 'create', result: 'found', jobId: job?.id });
    neverShown(window);
  });

  test('no answer within the limit, and nothing is done yet: the service may still be at work', async () => {
    service.faults.next('createJob', { kind: 'delay', until: never });
    const window = await submitted(1500);
    expect(told(window)).toMatch(/^warn: .* did not answer in time .* may still be at work on it: look again/);
    expect(stored(window)).toEqual({ action: 'create', result: 'notFound' });
  });

  test('and the list fails too: it cannot be told', async () => {
    service.faults.next('createJob', { kind: 'cut', when: 'after' });
    const window = openWindow(service, { answers: { confirm: true }, text });
    await window.remember(pastedSession(token));
    const submission = window.submit();
    await service.requests.waitFor('listJobs');
    service.faults.next('listJobs', answer(documented.internal));
    await submission;
    expect(service.jobs.all).toHaveLength(1);
    expect(told(window)).toMatch(/^warn: .* Whether job "job_1" was created cannot be told/);
    expect(stored(window)).toEqual({ action: 'create', result: 'unknown' });
  });

  test('Cancel ends the waiting, and what became of it is looked up', async () => {
    service.faults.next('createJob', { kind: 'delay', until: never, when: 'after' });
    const window = openWindow(service, { answers: { confirm: true }, text });
    await window.remember(pastedSession(token));
    const submission = window.submit();
    await service.requests.waitFor('createJob');
    window.prompts.cancellations.at(-1)?.abort();
    await submission;
    expect(told(window)).toMatch(/^warn: You cancelled .* Job "job_1" was created all the same/);
    expect(stored(window)).toEqual({ action: 'create', result: 'found', jobId: service.jobs.all[0]?.id });
  });
});

describe('a wrong certificate ends it before anything is sent', () => {
  test.each([
    ['of an unknown authority', {}],
    ['of another host', { host: 'other.example' }],
    ['that has expired', { expired: true }],
  ])('%s', async (_, options) => {
    const secure = await startService({ tls: createAuthority().issue(options) });
    try {
      const window = openWindow(service, {
        answers: { confirm: true },
        text,
        connections: [connectionTo(secure)],
      });
      await window.remember(pastedSession(token));
      await window.submit();
      expect(secure.requests.all).toEqual([]);
      expect(told(window)).toMatch(/^error: The certificate of https:\S+ is not trusted\..* Nothing was sent\.$/);
      expect(window.history.all()).toEqual([]);
      neverShown(window);
    } finally {
      await secure.close();
    }
  });
});

describe('a busy service', () => {
  test('is waited for before anything is sent, and the progress says so', async () => {
    service.faults.next('listJobs', answer({ ...documented.tooMany, headers: { 'Retry-After': '0' } }), 2);
    const window = await submitted();
    expect(window.prompts.shown.slice(0, 3)).toEqual([
      'progress: Looking for jobs named "job_1"',
      'progress: Looking for jobs named "job_1": The service is busy: waiting 0 s',
      'progress: Looking for jobs named "job_1": The service is busy: waiting 0 s',
    ]);
    expect(service.jobs.all).toHaveLength(1);
  });

  test('that asks for too long a wait gets nothing', async () => {
    service.faults.next('listJobs', answer({ ...documented.tooMany, headers: { 'Retry-After': '600' } }));
    const window = await submitted();
    expect(told(window)).toMatch(
      /^error: The service receives too many requests \(429\)\. Wait 600 seconds.* Nothing was sent\.$/,
    );
    expect(service.requests.of('createJob')).toEqual([]);
    expect(window.history.all()).toEqual([]);
  });

  test('is not asked twice to create a job', async () => {
    service.faults.next('createJob', answer({ ...documented.tooMany, headers: { 'Retry-After': '0' } }));
    await submitted();
    expect(service.requests.of('createJob')).toHaveLength(1);
  });
});

describe('a job that exists is updated', () => {
  beforeEach(async () => {
    await submitted();
    service.requests.clear();
    text = jobText('job_1').replace('for job_1', 'changed');
  });

  /** The history of a new window has its own submission alone. */
  test('by what the document says, without its type', async () => {
    const window = await submitted();
    const [job, second] = service.jobs.all;
    expect(second).toBeUndefined();
    expect(job?.description).toBe('changed');
    const [request, again] = service.requests.of('updateJob');
    expect(again).toBeUndefined();
    expect(request?.body).toBe(text.replace(/"type":"[A-Z_]+",/, ''));
    expect(service.requests.of('createJob')).toEqual([]);
    expect(told(window)).toBe(`info: Job "job_1" was updated: id ${job?.id ?? '?'}, status CREATED.`);
    expect(stored(window)).toEqual({ action: 'update', result: 'accepted', jobId: job?.id });
    neverShown(window);
  });

  test('or another is submitted', async () => {
    await submitted(20_000, 'Submit Another');
    expect(service.jobs.all).toHaveLength(2);
  });

  test('or nothing is sent', async () => {
    await submitted(20_000, 'Cancel');
    expect(service.requests.of('createJob')).toEqual([]);
    expect(service.requests.of('updateJob')).toEqual([]);
  });

  test('though the service answers nothing', async () => {
    service.faults.next('updateJob', answer({ status: 200 }));
    const window = await submitted();
    expect(told(window)).toMatch(/^info: Job "job_1" was updated: id \S+\.$/);
  });

  test.each(done)('%s: it is found to be as the document says', async (_, fault) => {
    service.faults.next('updateJob', fault);
    const window = await submitted(1500);
    expect(service.requests.of('updateJob')).toHaveLength(1);
    expect(told(window)).toMatch(/^warn: .* is as the document says all the same: it was updated\.$/);
    expect(stored(window)).toMatchObject({ action: 'update', result: 'found' });
    neverShown(window);
  });

  test.each([
    [
      'cut before anything is done',
      { kind: 'cut', when: 'before' },
      /The service shows job "job_1" otherwise now, but may still be at work on it/,
    ],
    [
      'failed',
      answer(documented.internal),
      /The service shows job "job_1" otherwise now, but may still be at work on it/,
    ],
    ['no answer, and nothing is done yet', { kind: 'delay', until: never }, /may still be at work on it/],
  ] as const)('%s: it is found to differ', async (_, fault, sentence) => {
    service.faults.next('updateJob', fault);
    const window = await submitted(1500);
    expect(told(window)).toMatch(sentence);
    expect(stored(window)).toMatchObject({ action: 'update', result: 'notFound' });
  });

  test('and cannot be read after that: it cannot be told', async () => {
    service.faults.next('updateJob', { kind: 'cut', when: 'after' });
    service.faults.next('showJob', answer(documented.internal));
    expect(told(await submitted())).toMatch(/Whether job "job_1" was updated cannot be told/);
  });

  test.each([
    ['404', documented.notFound, /The job was not found \(404\)\. It may have been deleted/],
    ['403', documented.noPermission, /may not update jobs here \(403\).*lakeformation:job:alter/],
    ['400', documented.badRequest, /cannot read the job \(400\)/],
  ])('%s: it was not updated', async (_, fault, sentence) => {
    service.faults.next('updateJob', answer(fault));
    const window = await submitted();
    expect(told(window)).toMatch(sentence);
    expect(told(window)).toMatch(/^error: .* The job was not updated\.$/);
    expect(stored(window)).toMatchObject({ action: 'update', result: 'refused', status: fault.status });
  });
});
