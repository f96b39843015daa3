import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { LakeFormationAuthentication } from '../../../../client/src/auth/provider.ts';
import type { Session } from '../../../../client/src/auth/session.ts';
import { Sessions } from '../../../../client/src/auth/sessions.ts';
import type { Connection } from '../../../../client/src/connections/connection.ts';
import { InMemorySecretStorage } from '../../../support/secretStorage.ts';

const connectionOf = (name: string): Connection => ({
  name,
  region: 'r',
  endpoint: 'https://host',
  iamEndpoint: 'https://iam',
  projectId: 'p',
  instanceId: 'i',
});

const [dev, prod] = [connectionOf('dev'), connectionOf('prod')];

const tokenSession = (): Session => ({ kind: 'token', token: randomUUID() });
const keySession = (): Session => ({ kind: 'accessKey', accessKey: randomUUID(), secretKey: randomUUID() });
const userSession = (): Session => ({
  kind: 'user',
  domain: 'company',
  user: 'engineer',
  token: randomUUID(),
  expiry: { at: 7, isStated: true },
  iamEndpoint: 'https://iam',
});

/** A window: its provider, and the changes that the provider reported, such as `+dev: token`. */
function openWindow(secrets: InMemorySecretStorage, connections = [dev, prod], signsIn?: Session) {
  const sessions = new Sessions(secrets, () => undefined);
  const list = [...connections];
  const provider = new LakeFormationAuthentication({
    sessions,
    usableConnections: () => list,
    chooseConnection: async () => Promise.resolve(list[0]),
    signIn: async (connection) => {
      if (signsIn) await sessions.set(connection, signsIn);
      return signsIn;
    },
  });
  const told: string[] = [];
  provider.onDidChangeSessions(({ added, removed, changed }) => {
    told.push(...(removed ?? []).map(({ account }) => `-${account.label}`));
    told.push(...(added ?? []).map(({ account }) => `+${account.label}`));
    told.push(...(changed ?? []).map(({ account }) => `~${account.label}`));
  });
  const labels = async (): Promise<string[]> =>
    (await provider.getSessions(undefined)).map(({ account }) => account.label);
  return { sessions, provider, told, labels, list };
}

describe('the sessions', () => {
  test('are one a connection, named by who is signed in', async () => {
    const { sessions, labels } = openWindow(new InMemorySecretStorage());
    expect(await labels()).toEqual([]);
    await sessions.set(dev, tokenSession());
    await sessions.set(prod, userSession());
    expect(await labels()).toEqual(['dev: token', 'prod: engineer of company']);
    await sessions.set(dev, keySession());
    expect(await labels()).toEqual(['dev: access keys', 'prod: engineer of company']);
  });

  test('are asked for by connection and by account', async () => {
    const { sessions, provider } = openWindow(new InMemorySecretStorage());
    await sessions.set(dev, tokenSession());
    await sessions.set(prod, tokenSession());
    const idsOf = async (scopes: string[] | undefined, account?: string): Promise<string[]> =>
      (await provider.getSessions(scopes, account === undefined ? {} : { account: { id: account, label: '' } })).map(
        ({ id }) => id,
      );
    expect(await idsOf(undefined)).toEqual(['dev', 'prod']);
    expect(await idsOf([])).toEqual(['dev', 'prod']);
    expect(await idsOf(['prod'])).toEqual(['prod']);
    expect(await idsOf(['prod', 'more'])).toEqual([]);
    expect(await idsOf(undefined, 'dev')).toEqual(['dev']);
  });

  test.each([tokenSession(), userSession(), keySession()])(
    'give away no part of a credential: $kind',
    async (session) => {
      const { sessions, provider } = openWindow(new InMemorySecretStorage());
      await sessions.set(dev, session);
      const shown = JSON.stringify(await provider.getSessions(undefined));
      const parts = ['token', 'accessKey', 'secretKey'].map((key) =>
        new Map<string, unknown>(Object.entries(session)).get(key),
      );
      for (const part of parts.filter((one) => typeof one === 'string')) expect(shown).not.toContain(part);
    },
  );

  test('of a connection that now goes elsewhere, or is gone, aren’t shown', async () => {
    const { sessions, provider, told, labels, list } = openWindow(new InMemorySecretStorage());
    await sessions.set(dev, tokenSession());
    await sessions.set(prod, tokenSession());
    await labels();
    told.length = 0;
    list.splice(0, 2, { ...dev, endpoint: 'https://elsewhere' });
    await provider.refresh();
    expect(told).toEqual(['-dev: token', '-prod: token']);
    expect(await labels()).toEqual([]);
  });
});

