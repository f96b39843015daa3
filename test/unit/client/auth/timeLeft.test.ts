import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Session } from '../../../../client/src/auth/session.ts';
import { endsSoon, timeLeft } from '../../../../client/src/auth/timeLeft.ts';

const token = randomUUID();
const securityToken = randomUUID();
const expiry = { at: 1_700_000_000_000, isStated: true };
const pasted: Session = { kind: 'token', token, expiry: { ...expiry, isStated: false } };
const user: Session = { kind: 'user', domain: 'company', user: 'engineer', token, expiry, iamEndpoint: 'https://iam' };
const keys = { kind: 'accessKey', accessKey: randomUUID(), secretKey: randomUUID() } as const;

const minute = 60_000;
const hour = 60 * minute;

describe('the time left, in words', () => {
  test.each([
    [24 * hour, '24 h 0 min left'],
    [23 * hour + 59 * minute + 59_999, '23 h 59 min left'],
    [hour, '1 h 0 min left'],
    [hour - 1, '59 min left'],
    [minute, '1 min left'],
    [minute - 1, 'less than a minute left'],
    [0, 'expired'],
    [-hour, 'expired'],
  ])('%i ms before a stated end: %s', (left, words) => {
    expect(timeLeft(user, expiry.at - left)).toBe(words);
  });

  test.each<[string, Session, string]>([
    ['an end that is not stated', pasted, 'at most 2 h 5 min left'],
    ['an end that is not known', { kind: 'token', token }, 'unknown expiry'],
    ['access keys', keys, 'access keys'],
    ['temporary access keys', { ...keys, securityToken }, 'temporary access keys'],
  ])('%s', (_, session, words) => {
    expect(timeLeft(session, expiry.at - 2 * hour - 5 * minute)).toBe(words);
  });
});

describe('a session ends soon', () => {
  test.each([
    [5 * minute, false],
    [5 * minute - 1, true],
    [-hour, true],
  ])('%i ms before its end: %s', (left, soon) => {
    expect(endsSoon(user, expiry.at - left)).toBe(soon);
  });

  test.each<[string, Session]>([
    ['a token of unknown age', { kind: 'token', token }],
    ['access keys', keys],
    ['temporary access keys', { ...keys, securityToken }],
  ])('never, as far as is known: %s', (_, session) => {
    expect(endsSoon(session, Number.MAX_SAFE_INTEGER)).toBe(false);
  });
});
