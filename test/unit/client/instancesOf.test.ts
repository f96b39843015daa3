import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { HttpOptions } from '../../../client/src/api/http.ts';
import { instancesOf } from '../../../client/src/auth/instancesOf.ts';
import { Sessions } from '../../../client/src/auth/sessions.ts';
import { readConnections, type Connection } from '../../../client/src/connections/connection.ts';
import { startService, type LocalService } from '../../service/service.ts';
import { FakePrompts } from '../../support/prompts.ts';
import { InMemorySecretStorage } from '../../support/secretStorage.ts';

let service: LocalService;
let connection: Connection;
let sessions: Sessions;
let prompts: FakePrompts;
const options: HttpOptions = { fetch, timeout: 20_000, onExchange: () => undefined };

beforeEach(async () => {
  service = await startService();
  const { url: endpoint, projectId } = service;
  const [read] = readConnections([{ name: 'new', region: 'local', endpoint, projectId, instanceId: 'unknown' }]).usable;
  if (read === undefined) throw new Error('The connection cannot be used.');
  connection = read;
  prompts = new FakePrompts();
  sessions = new Sessions(new InMemorySecretStorage(), () => undefined);
});

afterEach(async () => service.close());

async function listed(): Promise<readonly string[] | undefined> {
  const instances = await instancesOf(connection, sessions, prompts, options);
  return instances?.map(({ id }) => id);
}

describe('the instances of a connection', () => {
  test('are those of its project, for one who is signed in', async () => {
    await sessions.set(connection, { kind: 'token', token: service.tokens.issue() });
    expect(await listed()).toEqual([service.instanceId]);
  });

  test('are unknown to one who is not: nothing is asked', async () => {
    expect(await listed()).toBeUndefined();
    expect([service.requests.all, prompts.shown]).toEqual([[], []]);
  });

  test('are unknown where the token has ended', async () => {
    const token = service.tokens.issue();
    service.tokens.expire(token);
    await sessions.set(connection, { kind: 'token', token });
    expect(await listed()).toBeUndefined();
  });
});
