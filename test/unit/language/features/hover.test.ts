import { describe, expect, test } from 'vitest';
import { hover } from '../../../../language/src/features/hover.ts';
import { atCursor } from '../../../support/cursor.ts';
import { allMembers, elementOf } from '../../../support/jobSchema.ts';

function hoverText(marked: string): string | undefined {
  const { document, parsed, position } = atCursor(marked);
  const contents = hover(document, parsed, position, new Date(2026, 10, 24, 12, 0))?.contents;
  return typeof contents === 'object' && 'value' in contents ? contents.value : undefined;
}

const page = '[Creating a Job](https://support.huaweicloud.com/intl/en-us/api-lakeformation/CreateJobByInstance.html)';

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
        `${page}, 2024 edition`,
      ].join('\n\n'),
    );
  });

  test.each([
    ['the limits of a text', '{ "na|me": "" }', 'Limits: 4 to 255 characters; letters, digits and underscores.'],
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

describe('the hover of an element of an array', () => {
  test('tells the values, this one marked, and the edition that brought the array', () => {
    expect(hoverText('{ "parameter": { "smn_notify_types": ["FAI|LED", "SUCCESS"] } }')).toBe(
      [
        '**smn_notify_types** · element · a text in double quotes',
        ['Allowed values:', '- `SUCCESS` — Runs that succeed.', '- **`FAILED`** — Runs that fail. ← current'].join(
          '\n',
        ),
        `${page}, 2025 edition`,
      ].join('\n\n'),
    );
  });

  test('tells what the element is', () => {
    expect(hoverText(discovery('"principals": [{ "principal_type": "GR|OUP" }]'))).toContain('- **`GROUP`**');
  });
});

test('the hover of a block leads to its own page', () => {
  expect(hoverText('{ "parameter": { "metadata_migration_par|ameter": {} } }')).toMatch(
    /\n\n\[Migrating Metadata\]\(https:\/\/support\.huaweicloud\.com\/intl\/en-us\/usermanual-lakeformation\/lakeformation_03_00032\.html\)$/,
  );
});

test.each([
  ['the name of a block', '{ "parameter": { "metadata_migration_par|ameter": {} } }', 0],
  ['the value of the type', '{ "type": "METADATA_DISC|OVERY" }', 0],
  ['the name of the type', '{ "ty|pe": "METADATA_DISCOVERY" }', 1],
])('a client that shows the links of the document gets no second link at %s', (_, marked, links) => {
  const { document, parsed, position } = atCursor(marked);
  const result = hover(document, parsed, position, new Date(), [], true);
  expect(countOf(JSON.stringify(result), '](')).toBe(links);
});

/** Returns the hover at the name of a property, or at the first element of an array, by its path: `locations[].key`. */
function hoverAt(path: string, at: 'property' | 'element'): string {
  const names = path.split('.');
  const marked = names.reduceRight((value, name, index) => {
    const isLast = index === names.length - 1;
    const key = name.replace('[]', '');
    if (isLast) return at === 'property' ? `{"|${key}": 1}` : `{"${key}": ["|"]}`;
    return `{"${key}": ${name.endsWith('[]') ? `[${value}]` : value}}`;
  }, '');
  return hoverText(marked) ?? '';
}

const shownPlaces = allMembers().flatMap(({ path, schema }): [string, string, string][] => {
  const name = /\w+(?=(?:\[\])?$)/.exec(path)?.[0] ?? '';
  const property: [string, string, string] = [path, `**${name}** · `, hoverAt(path, 'property')];
  if (elementOf(schema) === undefined) return [property];
  return [property, [`${path} element`, `**${name}** · element · `, hoverAt(path, 'element')]];
});

describe.each(shownPlaces)('the hover of %s', (_, heading, text) => {
  const shown = text.replace(/\]\([^)]*\)/g, ']');

  test('begins with the name of the property', () => {
    expect(text.startsWith(heading)).toBe(true);
  });

  test('says nothing twice', () => {
    const lines = shown.split(/\s*\n+/);
    expect(lines).toEqual([...new Set(lines)]);
    // A note compares what the sources say of a limit.
    const said = lines.filter((line) => !line.startsWith('⚠')).join('\n');
    const limits = /^Limits: (.*)\.$/m.exec(said)?.[1]?.split(/; |, or /) ?? [];
    for (const limit of limits) expect(countOf(said.toLowerCase(), ` ${limit.toLowerCase()}`), limit).toBe(1);
    const values = Array.from(said.matchAll(/^(?:Default|Example): (.*)$/gm), ([, value]) => value);
    expect(values).toEqual([...new Set(values)]);
    expect(countOf(said.replaceAll('(newer edition)', ''), ' edition')).toBeLessThanOrEqual(1);
  });

  test('has one link', () => {
    expect(countOf(text, '](')).toBe(1);
  });

  // A hover in an editor of 1400 × 900 pixels shows 25 lines of 80 characters.
  test('has at most 900 characters, in at most 25 lines', () => {
    expect(shown.length).toBeLessThanOrEqual(900);
    const heights = shown.split('\n').map((line) => Math.max(1, Math.ceil(line.length / 80)));
    expect(heights.reduce((sum, height) => sum + height)).toBeLessThanOrEqual(25);
  });
});

