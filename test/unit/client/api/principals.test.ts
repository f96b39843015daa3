import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listGroups, listRoles, listUsers } from '../../../../client/src/api/principals.ts';
import { principalOf } from '../../../service/content.ts';
import { startService, type LocalService } from '../../../service/service.ts';
import { addressOf, readOptionsFor } from '../../../support/reads.ts';

let service: LocalService;

beforeEach(async () => (service = await startService()));
afterEach(async () => service.close());

test('users are those of their source', async () => {
  service.content.users = [principalOf('ada'), principalOf('bob', 'LDAP')];
  const list = async (source: string): Promise<object> =>
    listUsers(addressOf(service), source, readOptionsFor(service));
  expect(await list('IAM')).toEqual({ names: [{ name: 'ada' }], isComplete: true });
  expect(await list('LDAP')).toEqual({ names: [{ name: 'bob' }], isComplete: true });
});

test('groups are those of their source', async () => {
  service.content.groups = [principalOf('analysts'), principalOf('others', 'SAML')];
  const list = await listGroups(addressOf(service), 'IAM', readOptionsFor(service));
  expect(list).toEqual({ names: [{ name: 'analysts' }], isComplete: true });
});

test('roles have no source', async () => {
  service.content.roles = ['admin', 'reader'];
  const list = await listRoles(addressOf(service), readOptionsFor(service));
  expect(list).toEqual({ names: [{ name: 'admin' }, { name: 'reader' }], isComplete: true });
});

describe('a list of several pages', () => {
  const users = (count: number): ReturnType<typeof principalOf>[] =>
    Array.from({ length: count }, (_, index) => principalOf(`user_${index}`));

  test('is read to its end', async () => {
    service.content.users = users(4500);
    const { names, isComplete } = await listUsers(addressOf(service), 'IAM', readOptionsFor(service));
    expect([names.length, isComplete]).toEqual([4500, true]);
    expect(service.requests.of('listUsers')).toHaveLength(3);
  });

  test('isn’t complete beyond 5,000 names', async () => {
    service.content.users = users(6000);
    const { names, isComplete } = await listUsers(addressOf(service), 'IAM', readOptionsFor(service));
    expect([names.length, isComplete]).toEqual([5000, false]);
  });

  test('ends where a marker comes again', async () => {
    const body = { users: [{ user_name: 'ada' }], page_info: { next_marker: 'm' } };
    service.faults.next('listUsers', { kind: 'answer', answer: { status: 200, body } }, 9);
    const list = await listUsers(addressOf(service), 'IAM', readOptionsFor(service));
    expect(list).toEqual({ names: [{ name: 'ada' }], isComplete: false });
    expect(service.requests.of('listUsers')).toHaveLength(2);
  });
});
