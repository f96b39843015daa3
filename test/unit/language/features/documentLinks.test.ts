import { expect, test } from 'vitest';
import { documentLinks } from '../../../../language/src/features/documentLinks.ts';
import { parse } from '../../../../language/src/documents/parse.ts';
import { documentOf } from '../../../support/cursor.ts';

function links(text: string): string[] {
  const document = documentOf(text);
  return documentLinks(document, parse(text)).map(
    ({ range, target = '', tooltip = '' }) =>
      `${document.getText(range)} → ${tooltip} (${target.replace(/.*\/intl\/en-us\//, '')})`,
  );
}

test('the type leads to the page of the API, a block to its own page if it has one', () => {
  expect(
    links(
      '{ "type": "METADATA_DISCOVERY", "parameter": { "metadata_migration_parameter": {}, "permission_migration_parameter": {}, "metadata_discovery_parameter": {}, "smn_notify": true, "unknown": {} } }',
    ),
  ).toEqual([
    'METADATA_DISCOVERY → Creating a Job (api-lakeformation/CreateJobByInstance.html)',
    'metadata_migration_parameter → Migrating Metadata (usermanual-lakeformation/lakeformation_03_00032.html)',
    'permission_migration_parameter → Migrating Permissions (usermanual-lakeformation/lakeformation_03_00033.html)',
  ]);
});

test('no other text is a link, whatever it contains', () => {
  expect(
    links('{ "name": "https://example.com", "description": "type", "parameter": { "x": { "type": "Y" } } }'),
  ).toEqual([]);
});

test.each([
  ['', []],
  ['{', []],
  ['{ "type": ', []],
  ['{ "type": 7 }', []],
  ['{ "parameter": [{ "metadata_migration_parameter": {} }] }', []],
  ['{ "parameter": { "metadata_migration_parameter": ', []],
  ['{ "type": "", "parameter": {', [' → Creating a Job (api-lakeformation/CreateJobByInstance.html)']],
])('half written: %j', (text, expected) => {
  expect(links(text)).toEqual(expected);
});
