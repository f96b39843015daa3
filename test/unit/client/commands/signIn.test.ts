import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { signInCommand } from '../../../../client/src/commands/signIn.ts';
import { line } from '../../../support/prompts.ts';
import { connected } from '../../../support/signIn.ts';

test('Sign In signs in to the connection, and shows what the credentials can see', async () => {
  const { services, sessions, prompts, connection } = connected({ picks: ['Paste a token'], secrets: [randomUUID()] });
  await signInCommand(services)();
  expect(await sessions.get(connection)).toMatchObject({ kind: 'token' });
  expect(prompts.shown.at(-1)).toEqual(line('info', 'project p', '2 instances'));
});

test('Sign In reports nothing if the user cancels', async () => {
  const { services, prompts } = connected({});
  await signInCommand(services)();
  expect(prompts.shown).toEqual([line('pick', 'dev')]);
});

test('Sign In signs in to the connection that a view names', async () => {
  const { services, sessions, connection } = connected({ picks: ['Paste a token'], secrets: [randomUUID()] });
  await signInCommand(services)(connection.name);
  expect(await sessions.get(connection)).toMatchObject({ kind: 'token' });
});
