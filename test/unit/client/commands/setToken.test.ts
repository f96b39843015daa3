import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { setToken } from '../../../../client/src/commands/setToken.ts';
import { line } from '../../../support/prompts.ts';
import { connected } from '../../../support/signIn.ts';

test('Set Token signs in with a token that is pasted', async () => {
  const token = randomUUID();
  const { services, sessions, prompts, connection } = connected({ secrets: [token] });
  await setToken(services)();
  expect(await sessions.get(connection)).toMatchObject({ kind: 'token', token });
  expect(prompts.shown.at(-1)).toEqual(line('info', '"dev"'));
  expect(prompts.shown.join()).not.toContain(token);
});

test('Set Token changes nothing when the user leaves', async () => {
  const { services, secrets } = connected({});
  await setToken(services)();
  expect(secrets.entries.size).toBe(0);
});
