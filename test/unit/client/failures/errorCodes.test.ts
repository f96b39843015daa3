import { expect, test } from 'vitest';
import { errorCode } from '../../../../client/src/failures/errorCodes.ts';

const lakeFormation = 'https://support.huaweicloud.com/intl/en-us/api-lakeformation/ErrorCode.html';
const gateway = 'https://support.huaweicloud.com/intl/en-us/devg-apisign/api-sign-errorcode.html';

test.each([
  ...[
    '02',
    '03',
    '04',
    '05',
    '06',
    '07',
    '08',
    '09',
    '10',
    '11',
    '12',
    '13',
    '14',
    '16',
    '19',
    '20',
    '21',
    '22',
    '23',
  ].map((digits) => `lakeformation.000000${digits}`),
  ...['00010122', '00010123', '00010124'].map((digits) => `lakeformation.${digits}`),
])('%s has a sentence and the page of LakeFormation', (code) => {
  expect(errorCode(code)?.sentence).toMatch(/\.$/);
  expect(errorCode(code)?.page).toBe(lakeFormation);
});

test.each(['0101', '0103', '0106', '0202', '0308'])('APIG.%s and APIGW.%s are the same', (digits) => {
  expect(errorCode(`APIG.${digits}`)?.sentence).toMatch(/\.$/);
  expect(errorCode(`APIG.${digits}`)).toEqual(errorCode(`APIGW.${digits}`));
  expect(errorCode(`APIG.${digits}`)?.page).toBe(gateway);
});

test.each([
  'common.01000001',
  'common.00000408',
  'common.00000500',
  'lakeformation.00000001',
  'lakeformation.00000015',
  'APIGW.0201',
  'APIGW.0301',
  'APIG.1002',
])('%s means the same as the status, and has a page', (code) => {
  expect(errorCode(code)).toEqual({ page: code.startsWith('APIG') ? gateway : lakeFormation });
});

test.each([undefined, '', '403', 'lakeformation.99999999', 'APIG.9999', 'other.00000003', 'xlakeformation.00000003'])(
  '%j isn’t in the lists',
  (code) => {
    expect(errorCode(code)).toBeUndefined();
  },
);
