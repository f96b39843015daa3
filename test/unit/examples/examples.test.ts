import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from '../../../language/src/documents/parse.ts';
import { diagnostics } from '../../../language/src/features/diagnostics.ts';
import { documentOf } from '../../support/cursor.ts';

const folder = new URL('../../../examples/', import.meta.url);
const jobs = readdirSync(folder).filter((name) => name.endsWith('.lfjob.json'));

test.each(jobs)('the example %s has no problem', (name) => {
  const text = readFileSync(new URL(name, folder), 'utf8');
  expect(diagnostics(documentOf(text), parse(text))).toEqual([]);
});

test('there is an example of each type', () => {
  const types = jobs.map((name) => /"type": "(\w+)"/.exec(readFileSync(new URL(name, folder), 'utf8'))?.[1]);
  expect(types.sort()).toEqual(['METADATA_DISCOVERY', 'METADATA_MIGRATION', 'PERMISSION_MIGRATION']);
});
