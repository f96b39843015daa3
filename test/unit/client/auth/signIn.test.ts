import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ApiError, type Failure } from '../../../../client/src/api/errors.ts';
import type { IamUser, IssuedToken } from '../../../../client/src/api/iam.ts';
import { renew } from '../../../../client/src/auth/renew.ts';
import type { Session, UserSession } from '../../../../client/src/auth/session.ts';
import { Sessions } from '../../../../client/src/auth/sessions.ts';
import type { SignInServices } from '../../../../client/src/auth/signInServices.ts';
import { signIn } from '../../../../client/src/auth/signIn.ts';
import { FakePrompts, line, type Answers } from '../../../support/prompts.ts';
import { InMemorySecretStorage } from '../../../support/secretStorage.ts';
import { dev } from '../../../support/connections.ts';

const now = Date.parse('2026-03-04T05:06:07Z');
const dayLater = now + 24 * 60 * 60 * 1000;
const wrongPassword: Failure = {
  kind: 'rejected',
  status: 401,
  body: { code: '401', message: 'The username or password is wrong.' },
};

/** A user in front of the questions, and an IAM that gives the prepared answers in order. */
function world(answers: Answers, ...iam: (IssuedToken | Failure)[]) {
  const prompts = new FakePrompts(answers);
  const secrets = new InMemorySecretStorage();
  const sessions = new Sessions(secrets, () => undefined);
  const asked: IamUser[] = [];
  const ports: SignInServices = {
    prompts,
    sessions,
    createToken: async (_, user) => {
      asked.push(user);
      const answer = iam.shift();
      if (answer === undefined) throw new Error('IAM has no answer prepared.');
      return 'token' in answer ? Promise.resolve(answer) : Promise.reject(new ApiError(answer));
    },
    now: () => now,
  };
  return { prompts, secrets, sessions, asked, ports };
}

describe('signing in', () => {
  test('with a token that is pasted, which is thought to be new', async () => {
    const token = randomUUID();
    const { ports, sessions, prompts } = world({ picks: ['Paste a token'], secrets: [` ${token}\n`] });
    const session = { kind: 'token', token, expiry: { at: dayLater, isStated: false } };
    expect(await signIn(ports, dev)).toEqual(session);
    expect(await sessions.get(dev)).toEqual(session);
    expect(prompts.shown).toEqual([
      'pick: Sign in to dev: Paste a token, IAM user, Access keys',
      line('secret', 'project p', 'https://host'),
    ]);
  });

  test('as an IAM user: the password is not kept unless asked for', async () => {
    const [token, password] = [randomUUID(), randomUUID()];
    const answers = {
      picks: ['IAM user', 'Ask for the password each time'],
      texts: ['company ', ' engineer'],
      secrets: [password],
    };
    const { ports, sessions, secrets, prompts, asked } = world(answers, { token, expiresAt: dayLater - 7 });
    const expiry = { at: dayLater - 7, isStated: true };
    const session = { kind: 'user', domain: 'company', user: 'engineer', token, expiry, iamEndpoint: 'https://iam' };
    expect(await signIn(ports, dev)).toEqual(session);
    expect(await sessions.get(dev)).toEqual(session);
    expect(asked).toEqual([{ domain: 'company', name: 'engineer', password }]);
    expect([...secrets.entries.values()].join()).not.toContain(password);
    expect(prompts.shown).toEqual([
      'pick: Sign in to dev: Paste a token, IAM user, Access keys',
      line('input', 'IAM user for dev', 'Account'),
      line('input', 'IAM user for dev', 'HUAWEI ID'),
      line('secret', 'engineer', 'https://iam'),
      'progress: Signing in to dev as engineer',
      'pick: Signed in as engineer: Ask for the password each time, Keep the password',
    ]);
  });

  test('as an IAM user who leaves the question keeps no password either', async () => {
    const password = randomUUID();
    const answers = { picks: ['IAM user'], texts: ['company', 'engineer'], secrets: [password] };
    const { ports } = world(answers, { token: randomUUID(), expiresAt: undefined });
    const session = await signIn(ports, dev);
    expect(session).not.toHaveProperty('password');
    expect(session).toMatchObject({ expiry: { at: dayLater, isStated: false } });
  });

  test('as an IAM user again: who it was stands there already, and the way comes first', async () => {
    const { ports, prompts, asked } = world(
      {
        picks: ['IAM user', 'Keep the password', 'IAM user', 'Ask for the password each time'],
        texts: ['company', 'engineer', '', ''],
        secrets: [randomUUID(), randomUUID()],
      },
      { token: randomUUID(), expiresAt: dayLater },
      { token: randomUUID(), expiresAt: dayLater },
    );
    expect(await signIn(ports, dev)).toHaveProperty('password');
    expect(await signIn(ports, dev)).not.toHaveProperty('password');
    expect(asked.map(({ domain, name }) => `${domain} ${name}`)).toEqual(['company engineer', 'company engineer']);
    expect(prompts.shown).toContain('pick: Sign in to dev: IAM user, Paste a token, Access keys');
  });

  test('as an IAM user whose password is wrong: it can be tried again', async () => {
    const [wrong, right] = [randomUUID(), randomUUID()];
    const body = { message: 'No such user' };
    const { ports, prompts } = world(
      {
        picks: ['IAM user', 'Keep the password'],
        texts: ['company', 'engineer'],
        secrets: [wrong, right],
        buttons: { 'no such account': 'Try Again' },
      },
      { ...wrongPassword, body },
      { token: randomUUID(), expiresAt: dayLater },
    );
    expect(await signIn(ports, dev)).toMatchObject({ kind: 'user', password: right });
    expect(prompts.shown).toContainEqual(
      expect.stringMatching(/^error: IAM knows no such account, .* No such user\. \[Try Again\]$/),
    );
    expect(prompts.shown.join('\n')).not.toContain(wrong);
  });

  test.each(['permanent', 'temporary'])('with %s access keys', async (kind) => {
    const [accessKey, secretKey, securityToken] = [
      randomUUID(),
      randomUUID(),
      kind === 'temporary' ? randomUUID() : '',
    ];
    const { ports, sessions, prompts } = world({
      picks: ['Access keys'],
      texts: [accessKey],
      secrets: [secretKey, securityToken],
    });
    const session = { kind: 'accessKey', accessKey, secretKey, ...(securityToken !== '' && { securityToken }) };
    expect(await signIn(ports, dev)).toEqual(session);
    expect(await sessions.get(dev)).toEqual(session);
    expect(prompts.shown.slice(1)).toEqual([
      line('input', 'dev', '(AK)'),
      line('secret', 'dev', '(SK)', 'https://host', 'never sent'),
      line('secret', 'dev', 'Security token'),
    ]);
  });

  test.each<[string, Answers]>([
    ['the list of ways', {}],
    ['the token', { picks: ['Paste a token'] }],
    ['a token that is none', { picks: ['Paste a token'], secrets: ['two words'] }],
    ['an empty token', { picks: ['Paste a token'], secrets: [' '] }],
    ['the account', { picks: ['IAM user'] }],
    ['the user', { picks: ['IAM user'], texts: ['company'] }],
    ['the password', { picks: ['IAM user'], texts: ['company', 'engineer'] }],
    ['the access key', { picks: ['Access keys'] }],
    ['an access key with a comma', { picks: ['Access keys'], texts: ['a,b'] }],
    ['the secret key', { picks: ['Access keys'], texts: ['a'] }],
    ['the security token', { picks: ['Access keys'], texts: ['a'], secrets: ['b'] }],
    ['a security token with a line break', { picks: ['Access keys'], texts: ['a'], secrets: ['b', 'c\nd'] }],
  ])('ends with nothing when the user leaves at %s', async (_, answers) => {
    const { ports, secrets } = world(answers);
    expect(await signIn(ports, dev)).toBeUndefined();
    expect(secrets.entries.size).toBe(0);
  });

  test('where the secret storage is locked lasts as long as the window, and is told', async () => {
    const { ports, secrets, sessions, prompts } = world({ picks: ['Paste a token'], secrets: [randomUUID()] });
    secrets.fails = true;
    const session = await signIn(ports, dev);
    expect(await sessions.get(dev)).toEqual(session);
    expect(prompts.shown.at(-1)).toEqual(line('warn', 'secret storage', '"dev"', 'until this window closes'));
  });

  test('anew may be left out where the session is still usable', async () => {
    const usable: Session = { kind: 'token', token: randomUUID() };
    const { ports, prompts } = world({ picks: ['Go on as you are signed in'] });
    expect(await signIn(ports, dev, { reason: 'It ends.', usable })).toBe(usable);
    expect(prompts.shown).toEqual([
      'pick: Sign in to dev: Paste a token, IAM user, Access keys, Go on as you are signed in',
    ]);
  });
});

