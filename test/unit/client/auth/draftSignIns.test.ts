import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { draftSignIns } from '../../../../client/src/auth/draftSignIns.ts';
import type { SignInServices } from '../../../../client/src/auth/signInServices.ts';
import type { Session } from '../../../../client/src/auth/session.ts';
import { Sessions } from '../../../../client/src/auth/sessions.ts';
import type { Connection } from '../../../../client/src/connections/connection.ts';
import { dev } from '../../../support/connections.ts';
import { FakePrompts, line } from '../../../support/prompts.ts';
import { InMemorySecretStorage } from '../../../support/secretStorage.ts';

const moved: Connection = { ...dev, endpoint: 'https://elsewhere' };

/** A user who is signed in to `dev` and signs in to `connection` while it is asked for. */
async function world(connection: Connection) {
  const [earlier, pasted] = [randomUUID(), randomUUID()];
  const prompts = new FakePrompts({ picks: ['Paste a token'], secrets: [pasted] });
  const secrets = new InMemorySecretStorage();
  const sessions = new Sessions(secrets, () => undefined);
  const stored: Session = { kind: 'token', token: earlier };
  await sessions.set(dev, stored);
  const ports: SignInServices = {
    prompts,
    sessions,
    createToken: async () => Promise.reject(new Error('Nobody asks IAM here.')),
    now: () => 0,
  };
  const used: (string | undefined)[] = [];
  const signIns = draftSignIns(ports, async (of, known) => {
    const session = await known.get(of);
    used.push(session?.kind === 'token' ? session.token : undefined);
    return undefined;
  });
  await signIns.instances(connection);
  await signIns.signIn(connection);
  await signIns.instances(connection);
  return { signIns, sessions, secrets, prompts, used, stored, earlier, pasted };
}

describe('a sign-in to a connection that is asked for', () => {
  test.each([
    ['to another address', moved],
    ['to the same one', dev],
  ])('%s leaves the stored one as it is, until it is kept', async (_, connection) => {
    const { signIns, sessions, secrets, stored, pasted } = await world(connection);
    expect(await sessions.get(dev)).toEqual(stored);
    expect([...secrets.entries.values()].join()).not.toContain(pasted);
    expect(await signIns.keep(connection)).toBe(true);
    expect(await sessions.get(connection)).toMatchObject({ token: pasted });
  });

  test('lists the instances, as a stored one does', async () => {
    const { used, earlier, pasted } = await world(dev);
    expect(used).toEqual([earlier, pasted]);
    expect((await world(moved)).used[0]).toBeUndefined();
  });

  test('is kept under a name that is given later', async () => {
    const { signIns, sessions, stored, pasted } = await world(moved);
    const named = { ...moved, name: 'live', instanceId: 'other' };
    expect(await signIns.keep(named)).toBe(true);
    expect(await sessions.get(named)).toMatchObject({ token: pasted });
    expect(await sessions.get(dev)).toEqual(stored);
  });

  test.each([
    ['endpoint', { endpoint: 'https://third' }],
    ['IAM', { iamEndpoint: 'https://third' }],
    ['project', { projectId: 'third' }],
  ])('is not kept for another %s', async (_, changes) => {
    const { signIns, sessions, stored } = await world(moved);
    expect(await signIns.keep({ ...moved, ...changes })).toBe(false);
    expect(await sessions.get(dev)).toEqual(stored);
  });

  test('that cannot be stored is told of when it is kept, not before', async () => {
    const { signIns, secrets, prompts } = await world(moved);
    secrets.fails = true;
    const before = prompts.shown.length;
    await signIns.keep(moved);
    expect(prompts.shown.slice(before)).toEqual([line('warn', 'secret storage', '"dev"', 'until this window closes')]);
  });
});
