import { describe, expect, test } from 'vitest';
import { parse } from '../../../../language/src/documents/parse.ts';
import { fixAllKind } from '../../../../language/src/features/codeActions.ts';
import { diagnostics } from '../../../../language/src/features/diagnostics.ts';
import { itemsAt } from '../../../support/completion.ts';
import { documentOf } from '../../../support/cursor.ts';
import { startCounting } from '../../../support/executedBlocks.ts';
import { jobWithProperties } from '../../../support/jobs.ts';
import { actionsFor } from '../../../support/lightBulb.ts';

function diagnose(text: string): void {
  diagnostics(documentOf(text), parse(text));
}

function listed(count: number, element: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => element(index)).join(',');
}

/** Documents that a hostile or broken tool could write, by their size. */
const documents: readonly (readonly [string, (size: number) => string])[] = [
  ['unknown properties', (size) => `{${listed(size, (index) => `"unknown_${index}":1`)}}`],
  ['unknown properties in a block', (size) => discovery(listed(size, (index) => `"data_loc_${index}":1`))],
  ['misspelled values', (size) => migration(`"sync_objects":[${listed(size, () => '"TABEL"')}]`)],
  ['duplicate properties', (size) => `{${listed(size, () => '"name":"a"')}}`],
  ['repeated elements', (size) => migration(`"sync_objects":[${listed(size, () => '"TABLE"')}]`)],
  ['principals of one name', (size) => discovery(`"principals":[${listed(size, () => '{"principal_name":"a"}')}]`)],
  [
    'rules for the same path',
    (size) => migration(`"locations":[${listed(size, () => '{"key":"a","value":"obs://b"}')}]`),
  ],
  ['a path of slashes', (size) => migration(`"locations":[{"key":"${'/'.repeat(size)}","value":"obs://b"}]`)],
  ['a path of folders', (size) => migration(`"locations":[{"key":"${'a/'.repeat(size)}","value":"obs://b"}]`)],
  ['a long wrong value', (size) => `{"type":"${'x'.repeat(size)}"}`],
  ['secrets', (size) => listed(size, (index) => `"password":"secret${index}"`)],
  ['references', (size) => `{"name":"${'${x'.repeat(size)}"}`],
  ['missing commas', (size) => `[${'1 '.repeat(size)}]`],
  ['surplus commas', (size) => `[1${','.repeat(size)}]`],
  ['names without colons', (size) => `{${'"a" '.repeat(size)}}`],
  ['brackets that do not match', (size) => `[${'1},'.repeat(size)}1]`],
  ['typographic quotes where a value is missing', (size) => `{"name":${'“ '.repeat(size)}`],
  ['typographic quotes', (size) => '“'.repeat(size)],
  ['properties in typographic quotes', (size) => `{${listed(size, (index) => `“a${index}”:“b”`)}}`],
  [
    'long words without quotes',
    (size) => `{"parameter":{"metadata_discovery_parameter":{"principals":[${`${'组'.repeat(20)}，`.repeat(size)}`,
  ],
  ['single quotes', (size) => `[${listed(size, () => "'a'")}]`],
  ['comments', (size) => `[${'1,/* a */'.repeat(size)}1]`],
];

function migration(properties: string): string {
  return jobWithProperties('metadata_migration_parameter', properties);
}

function discovery(properties: string): string {
  return jobWithProperties('metadata_discovery_parameter', properties);
}

const executedBlocks = await startCounting();

describe.each(documents)('%s', (_, textOf) => {
  test.each([
    ['diagnostics', diagnose],
    ['completion at the end', (text: string) => void itemsAt(text, text.length)],
    ['the light bulb', (text: string) => void actionsFor(text)],
    ['Fix All', (text: string) => void actionsFor(text, { snippetEdits: false, only: [fixAllKind] })],
  ])('cost twice as much for %s when there are twice as many', { timeout: 60_000 }, async (_, run) => {
    const small = await executedBlocks(() => run(textOf(1000)));
    const large = await executedBlocks(() => run(textOf(2000)));
    expect(large / small).toBeLessThan(2.5);
  });
});
