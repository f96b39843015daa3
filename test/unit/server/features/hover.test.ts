import { describe, expect, test } from 'vitest';
import { hover } from '../../../../server/src/features/hover.ts';
import { atCursor } from '../../../support/cursor.ts';

function hoverText(marked: string): string | undefined {
  const { document, parsed, position } = atCursor(marked);
  const contents = hover(document, parsed, position, new Date(2026, 10, 24, 12, 0))?.contents;
  return typeof contents === 'object' && 'value' in contents ? contents.value : undefined;
}

const discovery = (members: string): string => `{ "parameter": { "metadata_discovery_parameter": { ${members} } } }`;

describe('the hover of a member', () => {
  test('has its text, the allowed values with the current one marked, and the default', () => {
    expect(hoverText(discovery('"execute_str|ategy": "SCHEDULE"'))).toBe(
      [
        '**execute_strategy** · optional · a text in double quotes',
        'How runs are started.',
        [
          'Allowed values:',
          '- `MANNUAL` — Runs when it is started; creating the job does not start it.',
          '- **`SCHEDULE`** — Runs by itself as execute_frequency, execute_day, execute_hour and execute_minute say. ← current',
        ].join('\n'),
        'Default: `"MANNUAL"`',
        '⚠ The API spells it MANNUAL, with a double N, everywhere. MANUAL is not a value.',
      ].join('\n\n'),
    );
  });

  test.each([
    [
      'the limits of a text',
      '{ "na|me": "" }',
      'Limits: 4 to 255 characters; letters, digits, underscores and Chinese characters.',
    ],
    ['the limits of a number', discovery('"file_sample_rate": 1|0'), 'Limits: 0 to 100.'],
    ['both types', discovery('"execute_ho|ur": 1'), 'a text in double quotes or a whole number'],
    [
      'that a condition makes it mandatory',
      '{ "type": "METADATA_DISCOVERY", "parameter": { "metadata_discovery_par|ameter": {} } }',
      '**metadata_discovery_parameter** · mandatory',
    ],
    [
      'the edition that brought it',
      '{ "parameter": { "smn_no|tify": true } }',
      'Only in the 2025 edition of the API and later.',
    ],
    [
      'the values of an array',
      '{ "parameter": { "smn_notify_ty|pes": ["FAILED"] } }',
      '- **`FAILED`** — Runs that fail. ← current',
    ],
  ])('tells %s', (_, marked, part) => {
    expect(hoverText(marked)).toContain(part);
  });
});

test('the hover of a value is that of its member', () => {
  expect(hoverText('{ "type": "METADATA_DIS|COVERY" }')).toContain('- **`METADATA_DISCOVERY`');
});

test('the hover of an element of an array tells the values', () => {
  expect(hoverText('{ "parameter": { "smn_notify_types": ["FAI|LED"] } }')).toContain('- **`FAILED`');
});

describe('there is no hover', () => {
  test.each([['{ | }'], ['{ "unk|nown": 1 }'], ['{ "name": "abcd" | }'], ['|'], ['{ "name"|: 1 }'], ['"a|"']])(
    '%s',
    (marked) => {
      expect(hoverText(marked)).toBeUndefined();
    },
  );
});
