import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { errorsOf } from '../../../../client/src/secrets/errorsOf.ts';
import { jobWithMembers } from '../../../support/jobs.ts';

const secret = randomUUID();

test.each([
  ['a job without a mistake', jobWithMembers('job', '"name": "nightly"'), {}, []],
  ['a value outside its enumeration', jobWithMembers('job', '"type": "NIGHTLY"'), {}, ['$.type']],
  ['a name of another form', jobWithMembers('job', '"name": "nightly job"'), {}, ['$.name']],
  ['a rule that is off', jobWithMembers('job', '"name": "nightly job"'), { 'wrong-form': 'off' }, []],
  ['a warning', jobWithMembers('parameter', '"unknown": 1'), {}, []],
  [
    'a warning that is an error',
    jobWithMembers('parameter', '"unknown": 1'),
    { 'unknown-member': 'error' },
    ['$.parameter.unknown'],
  ],
  [
    'a secret, however it is looked at in a document',
    jobWithMembers('datasource_parameter', `"password": "${secret}"`),
    { 'plaintext-secret': 'error' },
    [],
  ],
  [
    'a secret that looks like a reference',
    jobWithMembers('datasource_parameter', `"password": "a\${${secret}"`),
    {},
    [],
  ],
  ['${ in a name', jobWithMembers('job', '"name": "a${env:B}"'), {}, ['$.name']],
])('%s', (_, body, rules, paths) => {
  expect(errorsOf(body, rules).map(({ path }) => path)).toEqual(paths);
});
