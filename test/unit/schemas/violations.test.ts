import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Range } from 'vscode-languageserver-types';
import { rangeOf, type Span } from '../../../language/src/documents/range.ts';
import { documentOf } from '../../support/cursor.ts';
import { allProperties, elementOf } from '../../support/jobSchema.ts';
import { readFields, type Field } from '../../support/schemaFields.ts';
import { departuresOf, legalChangesOf, pathOf, type Change, type Departure } from './departures.ts';
import { jobWith, spanOfKey, spanOfOwner, spanOfValue, valueIn, withValue, type Path } from './editedJob.ts';
import { noPatternTexts, patternKey, readPatternTexts } from './patternTexts.ts';
import { reportAt, reported } from './reported.ts';

const fixture = (name: string): string => readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8');
const fields = readFields(fixture('pageFields.tsv'));
const patternTexts = readPatternTexts(fixture('patternTexts.tsv'));

describe.each(fields)('$path', (field) => {
  const job = jobWith(pathOf(field));
  const value = valueIn(job, pathOf(field));
  const texts = patternTexts.get(patternKey(field)) ?? noPatternTexts;

  test.each(departuresOf(field, value, texts).map(titled))('$title: breaks $keywords', (departure) => {
    const changed = withValue(job, departure.path, departure.value);
    const expected = departure.keywords.map((keyword) =>
      reportAt(changed, spanOf(changed, departure), ruleOf(field, keyword), severityOf(field, departure, keyword)),
    );
    // A misspelt value asks already for what the right one will ask for.
    const isMisspelt = departure.keywords.includes('enum');
    const found = reported(changed).filter(({ code }) => !isMisspelt || code === 'unknown-value');
    expect(found).toEqual(expected);
  });

  test.each(legalChangesOf(field, value, texts).map(titled))('$title: is legal', (change) => {
    const changed = withValue(job, change.path, change.value);
    const range = change.value === undefined ? undefined : rangeOfValue(changed, change.path);
    const unwanted = reported(changed).filter(
      (report) => report.severity === 1 || isDeepStrictEqual(report.range, range),
    );
    expect(unwanted).toEqual([]);
  });
});

test('the patterns with texts are those of the table', () => {
  const patterns = fields.filter(({ pattern }) => pattern !== '').map(patternKey);
  expect([...patternTexts.keys()].sort()).toEqual([...new Set(patterns)].sort());
});

/** The job itself and every place of an object, that of an array by its first element. */
const objects = [
  [],
  ...fields.filter(({ type }) => type === 'object').map(pathOf),
  ...fields.filter(({ type }) => type === 'array of object').map((field) => [...pathOf(field), 0]),
].map((path) => ({ path, place: path.join('.') }));

test.each(objects)('an unknown property of the object at "$place" is a warning at its name', ({ path }) => {
  const unknown = [...path, 'no_such_property'];
  const changed = withValue(jobWith(path), unknown, 1);
  expect(reported(changed)).toEqual([
    reportAt(changed, spanOfKey(changed, unknown), 'additionalProperties', 'warning'),
  ]);
});

test.each([
  [4000, []],
  [4001, ['wrong-length']],
])('a character outside the basic plane counts once: %i of them', (length, codes) => {
  const changed = withValue(jobWith(['description']), ['description'], '🐟'.repeat(length));
  expect(reported(changed).map(({ code }) => code)).toEqual(codes);
});

function titled<T extends Change>(change: T): T & { readonly title: string } {
  return {
    ...change,
    title: change.value === undefined ? 'removed' : `${nameIn(change.path)} = ${shown(change.value)}`,
  };
}

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 50 ? `${text.slice(0, 30)}… (${text.length})` : text;
}

function nameIn(path: Path): string {
  const [last, previous] = [path.at(-1), path.at(-2)];
  return typeof last === 'number' ? `${previous}[${last}]` : String(last);
}

function rangeOfValue(text: string, path: Path): Range {
  return rangeOf(documentOf(text), spanOfValue(text, path));
}

/** A missing property is marked at the object that lacks it, all else at the value. */
function spanOf(text: string, { path, value }: Departure): Span {
  return value === undefined ? spanOfOwner(text, path.slice(0, -1)) : spanOfValue(text, path);
}

/**
 * The rule, or the keyword that has one rule: what only another property requires is reported by the rule of that
 * property.
 */
function ruleOf({ path = '', required }: Field, keyword: string): string {
  if (keyword !== 'required' || required === 'yes') return keyword;
  if (path.endsWith('_parameter')) return 'missing-block';
  if (/\.(subnet_ip|accepted_vpc_id)$/.test(path)) return 'missing-peering-property';
  if (path.endsWith('.catalog_id')) return 'missing-catalog-id';
  return path.endsWith('.execute_frequency') ? 'schedule-without-frequency' : 'missing-source-property';
}

/** As the schema softens it; a property that only another property's value asks for is a warning. */
function severityOf(field: Field, { path, isDoubtful }: Departure, keyword: string): string {
  if (isDoubtful === true) return 'warning';
  if (keyword === 'required') return field.required === 'yes' ? 'error' : 'warning';
  const schema = allProperties().find((property) => property.path === field.path)?.schema;
  const place = typeof path.at(-1) === 'number' ? schema && elementOf(schema) : schema;
  const isWider = keyword in (place?.['x-error'] ?? {});
  return isWider ? 'error' : (place?.['x-severity']?.[keyword] ?? 'error');
}
