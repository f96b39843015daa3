import { describe, expect, test } from 'vitest';
import { isThrottled, isTokenFailure, readErrorBody, type ErrorBody } from '../../../../client/src/api/errors.ts';
import { documented } from '../../../service/answers.ts';

describe('an error body', () => {
  test('has the common code beside the code', () => {
    const body = { error_code: 'lakeformation.00099999', error_msg: 'm', common_error_code: 'common.00000408' };
    expect(readErrorBody(body)).toMatchObject({ code: 'lakeformation.00099999', commonCode: 'common.00000408' });
  });

  test.each([[null], [''], [undefined]])('with the code %j has the common code alone', (code) => {
    expect(readErrorBody({ error_code: code, common_error_code: 'common.00000500' })).toMatchObject({
      code: undefined,
      commonCode: 'common.00000500',
    });
  });
});

describe('a refused credential', () => {
  const isRefusedBy = (status: number, body: ErrorBody): boolean => isTokenFailure({ kind: 'rejected', status, body });

  test.each([
    'X-Auth-Token is invalid in the request',
    'x-auth-token is invalid in the request.',
    'Incorrect token or token resolution failed',
    'The token must be updated',
    'Incorrect IAM authentication information: decrypt token fail',
    'Incorrect IAM authentication information: verify aksk signature fail',
  ])('is a 403 with "%s"', (message) => {
    expect(isRefusedBy(403, { message })).toBe(true);
  });

  test.each([
    'No permission to call the tokenization service',
    'The token bucket is empty',
    'The token must be updated by the owner of the catalog "token"',
    'no permission',
    undefined,
  ])('isn’t a 403 with "%s"', (message) => {
    expect(isRefusedBy(403, { code: '403', message })).toBe(false);
  });

  test.each(['APIG.1002', 'APIGW.0301', 'lakeformation.00000015', 'lakeformation.00000021', 'lakeformation.00000023'])(
    'is a 400 with the code %s, as the code or the common one',
    (code) => {
      expect(isRefusedBy(400, { code })).toBe(true);
      expect(isRefusedBy(400, { code: 'lakeformation.00099999', commonCode: code })).toBe(true);
    },
  );

  test('is every 401', () => {
    expect(isRefusedBy(401, {})).toBe(true);
  });

  test('isn’t a lost connection', () => {
    expect(isTokenFailure({ kind: 'lost' })).toBe(false);
  });

  test('is in the examples of the API reference', () => {
    for (const { status, body } of [documented.unauthorized, documented.forbidden]) {
      expect(isRefusedBy(status, readErrorBody(body))).toBe(true);
    }
  });
});

test('a throttled request has the gateway’s code, as the code or the common one', () => {
  expect(isThrottled({ kind: 'rejected', status: 400, body: { commonCode: 'APIGW.0308' } })).toBe(true);
  expect(isThrottled({ kind: 'rejected', status: 400, body: {} })).toBe(false);
});
