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

describe('the hover of a schedule’s members', () => {
  const clock = 'By the clock here: the API page does not say which time zone counts.';
  const scheduled = (frequency: string, day: string, hour: string): string =>
    discovery(
      `"execute_strategy": "SCHEDULE", "execute_fre|quency": "${frequency}", "execute_day": "${day}", "execute_hour": "${hour}", "execute_minute": "15"`,
    );

  // The 24th of November 2026, 12:00, is a Tuesday.
  test.each([
    [
      'DAILY',
      '*',
      '14',
      ['Runs **every day at 14:15**.', 'Next: `2026-11-24 14:15`, `2026-11-25 14:15`, `2026-11-26 14:15`'],
    ],
    [
      'HOURLY',
      '*',
      '*',
      ['Runs **every hour at minute 15**.', 'Next: `2026-11-24 12:15`, `2026-11-24 13:15`, `2026-11-24 14:15`'],
    ],
    [
      'WEEKLY',
      '1',
      '2',
      [
        'Runs **every week on day 1 at 02:15; the API page leaves open which weekday is 1**.',
        'Next, if 1 is Monday: `2026-11-30 02:15`, `2026-12-07 02:15`, `2026-12-14 02:15`',
        'Next, if 1 is Sunday: `2026-11-29 02:15`, `2026-12-06 02:15`, `2026-12-13 02:15`',
      ],
    ],
    [
      'MONTHLY',
      '31',
      '2',
      [
        'Runs **every month on day 31 at 02:15; not in February, April, June, September and November**.',
        'Next: `2026-12-31 02:15`, `2027-01-31 02:15`, `2027-03-31 02:15`',
      ],
    ],
  ])('tells when a %s job runs next', (frequency, day, hour, lines) => {
    expect(hoverText(scheduled(frequency, day, hour))).toMatch(/^\*\*execute_frequency\*\*/);
    expect(
      hoverText(scheduled(frequency, day, hour))
        ?.split('\n\n')
        .at(-1),
    ).toBe([...lines, clock].join('  \n'));
  });

  test.each(['execute_strategy', 'execute_frequency', 'execute_day', 'execute_hour', 'execute_minute'])(
    'tells it at %s too, at its name and at its value',
    (name) => {
      const text = scheduled('DAILY', '*', '2').replace('|', '');
      for (const mark of [`"|${name}": "`, `"${name}": "|`]) {
        expect(hoverText(text.replace(`"${name}": "`, mark))).toContain('Runs **every day at 02:15**.');
      }
    },
  );

  test.each([
    ['that is not complete', scheduled('DAILY', '*', '*')],
    ['of a job that is started by hand', scheduled('DAILY', '*', '2').replace('SCHEDULE', 'MANNUAL')],
  ])('tells nothing of a schedule %s', (_, marked) => {
    expect(hoverText(marked)).not.toContain('Runs **');
  });

  test('is not repeated at the other members', () => {
    expect(
      hoverText(scheduled('DAILY', '*', '2').replace('|', '').replace('{ "exec', '{ "give_wr|ite": true, "exec')),
    ).not.toContain('Runs **');
  });
});

describe('there is no hover', () => {
  test.each([['{ | }'], ['{ "unk|nown": 1 }'], ['{ "name": "abcd" | }'], ['|'], ['{ "name"|: 1 }'], ['"a|"']])(
    '%s',
    (marked) => {
      expect(hoverText(marked)).toBeUndefined();
    },
  );
});
