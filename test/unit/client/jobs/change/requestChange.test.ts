import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ChangeRequest } from '../../../../../client/src/jobs/change/changeRequest.ts';
import { requestChange } from '../../../../../client/src/jobs/change/requestChange.ts';
import { startRequest } from '../../../../../client/src/jobs/change/startJob.ts';
import { stopRequest } from '../../../../../client/src/jobs/change/stopJob.ts';
import type { JobReference } from '../../../../../client/src/watch/jobReference.ts';
import type { StoredJob } from '../../../../service/jobs.ts';
import { startService, type LocalService } from '../../../../service/service.ts';
import { line } from '../../../../support/prompts.ts';
import { changeFaults, type SubmissionFault } from '../../../../support/submissionFaults.ts';
import { connectionTo, openSignedInWindow, type SubmitWindow } from '../../../../support/submitWindow.ts';
import { smallJob } from '../../../service/sampleJobs.ts';

let service: LocalService;

beforeEach(async () => {
  service = await startService();
});

afterEach(async () => service.close());

interface Verb {
  readonly operation: 'startJob' | 'stopJob';
  readonly request: ChangeRequest;
  /** Whether the job runs before, and whether it does after the request was done. */
  readonly before: boolean;
}

const verbs: readonly (readonly [name: string, Verb])[] = [
  ['start', { operation: 'startJob', request: startRequest('job_1', false), before: false }],
  ['stop', { operation: 'stopJob', request: stopRequest('job_1'), before: true }],
];

function jobThatRuns(isRunning: boolean): StoredJob {
  const job = service.jobs.create({ ...smallJob, name: 'job_1', description: '' });
  return isRunning ? service.jobs.start(job) : job;
}

function referenceTo({ services }: SubmitWindow, { id, name, type }: StoredJob): JobReference {
  const [connection] = services.usableConnections();
  if (connection === undefined) throw new Error('There is no connection.');
  return { connection, id, name, type };
}

async function tried({ operation, request, before }: Verb, fault: SubmissionFault): Promise<Record<string, unknown>> {
  const job = jobThatRuns(before);
  const window = await openSignedInWindow(service, { timeout: 1500 });
  service.faults.next(operation, fault.fault('https://other.example/'));
  const done = await requestChange(window.services, referenceTo(window, job), request);
  const [level = ''] = (window.prompts.shown.at(-1) ?? '').split(':');
  return {
    sent: service.requests.of(operation).length,
    isRunning: service.jobs.get(job.id)?.status === 'RUNNING',
    level: level === 'status' ? 'info' : level,
    isDone: done !== undefined,
  };
}

describe.each(verbs)('a fault of the request to %s a job', (_, verb) => {
  test.each(changeFaults)('$name: $result', async (fault) => {
    expect(await tried(verb, fault)).toEqual({
      sent: 1,
      isRunning: fault.isDone ? !verb.before : verb.before,
      level: fault.level,
      isDone: fault.result === 'accepted' || fault.result === 'found',
    });
  });
});

test('an outcome that isn’t clear can be checked again', async () => {
  const job = jobThatRuns(false);
  const window = await openSignedInWindow(service, {
    timeout: 1500,
    answers: { buttons: { 'wasn’t': 'x', Couldn: 'Check Again' } },
  });
  const release = service.faults.hold('startJob');
  service.faults.next('showJob', { kind: 'delay', until: Promise.resolve() }, 2);
  const done = requestChange(window.services, referenceTo(window, job), startRequest('job_1', false));
  await expect
    .poll(() => window.prompts.shown.filter((shown) => shown.startsWith('warn')).length, { timeout: 10_000 })
    .toBeGreaterThan(1);
  release();
  expect(await done).toMatchObject({ id: job.id });
  expect(window.prompts.shown.at(-1)).toEqual(line('warn', 'was started anyway'));
  expect(service.requests.of('startJob')).toHaveLength(1);
});

test('a refused token is replaced without asking again, and the request sent once more', async () => {
  const job = jobThatRuns(false);
  const window = await openSignedInWindow(service, {
    connections: [{ ...connectionTo(service), production: true }],
    answers: {
      confirm: true,
      buttons: { token: 'Sign In' },
      picks: ['Paste a token'],
      secrets: [service.tokens.issue()],
    },
  });
  service.faults.next('startJob', { kind: 'answer', answer: { status: 401, body: {} } });
  expect(await requestChange(window.services, referenceTo(window, job), startRequest('job_1', false))).toBeDefined();
  expect(service.requests.of('startJob')).toHaveLength(2);
  expect(service.jobs.get(job.id)?.runs).toHaveLength(1);
  expect(window.prompts.shown.filter((shown) => shown.startsWith('confirm'))).toHaveLength(1);
});

describe('a job', () => {
  test.each<[string, boolean, ChangeRequest, string]>([
    ['that runs isn’t started', true, startRequest('job_1', false), 'already running'],
    ['that doesn’t run isn’t stopped', false, stopRequest('job_1'), 'isn’t running'],
  ])('%s, and a message reports it', async (_, isRunning, request, sentence) => {
    const job = jobThatRuns(isRunning);
    const window = await openSignedInWindow(service);
    expect(await requestChange(window.services, referenceTo(window, job), request)).toBeUndefined();
    expect(window.prompts.shown.at(-1)).toEqual(line('info', sentence));
    expect([...service.requests.of('startJob'), ...service.requests.of('stopJob')]).toEqual([]);
  });

  test('that was deleted is reported', async () => {
    const job = jobThatRuns(false);
    service.jobs.delete(job);
    const window = await openSignedInWindow(service);
    await requestChange(window.services, referenceTo(window, job), startRequest('job_1', false));
    expect(window.prompts.shown.at(-1)).toEqual(line('error', '404'));
  });

  test.each<[string, boolean, object | undefined, boolean, string]>([
    [
      'of a production connection is started after a question',
      true,
      undefined,
      true,
      'in production connection "dev"?',
    ],
    [
      'of a production connection isn’t started when the user cancels',
      true,
      undefined,
      false,
      'in production connection',
    ],
    ['that has a schedule is started after a question that reports when it runs', false, schedule, true, 'Next run: '],
    ['that has a schedule isn’t started when the user cancels', false, schedule, false, 'Next run: '],
  ])('%s', async (_, production, parameter, confirm, question) => {
    const job = service.jobs.create({
      ...(parameter === undefined ? smallJob : { type: 'METADATA_DISCOVERY', parameter }),
      name: 'job_1',
      description: '',
    });
    const window = await openSignedInWindow(service, {
      connections: [{ ...connectionTo(service), production }],
      answers: { confirm },
    });
    await requestChange(window.services, referenceTo(window, job), startRequest('job_1', false));
    expect(window.prompts.shown.find((shown) => shown.startsWith('confirm'))).toContain(question);
    expect(service.requests.of('startJob')).toHaveLength(confirm ? 1 : 0);
  });
});

const schedule = {
  metadata_discovery_parameter: {
    execute_strategy: 'SCHEDULE',
    execute_frequency: 'DAILY',
    execute_day: '*',
    execute_hour: '2',
    execute_minute: '15',
  },
};
