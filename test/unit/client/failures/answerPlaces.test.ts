import { describe, expect, test } from 'vitest';
import { afterEdit, answerPlaces } from '../../../../client/src/failures/answerPlaces.ts';
import { startCounting } from '../../../support/executedBlocks.ts';

const job = `{
  "name": "nightly",
  "type": "METADATA_MIGRATION",
  "parameter": {
    "metadata_migration_parameter": {
      "datasource_parameter": { "username": "default", "password": "Hidden_1" },
      "source_catalog": "hive",
      "target_catalog": "lake_1",
      "conflict_strategy": "UPSERT",
      "locations": [
        { "key": "oss://a/b", "value": "obs://c/d" },
        { "key": "oss://e", "value": "obs://c/d" }
      ],
      "header": true,
      "table_depth": 123
    }
  }
}`;

/** The texts of the places, with their lines. */
function found(message: string, text = job): string[] {
  return answerPlaces(message, text).map(({ offset, length }) => {
    const line = text.slice(0, offset).split('\n').length;
    return `${line}: ${text.slice(offset, offset + length)}`;
  });
}

describe('an answer names', () => {
  test.each([
    ['a property', 'source_catalog must not be null', ['7: "source_catalog"']],
    ['a property at the end of a sentence', 'check source_catalog.', ['7: "source_catalog"']],
    ['a property in quotes that is an ordinary word', "'type' is not supported", ['3: "type"']],
    ['a property before a colon', 'name: size must be between 4 and 255', ['2: "name"']],
    ['a property by its path', 'parameter.metadata_migration_parameter.locations[1].key: not found', ['12: "key"']],
    [
      'a property by a path with its root',
      '$.parameter.metadata_migration_parameter.header is wrong',
      ['14: "header"'],
    ],
    ['a property by the end of its path', 'locations[0].value is wrong', ['11: "value"']],
    ['each of several properties', '[key] is wrong', ['11: "key"', '12: "key"']],
    ['a value', 'Catalog lake_1 does not exist', ['8: "lake_1"']],
    ['a value in quotes that is an ordinary word', 'user "default" does not exist', ['6: "default"']],
    ['a value after the last word of its property', 'Catalog hive does not exist', ['7: "hive"']],
    ['a value after its property, which is an ordinary word', 'a job with name nightly exists', ['2: "nightly"']],
    ['an address', 'oss://a/b cannot be read', ['11: "oss://a/b"']],
    ['a value of several properties', 'obs://c/d is not empty', ['11: "obs://c/d"', '12: "obs://c/d"']],
    ['a property and its value', 'conflict_strategy UPSERT is not supported', ['9: "UPSERT"']],
    ['a value of a property that is named', "value 'obs://c/d' of locations[0].value", ['11: "value"']],
    ['a number in quotes', "'123' is too deep", ['15: 123']],
  ])('%s: %s', (_, message, places) => {
    expect(found(message)).toEqual(places);
  });

  test.each([
    'failed to read http request, please check your input, code: 400, reason: Type mismatch., cause: TypeMismatchException',
    'internal error',
    'The default value of this type has no key',
    'hive metastore is not available',
    'database hive does not exist',
    'the hive catalog',
    'Hidden_1 is not the password of "Hidden_1"',
    '123 errors',
    'another_property is wrong',
    '',
    '...',
    "'' [] $ $.",
  ])('nothing: %s', (message) => {
    expect(found(message)).toEqual([]);
  });

  test('too many places: the first', () => {
    const text = JSON.stringify(Array.from({ length: 11 }, () => ({ the_key: 1 })));
    expect(found('the_key', text)).toHaveLength(1);
  });

  test.each(['{"password":{"value":"Hidden_1"}}', '{"password":["Hidden_1"]}', '{"password":[123]}'])(
    'no secret within a property: %s',
    (text) => {
      expect(found("'Hidden_1' or '123' is wrong", text)).toEqual([]);
    },
  );

  test('a property at the end of several paths', () => {
    expect(found('locations[1].key and locations[0].key', job)).toEqual(['11: "key"', '12: "key"']);
  });

  test('what the beginning of a long message names, and doesn’t read on', () => {
    const filler = "'[“".repeat(100_000);
    expect(found(`source_catalog ${filler}`)).toEqual(['7: "source_catalog"']);
    expect(found(`${filler} source_catalog`)).toEqual([]);
  });

  test('nothing in a text that is too large to be looked through at once', () => {
    const ofSize = (size: number): string => `{"source_catalog":"${'x'.repeat(size - 21)}"}`;
    expect(found('source_catalog is wrong', ofSize(1024 * 1024))).toHaveLength(1);
    expect(found('source_catalog is wrong', ofSize(1024 * 1024 + 1))).toEqual([]);
  });

  test('places also in a text that isn’t JSON any more', () => {
    expect(found('source_catalog', '{"source_catalog": ')).toEqual(['1: "source_catalog"']);
  });
});

test('the places take twice as many steps in twice as much text, and as many for a longer message', async () => {
  const executedBlocks = await startCounting();
  const locations = (count: number): string =>
    JSON.stringify({
      locations: Array.from({ length: count }, (_, index) => ({ key: `oss://${index}`, value: 'obs://a' })),
    });
  const steps = async (lines: number, text: string): Promise<number> =>
    executedBlocks(() => answerPlaces("\tat com.example.Job['key'].run(Job.java:1)\n".repeat(lines), text));
  const [small, large] = [locations(1000), locations(2000)];
  const first = await steps(1000, small);
  expect((await steps(1000, large)) / first).toBeLessThan(2.1);
  expect((await steps(2000, small)) / first).toBeLessThan(1.1);
});

test.each([
  ['before it', { offset: 0, length: 1, inserted: 3 }, [{ offset: 12, length: 5 }]],
  ['behind it', { offset: 16, length: 1, inserted: 3 }, [{ offset: 10, length: 5 }]],
  ['in it', { offset: 12, length: 0, inserted: 1 }, []],
  ['at its beginning', { offset: 9, length: 1, inserted: 0 }, []],
  ['at its end', { offset: 15, length: 0, inserted: 1 }, []],
  ['over it', { offset: 0, length: 100, inserted: 0 }, []],
])('after an edit %s', (_, edit, left) => {
  expect(afterEdit([{ offset: 10, length: 5 }], edit)).toEqual(left);
});
