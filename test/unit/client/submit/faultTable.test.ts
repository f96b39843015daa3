import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SubmissionRecord } from '../../../../client/src/state/submissionRecord.ts';
import { documented } from '../../../service/answers.ts';
import { startService, type LocalService } from '../../../service/service.ts';
import { createAuthority } from '../../../support/certificates.ts';
import {
  answer,
  creationFaults,
  never,
  updateFaults,
  type SubmissionFault,
} from '../../../support/submissionFaults.ts';
import { connectionTo, openWindow, pastedSession, type SubmitWindow } from '../../../support/submitWindow.ts';
import { smallJob } from '../../service/sampleJobs.ts';

let service: LocalService;
/** Is in the job, to be searched for where it must not be. */
let password: string;
let token: string;
let text: string;

beforeEach(setUp);

async function setUp(): Promise<void> {
  service = await startService();
  password = `canary-${randomUUID()}`;
  token = service.tokens.issue();
  text = jobText('job_1');
}

afterEach(async () => service.close());

function jobText(name: string): string {
  return JSON.stringify({ ...smallJob, name, description: `for ${name}`, unknown: { password } });
}

/** Submits in a window where the user confirms, or updates the job that exists. */
async function submitted(timeout = 20_000, choice = 'Update'): Promise<SubmitWindow> {
  const window = openWindow(service, { answers: { confirm: true, choices: [choice] }, text, timeout });
  await window.remember(pastedSession(token));
  await window.submit();
  return window;
}

/** The last message, without buttons. */
function told({ prompts }: SubmitWindow): string {
  return (prompts.shown.at(-1) ?? '').replace(/ \[.*$/, '');
}

/** What the history has of the only submission: no more than these, and no secret. */
async function stored({ history, storage }: SubmitWindow): Promise<Partial<SubmissionRecord>> {
  const texts = storage.texts().join('\n');
  expect(texts).not.toContain(password);
  expect(texts).not.toContain(token);
  expect(texts).not.toContain('for job_1');
  const [record, second] = await history.all();
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

/** What came of a submission that met a fault. */
interface Row {
  /** How often the request was sent. */
  readonly sent: number;
  /** The descriptions of the jobs that the service has. */
  readonly jobs: readonly unknown[];
  readonly level: string;
  readonly message: string;
  readonly record: Partial<SubmissionRecord>;
}

type Action = 'create' | 'update';

const rows = new Map<string, Promise<Row>>();

/** What comes of a fault; each is tried once. */
async function rowOf(action: Action, fault: SubmissionFault): Promise<Row> {
  const key = `${action}: ${fault.name}`;
  const row = rows.get(key) ?? tried(action, fault);
  rows.set(key, row);
  return row;
}

async function tried(action: Action, { fault }: SubmissionFault): Promise<Row> {
  const elsewhere = await startService();
  try {
    if (action === 'update') {
      await submitted();
      text = text.replace('for job_1', 'changed');
    }
    const operation = action === 'create' ? 'createJob' : 'updateJob';
    service.requests.clear();
    service.faults.next(operation, fault(`${elsewhere.url}/v1/x`));
    const window = await submitted(1500);
    neverShown(window);
    expect(elsewhere.requests.all).toEqual([]);
    const [level = '', message = ''] = told(window).split(/: (.*)/s);
    return {
      sent: service.requests.of(operation).length,
      jobs: service.jobs.all.map(({ description }) => description),
      level,
      message: withoutWhatDiffers(message, service),
      record: await stored(window),
    };
  } finally {
    await elsewhere.close();
  }
}

/** A message with what differs from run to run named. */
function withoutWhatDiffers(message: string, { url }: LocalService): string {
  return message
    .replaceAll(url, '<endpoint>')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<ID>')
    .replace(/\([A-Z]+(_[A-Z]+)+\)/g, '(<cause>)');
}

describe.each([
  ['create', creationFaults, [], ['for job_1']],
  ['update', updateFaults, ['for job_1'], ['changed']],
] as const)('a fault of the request to %s a job', (action, faults, jobsBefore, jobsAfter) => {
  test.each(faults)('$name: $result', async (fault) => {
    const { sent, jobs, level, record } = await rowOf(action, fault);
    expect({ sent, jobs, level }).toEqual({
      sent: 1,
      jobs: fault.isDone ? jobsAfter : jobsBefore,
      level: fault.level,
    });
    expect(record).toMatchObject({
      action,
      result: fault.result,
      ...(fault.status !== undefined && { status: fault.status }),
    });
    expect('jobId' in record).toBe(action === 'update' || fault.result === 'found');
  });

  /** The one place that has the whole sentences: what a user reads in each case. */
  test('is reported by its own message', { timeout: 60_000 }, async () => {
    const lines = ['| fault | message |', '| --- | --- |'];
    for (const fault of faults) {
      const { level, message } = rows.has(`${action}: ${fault.name}`)
        ? await rowOf(action, fault)
        : await again(action, fault);
      lines.push(`| ${fault.name} | ${level}: ${message} |`);
    }
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`golden/${action}Faults.md`);
  });
});

/** What comes of a fault, from a service of its own. */
async function again(action: Action, fault: SubmissionFault): Promise<Row> {
  await service.close();
  await setUp();
  return rowOf(action, fault);
}

test('12 MB and a byte isn’t sent', async () => {
  const limit = 12 * 1024 * 1024;
  text = JSON.stringify({ ...smallJob, name: 'job_1', description: '' });
  text = text.replace('"description":""', `"description":"${'x'.repeat(limit + 1 - text.length)}"`);
  expect(Buffer.byteLength(text)).toBe(limit + 1);
  const window = await submitted();
  expect(service.requests.of('createJob')).toEqual([]);
  expect(told(window)).toMatch(/^error: .*larger than 12 MB/);
  expect(await window.history.all()).toEqual([]);
});

describe('an outcome that isn’t known is looked up', () => {
  test('and the list fails too: the outcome isn’t known', async () => {
    service.faults.next('createJob', { kind: 'cut', when: 'after' });
    const window = openWindow(service, { answers: { confirm: true }, text });
    await window.remember(pastedSession(token));
    const submission = window.submit();
    await service.requests.waitFor('listJobs');
    service.faults.next('listJobs', answer(documented.internal));
    await submission;
    expect(service.jobs.all).toHaveLength(1);
    expect(told(window)).toMatch(
      /^warn: .* Couldn’t confirm whether "job_1" was created: couldn’t read the job list\./,
    );
    expect(await stored(window)).toEqual({ action: 'create', result: 'unknown' });
  });

  test('Cancel ends the waiting, and the outcome is looked up', async () => {
    service.faults.next('createJob', { kind: 'delay', until: never, when: 'after' });
    const window = openWindow(service, { answers: { confirm: true }, text });
    await window.remember(pastedSession(token));
    const submission = window.submit();
    await service.requests.waitFor('createJob');
    window.prompts.cancellations.at(-1)?.abort();
    await submission;
    expect(told(window)).toMatch(/^warn: You canceled the request\. "job_1" was created anyway /);
    expect(await stored(window)).toEqual({ action: 'create', result: 'found', jobId: service.jobs.all[0]?.id });
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
      expect(told(window)).toMatch(/^error: The certificate of https:\S+ isn’t trusted \(\S+\)\. Nothing was sent\./);
      expect(await window.history.all()).toEqual([]);
      neverShown(window);
    } finally {
      await secure.close();
    }
  });
});

