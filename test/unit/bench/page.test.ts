import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { activationsIn, activationTable } from '../../bench/activation.ts';
import { comparisonChart, logarithmicAxis } from '../../bench/chart.ts';
import type { Comparison } from '../../bench/comparison.ts';
import { items } from '../../bench/items.ts';
import { sizes } from '../../bench/sizes.ts';
import { comparisonTable, figure } from '../../bench/table.ts';

const comparisons: Comparison[] = items.flatMap((item) =>
  item.id === 'edit' || item.id === 'memory'
    ? [{ item, size: '1 MB', ours: 12.34, json: 100, empty: 0.1, ratio: { median: 0.1234, min: 0.1, max: 0.2 } }]
    : [],
);

test('the table has a row a comparison', () => {
  expect(comparisonTable(comparisons)).toBe(
    [
      '|  | Job | LakeFormation Jobs | VS Code JSON | Empty server | Ratio (least–most) |',
      '| --- | --- | ---: | ---: | ---: | ---: |',
      '| Edit to diagnostics | 1 MB | 12.3 ms | 100 ms | 0.10 ms | **0.12** (0.10–0.20) |',
      '| Memory, document open | 1 MB | 12.3 MB | 100 MB | 0.10 MB | **0.12** (0.10–0.20) |',
      '',
    ].join('\n'),
  );
});

test.each([
  [0.034, '0.03'],
  [9.99, '9.99'],
  [9.996, '10.0'],
  [99.96, '100'],
  [355.4, '355'],
  [NaN, '–'],
])('the figure %d is written as %s', (value, text) => {
  expect(figure(value)).toBe(text);
});

describe('the chart', () => {
  test('has an axis of whole powers of ten around the values', () => {
    const { x, powers } = logarithmicAxis([0.2, 30], 100, 400);
    expect(powers).toEqual([0.1, 1, 10, 100]);
    expect([0.1, 1, 100].map(x)).toEqual([100, 200, 400]);
  });

  test('has a row a comparison, on an axis for the times and one for the memory', () => {
    const chart = comparisonChart(comparisons);
    expect(chart.match(/<circle class="ours" [^>]*><title>/g)).toHaveLength(2);
    expect(chart).toContain('>Edit to diagnostics</text>');
    expect(chart).toContain('<title>VS Code JSON: 100 MB</title>');
  });

  test('leaves out what couldn’t be measured, such as the memory if the system doesn’t report it', () => {
    const chart = comparisonChart(comparisons.map((row) => (row.item.unit === 'MB' ? { ...row, ours: NaN } : row)));
    expect(chart).not.toContain('Memory');
    expect(chart).not.toContain('NaN');
  });
});

test("the activation is read off the editor's report", () => {
  const report = [
    '## Extension Activation Stats',
    '',
    '| Extension                     | Eager | Load Code | Call Activate | Finish Activate | Event           | By |',
    '| ----------------------------- | ----- | --------- | ------------- | --------------- | --------------- | -- |',
    '| vscode.json-language-features | false | 95        | 0             | 264             | onLanguage:json | x  |',
    '| lfjob.lakeformation-jobs      | true  | 30        | 9             | 2               | *               | x  |',
    '',
    '| lfjob.lakeformation-jobs      | 179   | 12        |',
  ].join('\n');
  const activations = activationsIn(report);
  expect(Object.fromEntries(activations)).toEqual({
    'vscode.json-language-features': { load: 95, call: 0, finish: 264 },
    'lfjob.lakeformation-jobs': { load: 30, call: 9, finish: 2 },
  });
  expect(activationTable([activations]).split('\n')[2]).toBe(
    '| LakeFormation Jobs | `lfjob.lakeformation-jobs` | 30 ms (30–30) | 9 ms (9–9) | 2 ms (2–2) |',
  );
});

describe('docs/performance.md', () => {
  const docs = new URL('../../../docs/', import.meta.url);
  const page = readFileSync(new URL('performance.md', docs), 'utf8');

  test('has a row for each item and size that is measured now', () => {
    const measured = items.flatMap(({ title, smallestOnly }) =>
      sizes.filter((size) => size === sizes[0] || !smallestOnly).map(({ name }) => `| ${title} | ${name} |`),
    );
    expect(page.match(/^\| [^|]+ \| [\d]+ [KM]B \|/gm)).toEqual(measured);
  });

  test('links to what is there', () => {
    const links = Array.from(page.matchAll(/\]\((?!https?:)([^)#]+)/g), ([, link = '']) => link);
    expect(links).toContain('images/performance.svg');
    expect(links.filter((link) => !existsSync(new URL(link, docs)))).toEqual([]);
  });
});
