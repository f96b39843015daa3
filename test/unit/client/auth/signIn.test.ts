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
    const { services, sessions, secrets, prompts, asked } = fakeSignIn(answers, { token, expiresAt: dayLater - 7 });
    const expiry = { at: dayLater - 7, isStated: true };
    const session = { kind: 'user', domain: 'company', user: 'engineer', token, expiry, iamEndpoint: 'https://iam' };
    expect(await signIn(services, dev)).toEqual(session);
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
    const { services } = fakeSignIn(answers, { token: randomUUID(), expiresAt: undefined });
    const session = await signIn(services, dev);
    expect(session).not.toHaveProperty('password');
    expect(session).toMatchObject({ expiry: { at: dayLater, isStated: false } });
  });

  test('as an IAM user again: who it was stands there already, and the way comes first', async () => {
    const { services, prompts, asked } = fakeSignIn(
      {
        picks: ['IAM user', 'Keep the password', 'IAM user', 'Ask for the password each time'],
        texts: ['company', 'engineer', '', ''],
        secrets: [randomUUID(), randomUUID()],
      },
      { token: randomUUID(), expiresAt: dayLater },
      { token: randomUUID(), expiresAt: dayLater },
    );
    expect(await signIn(services, dev)).toHaveProperty('password');
    expect(await signIn(services, dev)).not.toHaveProperty('password');
    expect(asked.map(({ domain, name }) => `${domain} ${name}`)).toEqual(['company engineer', 'company engineer']);
    expect(prompts.shown).toContain('pick: Sign in to dev: IAM user, Paste a token, Access keys');
  });

  test('as an IAM user whose password is wrong: it can be tried again', async () => {
    const [wrong, right] = [randomUUID(), randomUUID()];
    const body = { message: 'No such user' };
    const { services, prompts } = fakeSignIn(
      {
        picks: ['IAM user', 'Keep the password'],
        texts: ['company', 'engineer'],
        secrets: [wrong, right],
        buttons: { 'no such account': 'Try Again' },
      },
      { ...wrongPassword, body },
      { token: randomUUID(), expiresAt: dayLater },
    );
    expect(await signIn(services, dev)).toMatchObject({ kind: 'user', password: right });
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
    const { services, secrets } = fakeSignIn(answers);
    expect(await signIn(services, dev)).toBeUndefined();
    expect(secrets.entries.size).toBe(0);
  });

  test('where the secret storage is locked lasts as long as the window, and is told', async () => {
    const { services, secrets, sessions, prompts } = fakeSignIn({ picks: ['Paste a token'], secrets: [randomUUID()] });
    secrets.fails = true;
    const session = await signIn(services, dev);
    expect(await sessions.get(dev)).toEqual(session);
    expect(prompts.shown.at(-1)).toEqual(line('warn', 'secret storage', '"dev"', 'until this window closes'));
  });

  test('anew may be left out where the session is still usable', async () => {
    const usable: Session = { kind: 'token', token: randomUUID() };
    const { services, prompts } = fakeSignIn({ picks: ['Go on as you are signed in'] });
    expect(await signIn(services, dev, { reason: 'It ends.', usable })).toBe(usable);
    expect(prompts.shown).toEqual([
      'pick: Sign in to dev: Paste a token, IAM user, Access keys, Go on as you are signed in',
    ]);
  });
});
