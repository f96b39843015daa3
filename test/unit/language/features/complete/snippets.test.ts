import { describe, expect, test } from 'vitest';
import { InsertTextFormat } from 'vscode-languageserver-types';
import snippets from '../../../../../snippets/lfjob.json' with { type: 'json' };
import { accepted, alone, itemLabelled, itemsAtCursor, withSnippets } from '../../../../support/completion.ts';
import { atCursor } from '../../../../support/cursor.ts';
import { snippetText } from '../../../../support/snippetText.ts';

const connected = { ...alone, connection: { name: 'dev', instanceId: '0f1e2d3c-42b8-4947-b20b-adfc53981a25' } };

describe('a whole job', () => {
  test.each([
    ['METADATA_MIGRATION', 'Metadata migration job'],
    ['METADATA_MIGRATION (all properties)', 'Metadata migration job (full)'],
    ['PERMISSION_MIGRATION', 'Permission migration job'],
    ['PERMISSION_MIGRATION (all properties)', 'Permission migration job (full)'],
    ['METADATA_DISCOVERY', 'Metadata discovery job'],
    ['METADATA_DISCOVERY (all properties)', 'Metadata discovery job (full)'],
  ] as const)('%s is the snippet "%s", its places and choices included', (label, name) => {
    const item = itemLabelled(itemsAtCursor('|'), label);
    const body = snippets[name].body.slice(0, -1).join('\n').replaceAll('\t', '  ');
    expect(item.insertTextFormat).toBe(InsertTextFormat.Snippet);
    expect(snippetText(item.textEdit?.newText ?? '')).toBe(snippetText(body));
    expect(stops(item.textEdit?.newText ?? '')).toEqual(stops(body));
  });

  test.each(['|', 'lf-|', 'METADATA_DISC|'])('is found by its type and by the prefix of its snippet: %s', (marked) => {
    const item = itemLabelled(itemsAtCursor(marked), 'METADATA_DISCOVERY');
    expect(item.filterText).toBe('lf-metadata-discovery METADATA_DISCOVERY');
  });

  test('has the instance of the connection', () => {
    const item = itemLabelled(itemsAtCursor('|', withSnippets, connected), 'METADATA_DISCOVERY');
    expect(item.textEdit?.newText).toContain('"instance_id": "${8:0f1e2d3c-42b8-4947-b20b-adfc53981a25}"');
  });

  test('is offered in an empty document only', () => {
    expect(itemsAtCursor('{|}').map(({ label }) => label)).not.toContain('METADATA_DISCOVERY');
    expect(itemsAtCursor('{} |')).toEqual([]);
  });
});

describe('a schedule', () => {
  const marked = '{\n  "parameter": {\n    "metadata_discovery_parameter": {\n      |\n    }\n  }\n}';

  test('is offered behind its first property, in a block without one', () => {
    const items = itemsAtCursor(marked).filter(({ label }) => label === 'execute_strategy');
    expect(items.map(({ labelDetails }) => labelDetails?.detail)).toEqual([undefined, ' (with a daily schedule)']);
    expect(accepted(atCursor(marked).document.getText(), items[1] ?? { label: '' })).toContain(
      snippets.Schedule.body.map((line) => snippetText(line)).join('\n      '),
    );
  });

  test.each([
    '{ "parameter": { "metadata_discovery_parameter": { "execute_hour": "2", | } } }',
    '{ "parameter": { "metadata_discovery_parameter": { "execut|": "MANNUAL" } } }',
  ])('isn’t offered in %s', (text) => {
    const details = itemsAtCursor(text).map(({ labelDetails }) => labelDetails?.detail);
    expect(details).not.toContain(' (with a daily schedule)');
  });
});

/** The placeholders of a snippet, each with its number. */
function stops(snippet: string): string[] {
  return snippet.match(/\$\{?\d+/g) ?? [];
}
