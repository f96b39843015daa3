import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { errorsOf } from '../../../../client/src/secrets/errorsOf.ts';
import { jobWithProperties } from '../../../support/jobs.ts';

const secret = randomUUID();

test.each([
  ['a job without a mistake', jobWithProperties('job', '"name": "nightly"'), {}, []],
  ['a value outside its enumeration', jobWithProperties('job', '"type": "NIGHTLY"'), {}, ['$.type']],
  ['a name of another form', jobWithProperties('job', '"name": "nightly job"'), {}, ['$.name']],
  ['a rule that is off', jobWithProperties('job', '"name": "nightly job"'), { 'wrong-form': 'off' }, []],
  ['a warning', jobWithProperties('parameter', '"unknown": 1'), {}, []],
  [
    'a warning that is an error',
    jobWithProperties('parameter', '"unknown": 1'),
    { 'unknown-property': 'error' },
    ['$.parameter.unknown'],
  ],
  [
    'a secret, however it is looked at in a document',
    jobWithProperties('datasource_parameter', `"password": "${secret}"`),
    { 'plaintext-secret': 'error' },
    [],
  ],
  [
    'a secret that looks like a reference',
    jobWithProperties('datasource_parameter', `"password": "a\${${secret}"`),
    {},
    [],
  ],
  ['${ in a name', jobWithProperties('job', '"name": "a${env:B}"'), {}, ['$.name']],
])('%s', (_, body, rules, paths) => {
  expect(errorsOf(body, rules).map(({ path }) => path)).toEqual(paths);
});
