import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkInstances, type InstancesCheck } from '../../../../client/src/auth/checkInstances.ts';
import { documented, type Answer } from '../../../service/answers.ts';
import { startService, type LocalService } from '../../../service/service.ts';
import { line } from '../../../support/prompts.ts';
import { openWindow, pastedSession } from '../../../support/submitWindow.ts';

let service: LocalService;

beforeEach(async () => {
  service = await startService();
});

afterEach(async () => service.close());

async function checked(token: string): Promise<InstancesCheck> {
  const { services } = openWindow(service);
  const [connection] = services.usableConnections();
  if (connection === undefined) throw new Error('There is no connection.');
  return checkInstances(services, connection, pastedSession(token));
}

describe('the credentials of a session', () => {
  test('are accepted with the instances of the project, by one read', async () => {
    expect(await checked(service.tokens.issue())).toMatchObject({
      kind: 'accepted',
      instances: [{ id: service.instanceId }],
    });
    expect(service.requests.all.map(({ operation }) => operation)).toEqual(['listInstances']);
  });

  test.each<[string, Answer, InstancesCheck['kind'], string]>([
    ['refused where the token has ended', documented.unauthorized, 'refused', 'wasn’t accepted (401)'],
    ['unknown where the user may not see them', documented.noPermission, 'unknown', '(403)'],
    ['unknown where the service fails', documented.internal, 'unknown', '500'],
  ])('are %s, with the reason', async (_, answer, kind, reason) => {
    service.faults.next('listInstances', { kind: 'answer', answer });
    const check = await checked(service.tokens.issue());
    expect(check.kind).toBe(kind);
    expect('problem' in check && check.problem).toContain(reason);
  });

  test('are unknown without a reason when the user cancels', async () => {
    const release = service.faults.hold('listInstances');
    const { services, prompts } = openWindow(service);
    const [connection] = services.usableConnections();
    if (connection === undefined) throw new Error('There is no connection.');
    const check = checkInstances(services, connection, pastedSession(service.tokens.issue()));
    await service.requests.waitFor('listInstances');
    prompts.cancellations.at(-1)?.abort();
    expect(await check).toEqual({ kind: 'unknown' });
    expect(prompts.shown).toEqual([line('progress', 'instances')]);
    release();
  });
});
