import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { HttpOptions } from '../../../../client/src/api/http.ts';
import { listInstances } from '../../../../client/src/auth/listInstances.ts';
import { Sessions } from '../../../../client/src/auth/sessions.ts';
import { readConnections, type Connection } from '../../../../client/src/connections/connection.ts';
import { failureSentence } from '../../../../client/src/failures/failureSentence.ts';
import { documented, type Answer } from '../../../service/answers.ts';
import { startService, type LocalService } from '../../../service/service.ts';
import { FakePrompts } from '../../../support/prompts.ts';
import { InMemorySecretStorage } from '../../../support/secretStorage.ts';

let service: LocalService;
let connection: Connection;
let sessions: Sessions;
let prompts: FakePrompts;
let told: string[];
const options: HttpOptions = {
  fetch,
  now: Date.now,
  timeout: 20_000,
  onExchange: () => undefined,
  redact: (text) => text,
};

beforeEach(async () => {
  service = await startService();
  const { url: endpoint, projectId } = service;
  const [read] = readConnections([{ name: 'new', region: 'local', endpoint, projectId, instanceId: 'unknown' }]).usable;
  if (read === undefined) throw new Error('The connection cannot be used.');
  connection = read;
  prompts = new FakePrompts();
  told = [];
  sessions = new Sessions(new InMemorySecretStorage(), () => undefined);
});

afterEach(async () => service.close());

async function listed(): Promise<readonly string[] | undefined> {
  const instances = await listInstances(
    connection,
    sessions,
    prompts,
    () => options,
    (failure) => {
      told.push(failureSentence(failure, connection, { action: 'listInstances' }));
    },
  );
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

  test.each<[string, Answer, string]>([
    ['the token has ended', documented.unauthorized, 'The token for connection "new" was not accepted (401).'],
    ['the user may not see them', documented.noPermission, 'You may not see the instances of this project (403).'],
    ['the service fails', documented.internal, 'The service does not list the instances of this project (status 500).'],
  ])('are unknown where %s, which is told', async (_, answer, sentence) => {
    await sessions.set(connection, { kind: 'token', token: service.tokens.issue() });
    service.faults.next('listInstances', { kind: 'answer', answer });
    expect(await listed()).toBeUndefined();
    expect(told).toEqual([expect.stringContaining(sentence)]);
  });
});
