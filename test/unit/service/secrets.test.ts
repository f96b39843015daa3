import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StoredJob } from '../../service/jobs.ts';
import { startService, type LocalService } from '../../service/service.ts';
import { fullJobWith } from './sampleJobs.ts';
import { createdJob, jobsUrl, request, type Reply } from './serviceClient.ts';

let service: LocalService;

beforeEach(async () => {
  service = await startService();
});

afterEach(async () => service.close());

async function call(method: string, path: string, body?: unknown): Promise<Reply> {
  return request(`${jobsUrl(service)}${path}`, method, service.tokens.issue(), body);
}

describe('a secret', () => {
  const source = '/parameter/metadata_migration_parameter/datasource_parameter';
  const secrets = { password: randomUUID(), access_key: randomUUID(), secret_key: randomUUID() };
  const jobWith = (properties: object): unknown => fullJobWith(source, { endpoint: 'a', ...properties });
  const stored = ({ id }: StoredJob): unknown => service.jobs.get(id)?.parameter;

  test('is in no answer', async () => {
    const job = await createdJob(service, jobWith(secrets));
    const body = jobWith(secrets);
    const answers = [await call('POST', '', body), await call('PUT', `/${job.id}`, body)];
    await call('POST', `/${job.id}/start`);
    for (const path of ['', '/log', '/history?offset=0&limit=9']) answers.push(await call('GET', `/${job.id}${path}`));
    answers.push(await call('GET', '?type=METADATA_DISCOVERY&offset=0&limit=9'));
    expect(answers.map(({ status }) => status)).toEqual([201, 200, 200, 200, 200, 200]);
    const text = JSON.stringify(answers.map((answer) => answer.body));
    for (const part of Object.entries(secrets).flat()) expect(text).not.toContain(part);
  });

  test.each([
    ['left out', {}],
    ['empty', { password: '', access_key: '', secret_key: '' }],
  ])('stays what it was when an update has it %s', async (_, properties) => {
    const job = await createdJob(service, jobWith(secrets));
    await call('PUT', `/${job.id}`, jobWith(properties));
    expect(stored(job)).toMatchObject({ metadata_migration_parameter: { datasource_parameter: secrets } });
  });

  test('changes with an update', async () => {
    const job = await createdJob(service, jobWith(secrets));
    const password = randomUUID();
    await call('PUT', `/${job.id}`, jobWith({ password }));
    expect(stored(job)).toMatchObject({
      metadata_migration_parameter: { datasource_parameter: { ...secrets, password } },
    });
  });
});