function countOf(text: string, part: string): number {
  return text.split(part).length - 1;
}

test('the hover of an enumeration says which values a newer edition brought', () => {
  const text = hoverText('{ "parameter": { "permission_migration_parameter": { "policy_ty|pe": "HDFS" } } }');
  expect(text).toMatch(/- \*\*`HDFS`\*\*.* \(newer edition\) ← current\n/);
  expect(text).toMatch(/- `DLF` — [^\n(]*\n/);
});

describe('the hover of a reference', () => {
  const source = (members: string): string =>
    `{ "parameter": { "metadata_migration_parameter": { "datasource_parameter": { ${members} } } } }`;
  const secret = [
    '**`${secret:HIVE_PASSWORD}`** · reference to a secret',
    'Stands for the secret `HIVE_PASSWORD` in VS Code’s secret storage, which takes its place when the job is submitted. The secret itself is not in this file.',
  ].join('\n\n');
  const env = [
    '**`${env:HOST}`** · reference to an environment variable',
    'Stands for the environment variable `HOST` as VS Code was started with it, which takes its place when the job is submitted. The value itself is not in this file.',
  ].join('\n\n');
  const escape = [
    '**`$${`** · no reference',
    'Stands for `${` itself: the text is submitted with one dollar sign less.',
  ].join('\n\n');
  const malformed = [
    '**A reference that is none**',
    'Write `${secret:NAME}` for a value in VS Code’s secret storage or `${env:NAME}` for an environment variable, without spaces; `$${` where the text itself has `${`.',
  ].join('\n\n');

  test('says where its value comes from and when, then what the member is', () => {
    const text = hoverText(source('"password": "${secret:HIVE|_PASSWORD}"')) ?? '';
    expect(text.split('\n\n---\n\n')).toEqual([secret, expect.stringMatching(/^\*\*password\*\*/)]);
  });

  test.each([
    ['in a text that the API does not know', '{ "unknown": "a ${env:HO|ST} b" }', env],
    ['at its first character', '{ "unknown": "a |${env:HOST} b" }', env],
    ['at its last character', '{ "unknown": "a ${env:HOST|} b" }', env],
    ['the second of two', '{ "unknown": "${env:PORT}${secret:HIVE_PASSWORD|}" }', secret],
    ['in an array', '{ "unknown": ["${env:HO|ST}"] }', env],
    ['in a text that goes on to the end', '{ "unknown": "${env:HO|ST}', env],
    ['of ${ itself', '{ "unknown": "$|${HOST}" }', escape],
    ['of an unknown kind', '{ "unknown": "${vault:HO|ST}" }', malformed],
    ['that is not closed', '{ "unknown": "${env:HO|ST" }', malformed],
  ])('%s', (_, marked, text) => {
    expect(hoverText(marked)).toBe(text);
  });

  test.each([
    [['A', 'HIVE_PASSWORD'], 'It is stored.'],
    [['A'], 'It is not stored yet: you are asked for it when you submit the job, or set it by **Set Secret**.'],
  ])('says whether the secret is among those stored: %j', (names, sentence) => {
    const { document, parsed, position } = atCursor('{ "unknown": "${secret:HIVE|_PASSWORD}" }');
    expect(hover(document, parsed, position, new Date(2026, 10, 24), names)?.contents).toMatchObject({
      value: [secret, sentence].join('\n\n'),
    });
  });

  test('covers the reference alone', () => {
    const { document, parsed, position } = atCursor('{ "unknown": "a ${env:HO|ST} b" }');
    const range = hover(document, parsed, position, new Date(2026, 10, 24))?.range;
    expect(range && document.getText(range)).toBe('${env:HOST}');
  });

  test('is that of the member beside it', () => {
    expect(hoverText(source('"password": |"${secret:HIVE_PASSWORD}"'))).toMatch(/^\*\*password/);
  });

  test.each([['{ "unknown": "a| ${env:HOST}" }'], ['{ "${env:HO|ST}": 1 }']])('there is none: %s', (marked) => {
    expect(hoverText(marked)).toBeUndefined();
  });
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
        'Runs **every week on day 1 at 02:15**.',
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
        .at(-2),
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
