import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from '../../../../language/src/documents/parse.ts';
import { rules } from '../../../../language/src/rules/catalogue.ts';
import { check } from '../../../../language/src/rules/check.ts';
import { noEnvironment } from '../../../../language/src/rules/environment.ts';
import { readMarkedDocument, type MarkedDocument } from '../../../support/markedDocument.ts';

const folder = new URL('../../../fixtures/wrong/', import.meta.url);
const files = readdirSync(folder);
const read = (name: string): MarkedDocument => readMarkedDocument(readFileSync(new URL(name, folder), 'utf8'));

/** A finding in one line: what it is and the text that it marks. */
interface Marked {
  readonly severity: string;
  readonly code: string;
  readonly offset: number;
  readonly length: number;
}

const inWords = (text: string, findings: readonly Marked[]): string[] =>
  findings
    .map(
      ({ severity, code, offset, length }) => `${offset} ${severity} ${code} «${text.slice(offset, offset + length)}»`,
    )
    .sort();

describe('a wrong document has exactly the findings that are marked in it', () => {
  test.each(files)('%s', (name) => {
    const { text, expected } = read(name);
    const found = check(parse(text), noEnvironment).map((finding) => ({
      ...finding,
      offset: finding.span.offset,
      length: finding.span.length,
    }));
    expect(inWords(text, found)).toEqual(inWords(text, expected));
  });
});

test('there are enough of them', () => {
  expect(files.length).toBeGreaterThanOrEqual(200);
});

/** Rules with documents made by a test: too large to keep, or about what is outside of the document. */
const elsewhere = [
  ...['too-deep', 'too-large', 'unpaired-surrogate', 'instance-mismatch', 'repeated-job-name'],
  ...['unknown-catalog', 'unknown-database', 'unknown-principal'],
];

test('every rule is broken by some of them', () => {
  const broken = new Set(files.flatMap((name) => read(name).expected.map(({ code }) => code)));
  expect([...broken, ...elsewhere].sort()).toEqual(Object.keys(rules).sort());
});
