import { describe, expect, test } from 'vitest';
import type { Rejection } from '../../../../client/src/api/errors.ts';
import { iamFailureSentence } from '../../../../client/src/auth/iamFailureSentence.ts';
import { failureSentence } from '../../../../client/src/failures/failureSentence.ts';
import type { FailedRequest } from '../../../../client/src/failures/rejectionExplanation.ts';
import { dev } from '../../../support/connections.ts';

const sentence = (failure: Omit<Rejection, 'kind'>, request?: FailedRequest): string =>
  failureSentence({ kind: 'rejected', ...failure }, dev, request);

test.each([
  [undefined, 'Wait a moment, then'],
  [0, 'Wait 0 seconds, then'],
  [1, 'Wait 1 second, then'],
  [2, 'Wait 2 seconds, then'],
])('after too many requests, with a Retry-After of %s: %s', (retryAfter, words) => {
  const failure = { kind: 'rejected', status: 429, body: {}, retryAfter } as const;
  expect(failureSentence(failure, dev)).toContain(words);
  expect(iamFailureSentence(failure, dev)).toContain(words);
});

describe('the common error code', () => {
  test('is used where the code isn’t in the lists', () => {
    const common = { commonCode: 'lakeformation.00000003' };
    const known = sentence({ status: 400, body: { code: 'lakeformation.00000003' } });
    const [meaning = ''] = known.split(' The service reported');
    expect(sentence({ status: 400, body: { code: 'lakeformation.00099999', ...common } })).toContain(meaning);
    expect(sentence({ status: 400, body: common })).toContain(meaning);
  });

  test('doesn’t count if the code is more specific', () => {
    const body = { code: 'lakeformation.00000003', commonCode: 'lakeformation.00000004' };
    expect(sentence({ status: 400, body })).toBe(sentence({ status: 400, body: { code: body.code } }));
  });

  test('is shown if there is no other', () => {
    expect(sentence({ status: 400, body: { commonCode: 'common.01000001' } })).toContain('common.01000001');
  });
});

describe('a signature that the gateway doesn’t accept', () => {
  const minute = 60_000;
  const signed = (clockOffset: number | undefined, code = 'APIGW.0301'): string =>
    sentence({ status: 401, body: { code, message: 'signature expired' }, clockOffset }, { credential: 'accessKey' });

  test.each<[number, string]>([
    [-12 * minute, '12 minutes behind'],
    [12 * minute, '12 minutes ahead'],
    [-minute, '1 minute behind'],
    [-8 * 60 * minute, '8 hours behind'],
  ])('by a clock that is off by %i ms has the difference', (offset, difference) => {
    expect(signed(offset)).toContain(`clock is ${difference}.`);
    expect(signed(offset, 'APIG.0301')).toContain(`clock is ${difference}.`);
  });

  test.each([undefined, 0, 20_000, -20_000])('by a clock that is off by %s ms names no difference', (offset) => {
    expect(signed(offset)).not.toMatch(/behind|ahead/);
  });

  test('with another code names no difference', () => {
    expect(signed(-12 * minute, 'APIGW.9999')).not.toContain('behind');
  });

  test('names no difference where a token was sent', () => {
    const failure = { status: 401, body: { code: 'APIGW.0301' }, clockOffset: -12 * minute };
    expect(sentence(failure, { credential: 'token' })).not.toContain('behind');
  });
});
