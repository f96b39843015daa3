import { afterEach, beforeEach, expect, test } from 'vitest';
import { issueCredentials } from '../../service/credentials.ts';
import { startService, type LocalService } from '../../service/service.ts';

let service: LocalService;

beforeEach(async () => {
  service = await startService();
});

afterEach(async () => service.close());

test('the credentials are accepted by their service, and are new each time', () => {
  const { token, user, key } = issueCredentials(service);
  const { tokens, accessKeys } = service;
  expect([tokens.stateOf(token), tokens.hasUser(user), accessKeys.find(key.accessKey)]).toEqual(['valid', true, key]);
  const other = issueCredentials(service);
  expect([other.token, other.user.password, other.key.secretKey]).not.toEqual([token, user.password, key.secretKey]);
});
