import { describe, expect, test } from 'vitest';
import { secretNamesFrom } from '../../../../server/src/state/secretNames.ts';

describe('the names of secrets', () => {
  test('are those that a reference can have', () => {
    expect(secretNamesFrom({ names: ['HIVE_PASSWORD', 'a.b-c', '', 'a b', 'a}', '1a', 7, null] })).toEqual([
      'HIVE_PASSWORD',
      'a.b-c',
    ]);
  });

  test.each([[undefined], [null], ['a'], [['a']], [{}], [{ names: 'a' }], [{ names: { a: 1 } }]])(
    'are none: %j',
    (params) => {
      expect(secretNamesFrom(params)).toEqual([]);
    },
  );
});