describe('renewing', () => {
  const withoutPassword = (): UserSession => ({
    kind: 'user',
    domain: 'company',
    user: 'engineer',
    token: randomUUID(),
    expiry: { at: now, isStated: true },
    iamEndpoint: 'https://iam',
  });
  const session = (): UserSession => ({ ...withoutPassword(), password: randomUUID() });

  test('asks nobody where the password is kept', async () => {
    const before = session();
    const token = randomUUID();
    const { ports, prompts, sessions, asked } = world({}, { token, expiresAt: dayLater });
    const after = { ...before, token, expiry: { at: dayLater, isStated: true } };
    expect(await renew(ports, dev, before)).toEqual(after);
    expect(await sessions.get(dev)).toEqual(after);
    expect(asked).toEqual([{ domain: 'company', name: 'engineer', password: before.password }]);
    expect(prompts.shown).toEqual(['progress: Signing in to dev as engineer']);
  });

  test('sends no password to an IAM that it was not given for', async () => {
    const { ports, asked } = world({});
    expect(await renew(ports, { ...dev, iamEndpoint: 'https://elsewhere' }, session())).toBeUndefined();
    expect(asked).toEqual([]);
  });

  test('is not possible without a password', async () => {
    const { ports, asked } = world({});
    expect(await renew(ports, dev, withoutPassword())).toBeUndefined();
    expect(await renew(ports, dev, { kind: 'token', token: randomUUID() })).toBeUndefined();
    expect(asked).toEqual([]);
  });

  test('forgets a password that IAM does not take, so that it locks nobody out', async () => {
    const before = session();
    const { ports, sessions } = world({}, wrongPassword);
    expect(await renew(ports, dev, before)).toMatch(/^IAM knows no such account/);
    expect(await sessions.get(dev)).not.toHaveProperty('password');
  });

  test('keeps the password where IAM only failed', async () => {
    const before = session();
    const { ports, sessions } = world({}, { kind: 'rejected', status: 503, body: {} });
    await sessions.set(dev, before);
    expect(await renew(ports, dev, before)).toMatch(/^IAM failed \(503\)/);
    expect(await sessions.get(dev)).toEqual(before);
  });
});
