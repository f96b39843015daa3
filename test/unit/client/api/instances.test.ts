import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { secretsOf, type Credential } from '../../../../client/src/api/credential.ts';
import { runningInstances, type Instance } from '../../../../client/src/api/instances.ts';
import { redaction } from '../../../../client/src/redaction/redaction.ts';
import { documented, unreadable, type Answer } from '../../../service/answers.ts';
import { instanceOf, type InstanceStatus } from '../../../service/instances.ts';
import { startService, type LocalService } from '../../../service/service.ts';

let service: LocalService;

beforeEach(async () => {
  service = await startService();
});

afterEach(async () => service.close());

async function listed(credential?: Credential): Promise<readonly Instance[]> {
  const { url: endpoint, projectId } = service;
  return runningInstances(
    { endpoint, projectId, credential: credential ?? { kind: 'token', token: service.tokens.issue() } },
    {
      ...{ fetch, now: Date.now, timeout: 20_000, onExchange: () => undefined },
      redact: redaction(credential === undefined ? [] : secretsOf(credential)),
    },
    { signal: new AbortController().signal },
  );
}

describe('the instances of a project', () => {
  test('are those that run, by name, with the default one marked', async () => {
    const others: InstanceStatus[] = ['RESOURCE_PREPARATION', 'DELETED', 'FROZEN_RELEASABLE', 'SCALING'];
    service.instances.push(
      instanceOf('second', { name: 'prod', description: 'Production' }),
      ...others.map((status) => instanceOf(status, { status })),
      instanceOf('gone', { in_recycle_bin: true }),
    );
    expect(await listed()).toEqual([
      { id: service.instanceId, name: 'lakeformation', description: undefined, isDefault: true },
      { id: 'second', name: 'prod', description: 'Production', isDefault: false },
    ]);
    expect(service.requests.of('listInstances').map(({ url }) => url)).toEqual([
      `/v1/${service.projectId}/instances?in_recycle_bin=false&offset=0&limit=1000&enterprise_project_id=all_granted_eps`,
    ]);
  });

  test('are read page by page', async () => {
    for (let index = 1; index < 1500; index++) service.instances.push(instanceOf(`instance-${index}`));
    expect(await listed()).toHaveLength(1500);
    expect(service.requests.of('listInstances')).toHaveLength(2);
  });

  test.each(['permanent', 'temporary'] as const)('are listed with a %s access key too', async (kind) => {
    const { projectId } = service;
    expect(await listed({ kind: 'accessKey', ...service.accessKeys.issue(kind), projectId })).toHaveLength(1);
    const [request] = service.requests.of('listInstances');
    expect(request?.headers).toMatchObject({ 'x-project-id': projectId });
    expect(request?.headers).not.toHaveProperty('x-auth-token');
  });

  test('without a name, or without an id', async () => {
    const answer: Answer = {
      status: 200,
      body: { instances: [{ instance_id: 'i', status: 'RUNNING' }, { name: 'n', status: 'RUNNING' }, null, 7] },
    };
    service.faults.next('listInstances', { kind: 'answer', answer });
    expect(await listed()).toEqual([{ id: 'i', name: 'i', description: undefined, isDefault: false }]);
  });

  test('without the secrets that were sent', async () => {
    const key = service.accessKeys.issue('permanent');
    const echo = `${key.secretKey} ${Buffer.from(key.secretKey).toString('hex')}`;
    const instances = [
      { instance_id: 'i', status: 'RUNNING', name: `its ${echo}`, description: `is ${echo}`.padEnd(2000, '.') },
      { instance_id: key.accessKey, status: 'RUNNING', name: 'n' },
    ];
    service.faults.next('listInstances', { kind: 'answer', answer: { status: 200, body: { instances, total: 2 } } });
    const [instance, ...others] = await listed({ kind: 'accessKey', ...key, projectId: service.projectId });
    expect(others).toEqual([]);
    expect(instance?.name).toBe('its •••••• ••••••');
    expect(instance?.description).toMatch(/^is •••••• ••••••\.{300,}…$/);
  });

  test.each<[string, Answer, object]>([
    ['a list that is refused', documented.noPermission, { kind: 'rejected', status: 403 }],
    ['a page of a proxy', unreadable.html, { kind: 'unreadable', status: 200 }],
    ['another body', { status: 200, body: { instances: {} } }, { kind: 'unreadable', status: 200 }],
  ])('are none but an error: %s', async (_, answer, failure) => {
    service.faults.next('listInstances', { kind: 'answer', answer });
    await expect(listed()).rejects.toMatchObject({ failure });
  });
});