describe('a busy service', () => {
  test('is waited for before anything is sent, and the progress shows that', async () => {
    service.faults.next('listJobs', answer({ ...documented.tooMany, headers: { 'Retry-After': '0' } }), 2);
    const window = await submitted();
    expect(window.prompts.shown.slice(0, 3)).toEqual([
      'progress: Checking for jobs named "job_1"…',
      'progress: Checking for jobs named "job_1"…: The service is busy. Waiting 0 s…',
      'progress: Checking for jobs named "job_1"…: The service is busy. Waiting 0 s…',
    ]);
    expect(service.jobs.all).toHaveLength(1);
  });

  test('that asks for too long a wait gets nothing', async () => {
    service.faults.next('listJobs', answer({ ...documented.tooMany, headers: { 'Retry-After': '600' } }));
    const window = await submitted();
    expect(told(window)).toMatch(/^error: .* \(429\)\. Nothing was sent\. Wait 600 seconds/);
    expect(service.requests.of('createJob')).toEqual([]);
    expect(await window.history.all()).toEqual([]);
  });

  test('isn’t asked twice to create a job', async () => {
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
  test('by the content of the document, without its type', async () => {
    const window = await submitted();
    const [job, second] = service.jobs.all;
    expect(second).toBeUndefined();
    expect(job?.description).toBe('changed');
    const [request, again] = service.requests.of('updateJob');
    expect(again).toBeUndefined();
    expect(request?.body).toBe(text.replace(/"type":"[A-Z_]+",/, ''));
    expect(service.requests.of('createJob')).toEqual([]);
    expect(told(window)).toBe(`info: Updated "job_1" (ID ${job?.id ?? '?'}). It runs when you start it.`);
    expect(await stored(window)).toEqual({ action: 'update', result: 'accepted', jobId: job?.id });
    neverShown(window);
  });

  test('or another is submitted', async () => {
    await submitted(20_000, 'Create Another Job');
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
    expect(told(window)).toMatch(/^info: Updated "job_1" \(ID \S+\)\. /);
  });

  test('and can’t be read after that: the outcome isn’t known', async () => {
    service.faults.next('updateJob', { kind: 'cut', when: 'after' });
    service.faults.next('showJob', answer(documented.internal), 2);
    expect(told(await submitted())).toMatch(
      /^warn: .* Couldn’t confirm whether "job_1" was updated: couldn’t read the job\./,
    );
  });
});
