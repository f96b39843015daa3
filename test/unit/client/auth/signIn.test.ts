import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Session } from '../../../../client/src/auth/session.ts';
import { signIn } from '../../../../client/src/auth/signIn.ts';
import { dev } from '../../../support/connections.ts';
import { line, type Answers } from '../../../support/prompts.ts';
import { dayLater, fakeSignIn, wrongPassword } from '../../../support/signIn.ts';

describe('signing in', () => {
  test('with a token that is pasted, which is thought to be new', async () => {
    const token = randomUUID();
    const { services, sessions, prompts } = fakeSignIn({ picks: ['Paste a token'], secrets: [` ${token}\n`] });
    const session = { kind: 'token', token, expiry: { at: dayLater, isStated: false } };
    expect(await signIn(services, dev)).toEqual(session);
    expect(await sessions.get(dev)).toEqual(session);
    expect(prompts.shown).toEqual([
      'pick: Sign in to dev: IAM user, Access keys, Paste a token',
      line('secret', 'Sign in to dev', 'only to https://host'),
      'progress: Reading the instances of project p…',
      'info: Signed in with a token · project p · 2 instances.',
    ]);
  });

  test('with a token that is pasted into the list of ways', async () => {
    const token = randomUUID().repeat(3);
    const { services, prompts } = fakeSignIn({ picks: [token] });
    expect(await signIn(services, dev)).toMatchObject({ kind: 'token', token });
    expect(prompts.shown.join()).not.toContain(token);
  });

  test('as an IAM user: the password isn’t kept unless asked for', async () => {
    const [token, password] = [randomUUID(), randomUUID()];
    const answers = {
      picks: ['IAM user'],
      texts: ['company ', ' engineer'],
      secrets: [password],
    };
    const { services, sessions, secrets, prompts, asked } = fakeSignIn(answers, { token, expiresAt: dayLater - 7 });
    const expiry = { at: dayLater - 7, isStated: true };
    const session = { kind: 'user', domain: 'company', user: 'engineer', token, expiry, iamEndpoint: 'https://iam' };
    expect(await signIn(services, dev)).toEqual(session);
    expect(await sessions.get(dev)).toEqual(session);
    expect(asked).toEqual([{ domain: 'company', name: 'engineer', password }]);
    expect([...secrets.entries.values()].join()).not.toContain(password);
    expect(prompts.shown).toEqual([
      'pick: Sign in to dev: IAM user, Access keys, Paste a token',
      line('input', 'Sign in to dev', 'Account'),
      line('input', 'Sign in to dev', 'HUAWEI ID'),
      line('secret', 'engineer', 'only to https://iam'),
      'progress: Signing in to dev as engineer…',
      'progress: Reading the instances of project p…',
      line('info', 'Signed in as engineer · project p · 2 instances.', '[Keep Password]'),
    ]);
  });

  test('as an IAM user with a token without a stated end', async () => {
    const answers = { picks: ['IAM user'], texts: ['company', 'engineer'], secrets: [randomUUID()] };
    const { services } = fakeSignIn(answers, { token: randomUUID(), expiresAt: undefined });
    expect(await signIn(services, dev)).toMatchObject({ expiry: { at: dayLater, isStated: false } });
  });

  test('as an IAM user again: the names are there already, and the way comes first', async () => {
    const { services, prompts, asked } = fakeSignIn(
      {
        picks: ['IAM user', 'IAM user'],
        texts: ['company', 'engineer', '', ''],
        secrets: [randomUUID(), randomUUID()],
      },
      { token: randomUUID(), expiresAt: dayLater },
      { token: randomUUID(), expiresAt: dayLater },
    );
    await signIn(services, dev);
    await signIn(services, dev);
    expect(asked.map(({ domain, name }) => `${domain} ${name}`)).toEqual(['company engineer', 'company engineer']);
    expect(prompts.shown).toContain('pick: Sign in to dev: IAM user, Access keys, Paste a token');
  });

  test('as an IAM user with a wrong password: only the password is asked again', async () => {
    const [wrong, right] = [randomUUID(), randomUUID()];
    const body = { message: 'No such user' };
    const { services, prompts, asked } = fakeSignIn(
      { picks: ['IAM user'], texts: ['company', 'engineer'], secrets: [wrong, right] },
      { ...wrongPassword, body },
      { token: randomUUID(), expiresAt: dayLater },
    );
    expect(await signIn(services, dev)).toMatchObject({ kind: 'user' });
    expect(asked.map(({ password }) => password)).toEqual([wrong, right]);
    expect(prompts.shown).toContainEqual(
      expect.stringMatching(/^secret: .*Password of engineer.* \(Sign-in failed .* No such user\.\)$/),
    );
    expect(prompts.shown.join('\n')).not.toContain(wrong);
  });

  test('as an IAM user keeps the password when the button is pressed', async () => {
    const password = randomUUID();
    const { services, sessions } = fakeSignIn(
      {
        picks: ['IAM user'],
        texts: ['company', 'engineer'],
        secrets: [password],
        buttons: { 'Keep the password': 'Keep Password' },
      },
      { token: randomUUID(), expiresAt: dayLater },
    );
    await signIn(services, dev);
    await expect.poll(() => sessions.get(dev)).toHaveProperty('password', password);
  });

  test.each(['permanent', 'temporary'])('with %s access keys', async (kind) => {
    const [accessKey, secretKey, securityToken] = [
      randomUUID(),
      randomUUID(),
      kind === 'temporary' ? randomUUID() : '',
    ];
    const { services, sessions, prompts } = fakeSignIn({
      picks: ['Access keys'],
      texts: [accessKey],
      secrets: [secretKey, securityToken],
    });
    const session = { kind: 'accessKey', accessKey, secretKey, ...(securityToken !== '' && { securityToken }) };
    expect(await signIn(services, dev)).toEqual(session);
    expect(await sessions.get(dev)).toEqual(session);
    expect(prompts.shown.slice(1)).toEqual([
      line('input', 'dev', '(AK)'),
      line('secret', 'dev', '(SK)', 'https://host', 'never sent'),
      line('secret', 'dev', 'Security token'),
      'progress: Reading the instances of project p…',
      'info: Signed in with access keys · project p · 2 instances.',
    ]);
  });

  test('with access keys that are refused is reported at once, and they are asked again', async () => {
    const [accessKey, secretKey, correct] = [randomUUID(), randomUUID(), randomUUID()];
    const { services, service, secrets, prompts } = fakeSignIn({
      picks: ['Access keys'],
      texts: [accessKey],
      secrets: [secretKey, '', correct, ''],
    });
    service.refusal = { kind: 'rejected', status: 401, body: { code: 'APIGW.0301' } };
    expect(await signIn(services, dev)).toBeUndefined();
    expect(prompts.shown.at(-1)).toMatch(
      /^input: Sign in to dev\..* \(The access keys for connection "dev" weren’t accepted/,
    );
    expect(secrets.entries.size).toBe(0);
  });

  test('is kept if the read that verifies it fails for another reason, which is reported', async () => {
    const { services, service, sessions, prompts } = fakeSignIn({ picks: ['Paste a token'], secrets: [randomUUID()] });
    service.refusal = { kind: 'rejected', status: 403, body: {} };
    await signIn(services, dev);
    expect(await sessions.get(dev)).toBeDefined();
    expect(prompts.shown.at(-1)).toEqual(line('warn', 'Signed in with a token · project p.', 'verify', '(403)'));
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
    const { services, secrets } = fakeSignIn(answers);
    expect(await signIn(services, dev)).toBeUndefined();
    expect(secrets.entries.size).toBe(0);
  });

  test('with a locked secret storage lasts as long as the window, and is reported', async () => {
    const { services, secrets, sessions, prompts } = fakeSignIn({ picks: ['Paste a token'], secrets: [randomUUID()] });
    secrets.fails = true;
    const session = await signIn(services, dev);
    expect(await sessions.get(dev)).toEqual(session);
    expect(prompts.shown.at(-2)).toEqual(line('warn', 'secret storage', '"dev"', 'until this window closes'));
  });

  test('may be left out if the session is still usable', async () => {
    const usable: Session = { kind: 'token', token: randomUUID() };
    const { services, prompts } = fakeSignIn({ picks: ['Continue with the current session'] });
    expect(await signIn(services, dev, { reason: 'It ends.', usable })).toBe(usable);
    expect(prompts.shown).toEqual([
      'pick: Sign in to dev: IAM user, Access keys, Paste a token, Continue with the current session',
    ]);
  });
});
