import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Failure } from '../../../../../client/src/api/errors.ts';
import { LogFollower } from '../../../../../client/src/jobs/log/logFollower.ts';
import { LogReader } from '../../../../../client/src/jobs/log/readLog.ts';
import type { Services } from '../../../../../client/src/services.ts';
import type { JobReference } from '../../../../../client/src/watch/jobReference.ts';
import { documented } from '../../../../service/answers.ts';
import type { StoredJob } from '../../../../service/jobs.ts';
import { startService, type LocalService } from '../../../../service/service.ts';
import { answer } from '../../../../support/submissionFaults.ts';
import { documentUri, openSignedInWindow, pastedSession, type SubmitWindow } from '../../../../support/submitWindow.ts';
import { smallJob } from '../../../service/sampleJobs.ts';
import { ControlledTimers } from '../../../../support/controlledTimers.ts';

let service: LocalService;
let window: SubmitWindow;
let timers: ControlledTimers;
let job: StoredJob;
let reference: JobReference;
let refused: Failure[];
let follower: LogFollower;
const password = `canary-${randomUUID()}`;

beforeEach(async () => {
  service = await startService();
  timers = new ControlledTimers();
  const text = JSON.stringify({ ...smallJob, unknown: { password } });
  window = await openSignedInWindow(service, { text, schedule: timers.schedule, now: timers.now });
  job = service.jobs.create({ name: 'job_1', type: smallJob.type, description: '', parameter: {} });
  const [connection] = window.services.usableConnections();
  if (connection === undefined) throw new Error('There is no connection.');
  reference = { connection, id: job.id, name: 'job_1', type: smallJob.type };
  await window.services.jobLinks.set(documentUri, connection, reference);
  refused = [];
  follower = followerOf(window.services);
});

afterEach(async () => {
  follower.dispose();
  await service.close();
});

function followerOf(services: Services): LogFollower {
  const reader = new LogReader(services);
  return new LogFollower(reference, {
    ...services,
    read: async ({ connection }, signal) => {
      const credential = await services.storedCredential(connection);
      return credential && reader.read(reference, credential, { signal });
    },
    onRefused: (failure) => void refused.push(failure),
    onDidChange: () => undefined,
  });
}

const current = (): StoredJob => service.jobs.get(job.id) ?? job;

/** Waits until the log shows a text, while time passes. */
async function untilShown(text: string): Promise<void> {
  await timers.passUntil(() => follower.text.includes(text));
}

const reads = (): number => service.requests.of('showJobLog').length;

test('a log grows while the job runs, and is read no more when it has finished', async () => {
  service.jobs.start(job);
  follower.setShown(true);
  await untilShown('RUNNING');
  service.jobs.addToLog(current(), 'INFO one\n');
  await untilShown('INFO one');
  service.jobs.addToLog(current(), 'no line break');
  service.jobs.end(current(), 'FAILED');
  await untilShown('FAILED');
  const before = reads();
  await timers.pass(120_000);
  expect(reads()).toBe(before);
});

test('it is read less often while it doesn’t grow', async () => {
  service.jobs.start(job);
  follower.setShown(true);
  await untilShown('RUNNING');
  const before = reads();
  await timers.pass(60_000);
  expect(reads() - before).toBeGreaterThan(2);
  expect(reads() - before).toBeLessThan(10);
});

test('it pauses while it isn’t shown', async () => {
  service.jobs.start(job);
  follower.setShown(true);
  await untilShown('RUNNING');
  follower.setShown(false);
  const before = reads();
  await timers.pass(60_000);
  expect(reads()).toBe(before);
  service.jobs.addToLog(current(), 'INFO later\n');
  follower.setShown(true);
  await untilShown('INFO later');
});

test('no secret is shown: a credential, a stored secret, or one in the text of the document', async () => {
  const stored = `canary-${randomUUID()}`;
  await window.services.secrets.set({ name: 'DB_PASSWORD' }, stored);
  const token = service.tokens.issue();
  await window.remember(pastedSession(token));
  service.jobs.start(job);
  service.jobs.addToLog(current(), `ERROR ${password} ${stored} ${token}\n`);
  follower.setShown(true);
  await untilShown('ERROR');
  for (const secret of [password, stored, token]) expect(follower.text).not.toContain(secret);
  expect(follower.text).toContain('ERROR •••••• •••••• ••••••');
});

describe('a log that can’t be read', () => {
  test('reports it, and is read again', async () => {
    service.jobs.start(job);
    service.faults.next('showJobLog', answer(documented.internal));
    follower.setShown(true);
    await untilShown('Couldn’t update the log.');
    await untilShown('RUNNING');
    expect(follower.text).not.toContain('Couldn’t update the log.');
  });

  test('pauses with a refused credential', async () => {
    service.jobs.start(job);
    service.faults.next('showJobLog', answer(documented.unauthorized), 100);
    follower.setShown(true);
    await untilShown('Couldn’t update the log.');
    expect(refused).toHaveLength(1);
    const before = reads();
    await timers.pass(60_000);
    expect(reads()).toBe(before);
  });

  test('asks to sign in where nobody is', async () => {
    await window.services.sessions.delete(reference.connection);
    follower.setShown(true);
    await untilShown('Sign in to connection "dev"');
    expect(reads()).toBe(0);
  });
});
