import { expect, test } from 'vitest';
import { signOut } from '../../../../client/src/commands/signOut.ts';
import { connected } from '../../../support/signIn.ts';
import { line } from '../../../support/prompts.ts';

test('Sign Out forgets the session of the connection', async () => {
  const { services, sessions, prompts, connection } = connected({});
  await sessions.set(connection, { kind: 'token', token: 't' });
  await signOut({ ...services, forgetSession: async (target) => sessions.delete(target) })();
  expect(await sessions.get(connection)).toBeUndefined();
  expect(prompts.shown).toEqual([line('info', '"dev"')]);
});

test('Sign Out reports if the secret storage failed', async () => {
  const { services, sessions, secrets, prompts } = connected({});
  secrets.fails = true;
  await signOut({ ...services, forgetSession: async (target) => sessions.delete(target) })();
  expect(prompts.shown).toEqual([line('error', 'secret storage')]);
});
