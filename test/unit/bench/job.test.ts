import { expect, test } from 'vitest';
import { benchmarkJob } from '../../bench/job.ts';
import { reducedSizes, sizes } from '../../bench/sizes.ts';
import { parse } from '../../../language/src/documents/parse.ts';
import { diagnostics } from '../../../language/src/features/diagnostics.ts';
import { documentOf } from '../../support/cursor.ts';

test.each([2e3, 1e5, 1e6])('a job of %i bytes has about that size', (bytes) => {
  const { length } = benchmarkJob(bytes).text;
  expect(Math.abs(length / bytes - 1)).toBeLessThan(0.05);
});

test.each([2e3, 1e5])('the places in a job of %i bytes are what they are named for', (bytes) => {
  const { text, value, hovered, property } = benchmarkJob(bytes);
  const document = documentOf(text);
  const lineTo = (end: typeof value): string => document.getText({ start: { line: end.line, character: 0 }, end });
  expect(lineTo(value).trim()).toBe('"principal_type": "USE');
  expect(lineTo(hovered).trim()).toBe('"principal');
  expect(document.getText(property)).toBe('"principal_name": "the_middle"');
});

test('the unfinished value is the only error of a small job; a big one has too many locations beside', () => {
  const rulesBroken = (text: string): unknown[] =>
    diagnostics(documentOf(text), parse(text)).flatMap(({ severity, code }) => (severity === 1 ? [code] : []));
  expect(rulesBroken(benchmarkJob(2e3).text)).toEqual(['unknown-value']);
  expect(rulesBroken(benchmarkJob(1e5).text)).toEqual(['too-many-items', 'unknown-value']);
});

test('what is typed is taken back: the requests of a round are even in number', () => {
  expect([...sizes, ...reducedSizes].filter(({ requests }) => requests % 2 > 0)).toEqual([]);
});
