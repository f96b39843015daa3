import { describe, expect, it, test } from 'vitest';
import { logPlaces } from '../../../../../client/src/jobs/log/logPlaces.ts';
import { logText } from '../../../../../client/src/jobs/log/logText.ts';

const job = `{
  "name": "hive_to_lake",
  "parameter": {
    "metadata_migration_parameter": {
      "target_catalog": "lake_house",
      "locations": [{ "key": "hdfs://hive/sales", "value": "obs://lake/sales" }]
    }
  }
}`;

/** The words of a log that are linked, with the line of the job that each leads to. */
function linked(log: string): string[] {
  return logPlaces(log, job).map(
    ({ line, character, length, place }) =>
      `${log.split('\n')[line]?.slice(character, character + length) ?? ''} → ${job.split('\n')[place.line]?.slice(place.character) ?? ''}`,
  );
}

describe('a line about an error', () => {
  it.each([
    ['a value', "ERROR Catalog 'lake_house' not found", 'lake_house → "lake_house",'],
    ['a path', 'FATAL Failed to write obs://lake/sales: access denied', 'obs://lake/sales → "obs://lake/sales" }]'],
    ['a property', 'ERROR target_catalog must not be null', 'target_catalog → "target_catalog": "lake_house",'],
  ])('links %s', (_, line, link) => {
    expect(linked(`INFO begin\n${line}\nINFO end`)).toEqual([link]);
  });

  it('without a name of the job has no link', () => {
    expect(linked('ERROR connect timed out')).toEqual([]);
  });
});

test('a line that is about no error has no link', () => {
  expect(linked('INFO Writing to obs://lake/sales')).toEqual([]);
});

test('of many lines, the last are linked', () => {
  const log = "ERROR Catalog 'lake_house' not found\n".repeat(1_000);
  const places = logPlaces(log, job);
  expect(places).toHaveLength(200);
  expect(places.at(-1)?.line).toBe(999);
});

describe('the text of a log', () => {
  it.each([
    ['an empty log', { text: '', leftOut: 0 }, {}, 'The log is empty.\n'],
    ['a log', { text: 'one\ntwo\n', leftOut: 0 }, {}, 'one\ntwo\n'],
    [
      'a log without its beginning',
      { text: 'two\n', leftOut: 1_572_864 },
      {},
      '… The first 1.5 MB of the log are left out.\ntwo\n',
    ],
    ['no log', undefined, { problem: 'Couldn’t update the log.' }, 'Couldn’t update the log.\n'],
    ['a log that can’t be read any more', { text: 'one\n', leftOut: 0 }, { problem: 'Why.' }, 'one\nWhy.\n'],
    ['nothing yet', undefined, {}, ''],
  ])('shows %s', (_, log, remarks, text) => {
    expect(logText(log, remarks)).toBe(text);
  });
});
