import { describe, expect, test } from 'vitest';
import type { InlayHint } from 'vscode-languageserver-types';
import { parse } from '../../../../language/src/documents/parse.ts';
import { inlayHints } from '../../../../language/src/features/inlayHints.ts';
import { documentOf } from '../../../support/cursor.ts';

/** The hints in a part of a text, the whole by default. */
function hintsIn(text: string, from = 0, to = text.length): InlayHint[] {
  const document = documentOf(text);
  const range = { start: document.positionAt(from), end: document.positionAt(to) };
  return inlayHints(document, parse(text), range);
}

/** A text with its hints where the editor shows them: `"DAILY" ‹every day at 02:15›`. */
function shown(text: string): string {
  const document = documentOf(text);
  return hintsIn(text).reduceRight((result, { position, label, paddingLeft }) => {
    const offset = document.offsetAt(position);
    return `${result.slice(0, offset)}${paddingLeft === true ? ' ' : ''}‹${typeof label === 'string' ? label : ''}›${result.slice(offset)}`;
  }, text);
}

const discovery = (properties: string): string =>
  `{ "parameter": { "metadata_discovery_parameter": { ${properties} } } }`;
const schedule = (properties: string): string => discovery(`"execute_strategy": "SCHEDULE", ${properties}`);

describe('the schedule in words is shown behind the frequency', () => {
  test.each([
    [
      '"execute_frequency": "DAILY", "execute_day": "*", "execute_hour": "2", "execute_minute": "15"',
      '"execute_frequency": "DAILY" ‹every day at 02:15›, "execute_day": "*", "execute_hour": "2", "execute_minute": "15"',
    ],
    [
      '"execute_minute": 0, "execute_hour": 6, "execute_day": 31, "execute_frequency": "MONTHLY" // by hand',
      '"execute_minute": 0, "execute_hour": 6, "execute_day": 31, "execute_frequency": "MONTHLY" ‹every month on day 31 at 06:00; not in February, April, June, September, or November› // by hand',
    ],
    [
      '"execute_frequency":"HOURLY","execute_day":"*","execute_hour":"*","execute_minute":"05"',
      '"execute_frequency":"HOURLY" ‹every hour at minute 5›,"execute_day":"*","execute_hour":"*","execute_minute":"05"',
    ],
    [
      '"execute_frequency": "WEEKLY", "execute_day": "7", "execute_hour": "2", "execute_minute": "15"',
      '"execute_frequency": "WEEKLY" ‹every week on day 7 at 02:15›, "execute_day": "7", "execute_hour": "2", "execute_minute": "15"',
    ],
  ])('%s', (properties, hinted) => {
    expect(shown(`${schedule(properties)}\n`)).toBe(`${schedule(hinted)}\n`);
  });
});

describe('there is no schedule to show', () => {
  test.each([
    ['without a minute', schedule('"execute_frequency": "DAILY", "execute_day": "*", "execute_hour": "2"')],
    [
      'with a day that is a reference',
      schedule('"execute_frequency": "MONTHLY", "execute_day": "${env:DAY}", "execute_hour": 2, "execute_minute": 5'),
    ],
    [
      'with a day that no frequency has',
      schedule('"execute_frequency": "MONTHLY", "execute_day": 32, "execute_hour": 2, "execute_minute": 5'),
    ],
    [
      'with a day where none is due',
      schedule('"execute_frequency": "DAILY", "execute_day": "3", "execute_hour": "2", "execute_minute": "15"'),
    ],
    [
      'with an impossible day where none is due',
      schedule('"execute_frequency": "DAILY", "execute_day": "99", "execute_hour": "2", "execute_minute": "15"'),
    ],
    ['with another frequency', schedule('"execute_frequency": "YEARLY", "execute_minute": "15"')],
    [
      'for a job that is started by hand',
      discovery('"execute_frequency": "HOURLY", "execute_day": "*", "execute_hour": "*", "execute_minute": "15"'),
    ],
    ['in an empty document', ''],
    ['in a list', '[]'],
    ['where the text ends', '{ "parameter": { "metadata_discovery_parameter": { "execute_frequency":'],
  ])('%s', (_, text) => {
    expect(hintsIn(text)).toEqual([]);
  });
});

describe('the folders that become tables are shown behind the depth', () => {
  test.each([
    ['"obs://lake/raw"', '1', 'obs://lake/raw/table'],
    ['"obs://lake/raw"', '2', 'obs://lake/raw/*/table'],
    ['"obs://lake/raw/"', '3', 'obs://lake/raw/*/*/table'],
    ['"obs://lake/raw//"', '1', 'obs://lake/raw/table'],
    ['"har://lake/raw"', '10', `har://lake/raw${'/*'.repeat(9)}/table`],
  ])('%s at depth %s', (location, depth, label) => {
    expect(shown(discovery(`"data_location": ${location}, "table_depth": ${depth}`))).toBe(
      discovery(`"data_location": ${location}, "table_depth": ${depth} ‹${label}›`),
    );
  });
});

describe('there are no folders to show', () => {
  test.each([
    ['a reference', '"data_location": "obs://${env:BUCKET}/raw", "table_depth": 2'],
    ['no location', '"table_depth": 2'],
    ['an empty location', '"data_location": "", "table_depth": 2'],
    ['a location without a bucket', '"data_location": "obs://", "table_depth": 2'],
    ['a location of another type', '"data_location": 7, "table_depth": 2'],
    ['no depth', '"data_location": "obs://lake/raw"'],
    ['a depth of zero', '"data_location": "obs://lake/raw", "table_depth": 0'],
    ['a depth below zero', '"data_location": "obs://lake/raw", "table_depth": -1'],
    ['a fraction', '"data_location": "obs://lake/raw", "table_depth": 1.5'],
    ['a text', '"data_location": "obs://lake/raw", "table_depth": "2"'],
    ['a depth that no one reads', '"data_location": "obs://lake/raw", "table_depth": 11'],
  ])('%s', (_, properties) => {
    expect(hintsIn(discovery(properties))).toEqual([]);
  });
});

describe('only what is in the range is shown', () => {
  const text = schedule(
    '"execute_frequency": "HOURLY", "execute_minute": 5, "data_location": "obs://a/b", "table_depth": 1',
  );
  const behind = (part: string): number => text.indexOf(part) + part.length;

  test.each([
    ['the whole text', 0, text.length, 2],
    ['up to the frequency', 0, behind('"HOURLY"'), 1],
    ['up to before its end', 0, behind('"HOURLY"') - 1, 0],
    ['from the frequency’s end on', behind('"HOURLY"'), text.length, 2],
    ['from behind it on', behind('"HOURLY"') + 1, text.length, 1],
    ['nothing', 0, 0, 0],
  ])('%s', (_, from, to, count) => {
    expect(hintsIn(text, from, to)).toHaveLength(count);
  });
});
