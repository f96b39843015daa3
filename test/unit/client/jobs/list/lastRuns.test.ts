import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LastRuns } from '../../../../../client/src/jobs/list/lastRuns.ts';
import type { JobNode } from '../../../../../client/src/jobs/list/jobNodes.ts';
import { documented } from '../../../../service/answers.ts';
import { startService, type LocalService } from '../../../../service/service.ts';
import { connectionOf } from '../../../../support/remoteJobs.ts';
import { answer } from '../../../../support/submissionFaults.ts';
import { openSignedInWindow, type SubmitWindow } from '../../../../support/submitWindow.ts';

let service: LocalService;
let window: SubmitWindow;
let runs: LastRuns;
let node: JobNode;

beforeEach(async () => {
  service = await startService();
  window = await openSignedInWindow(service);
  runs = new LastRuns(window.services);
  const stored = service.jobs.create({ name: 'sales', type: 'METADATA_DISCOVERY', description: '', parameter: {} });
  service.jobs.start(stored);
  const job = { ...noRun, id: stored.id, name: 'sales', type: 'METADATA_DISCOVERY', createdAt: 0, status: 'RUNNING' };
  const { name: connection } = connectionOf(window);
  node = { kind: 'job', connection, id: job.id, name: job.name, type: job.type, job, document: undefined };
});

afterEach(async () => service.close());

const noRun = { startedAt: undefined, endedAt: undefined, duration: undefined, summary: undefined };

async function kinds(of = node): Promise<string[]> {
  return (await runs.of(of)).map(({ kind }) => kind);
}

function requests(): number {
  return service.requests.of('showJobHistory').length;
}

describe('the last runs of a job', () => {
  test('are read again when it has another state, or on demand', async () => {
    expect(await kinds()).toEqual(['run']);
    await kinds();
    expect(requests()).toBe(1);
    await kinds({ ...node, job: { ...node.job, status: 'SUCCESS' } });
    expect(requests()).toBe(2);
    runs.clear();
    await kinds();
    expect(requests()).toBe(3);
  });

  test('that couldn’t be read are read the next time', async () => {
    service.faults.next('showJobHistory', answer(documented.noPermission));
    expect(await kinds()).toEqual(['message']);
    expect(await kinds()).toEqual(['run']);
  });

  test('aren’t asked for once the credential was refused', async () => {
    service.faults.next('showJobHistory', answer(documented.unauthorized));
    expect(await kinds()).toEqual(['message']);
    expect(window.services.sessions.isRefused(connectionOf(window))).toBe(true);
    expect(await kinds()).toEqual([]);
    expect(requests()).toBe(1);
  });
});