describe('a change is reported', () => {
  test('once, in this window', async () => {
    const { sessions, told, labels } = openWindow(new InMemorySecretStorage());
    await sessions.set(dev, tokenSession());
    await labels();
    await sessions.delete(dev);
    await labels();
    expect(told).toEqual(['+dev: token', '-dev: token']);
  });

  test('in every other window', async () => {
    const secrets = new InMemorySecretStorage();
    const [here, there] = [openWindow(secrets), openWindow(secrets)];
    await here.sessions.set(dev, userSession());
    await expect.poll(() => there.told).toEqual(['+dev: engineer of company']);
    await here.provider.removeSession('dev');
    await expect.poll(() => there.told).toEqual(['+dev: engineer of company', '-dev: engineer of company']);
  });

  test('as another account, where somebody else signs in', async () => {
    const { sessions, told, labels } = openWindow(new InMemorySecretStorage());
    await sessions.set(dev, tokenSession());
    await labels();
    await sessions.set(dev, userSession());
    await labels();
    expect(told).toEqual(['+dev: token', '-dev: token', '+dev: engineer of company']);
  });

  test('not, where a token is renewed', async () => {
    const { sessions, told, labels } = openWindow(new InMemorySecretStorage());
    await sessions.set(dev, userSession());
    await labels();
    await sessions.set(dev, userSession());
    await labels();
    expect(told).toEqual(['+dev: engineer of company']);
  });

  test('of a session that only this window’s memory has', async () => {
    const secrets = new InMemorySecretStorage();
    const [here, there] = [openWindow(secrets), openWindow(secrets)];
    secrets.fails = true;
    await here.sessions.set(dev, tokenSession());
    expect(await here.labels()).toEqual(['dev: token']);
    expect(here.told).toEqual(['+dev: token']);
    expect(await there.labels()).toEqual([]);
  });
});

describe('signing in and out', () => {
  test('makes a session for the connection that is asked for, else for the one of the workspace', async () => {
    const { provider } = openWindow(new InMemorySecretStorage(), [dev, prod], tokenSession());
    expect(await provider.createSession(['prod'])).toMatchObject({ id: 'prod', scopes: ['prod'] });
    expect(await provider.createSession([])).toMatchObject({ id: 'dev', account: { label: 'dev: token' } });
  });

  test('fails with a sentence: no such connection, and a user who leaves', async () => {
    const { provider } = openWindow(new InMemorySecretStorage());
    await expect(provider.createSession(['other'])).rejects.toThrow('No connection to sign in to');
    await expect(provider.createSession(['dev'])).rejects.toThrow('Sign-in canceled.');
  });

  test('removes what is stored', async () => {
    const secrets = new InMemorySecretStorage();
    const { sessions, provider, labels } = openWindow(secrets);
    await sessions.set(dev, tokenSession());
    await provider.removeSession('dev');
    expect(secrets.entries.size).toBe(0);
    expect(await labels()).toEqual([]);
  });

  test('fails with a sentence where the secret storage is locked', async () => {
    const secrets = new InMemorySecretStorage();
    const { sessions, provider } = openWindow(secrets);
    await sessions.set(dev, tokenSession());
    secrets.fails = true;
    await expect(provider.removeSession('dev')).rejects.toThrow('You may still be signed in');
  });

  test('after dispose nothing is reported', async () => {
    const { sessions, provider, told } = openWindow(new InMemorySecretStorage());
    provider.dispose();
    await sessions.set(dev, tokenSession());
    await provider.refresh();
    expect(told).toEqual([]);
  });
});
