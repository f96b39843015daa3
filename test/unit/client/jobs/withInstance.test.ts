import { expect, test } from 'vitest';
import { withInstance } from '../../../../client/src/jobs/withInstance.ts';

const zero = '00000000-0000-0000-0000-000000000000';

function discovery(instanceId: string): string {
  return `{ "parameter": { "metadata_discovery_parameter": { "instance_id": "${instanceId}" } } }`;
}

test.each([
  ['the instance of a sample is replaced', discovery(zero), discovery('mine')],
  ['that of a job with a mistake, too', `${discovery(zero)},`, `${discovery('mine')},`],
  ['another instance stays', discovery('another'), discovery('another')],
])('%s', (_, sample, expected) => {
  expect(withInstance(sample, { instanceId: 'mine' })).toBe(expected);
});

test('without a connection, a sample stays unchanged', () => {
  expect(withInstance(discovery(zero), undefined)).toBe(discovery(zero));
});
