import { describe, expect, test } from 'vitest';
import { hover } from '../../../../language/src/features/hover.ts';
import { describeValue } from '../../../../language/src/schema/describe.ts';
import { subschemaAt } from '../../../../language/src/schema/lookup.ts';
import { plainText } from '../../../../server/src/client/markup.ts';
import { atCursor } from '../../../support/cursor.ts';
import { allProperties, elementOf, type SchemaProperty } from '../../../support/jobSchema.ts';
import { pathOf } from '../../schemas/departures.ts';
import { jobWith, spanOfKey, spanOfValue, withValue } from '../../schemas/editedJob.ts';

function hoverText(marked: string): string | undefined {
  const { document, parsed, position } = atCursor(marked);
  const contents = hover(document, parsed, position, new Date(2026, 10, 24, 12, 0))?.contents;
  return typeof contents === 'object' && 'value' in contents ? contents.value : undefined;
}

const page = '[Creating a Job](https://support.huaweicloud.com/intl/en-us/api-lakeformation/CreateJobByInstance.html)';

const discovery = (properties: string): string =>
  `{ "parameter": { "metadata_discovery_parameter": { ${properties} } } }`;

const strategy = subschemaAt(['parameter', 'metadata_discovery_parameter', 'execute_strategy']) ?? {};

describe('the hover of a property', () => {
  test('has a description, the allowed values with the current one marked, the default, and a note', () => {
    expect(hoverText(discovery('"execute_str|ategy": "SCHEDULE"'))).toBe(
      [
        '**execute_strategy** · optional · string',
        strategy.description,
        [
          `- \`MANNUAL\` — ${describeValue(strategy, 'MANNUAL')}`,
          `- **\`SCHEDULE\`** — ${describeValue(strategy, 'SCHEDULE')} ← current`,
        ].join('\n'),
        ['Default: `MANNUAL`', `⚠ ${strategy['x-note']}`].join('  \n'),
        `${page}, 2024 edition`,
      ].join('\n\n'),
    );
  });

  test.each([
    [
      'the limits of a string',
      '{ "na|me": "" }',
      'Limits: 4 to 255 characters, made up of letters, digits, and underscores',
    ],
    ['one limit for a length that the pattern has, too', discovery('"instance|_id": ""'), 'Limits: 36 letters'],
    ['the limits of a number', discovery('"file_sample_rate": 1|0'), 'Limits: between 0 and 100'],
    ['both types', discovery('"execute_ho|ur": 1'), '**execute_hour** · optional · string or integer'],
    [
      'that a condition requires it',
      '{ "type": "METADATA_DISCOVERY", "parameter": { "metadata_discovery_par|ameter": {} } }',
      '**metadata_discovery_parameter** · required',
    ],
    [
      'the edition that added it',
      '{ "parameter": { "smn_no|tify": true } }',
      'New in the 2025 edition of the API reference.',
    ],
    [
      'the values of an array',
      '{ "parameter": { "smn_notify_ty|pes": ["FAILED"] } }',
      '- **`FAILED`** — Failed runs. ← current',
    ],
  ])('shows %s', (_, marked, part) => {
    expect(hoverText(marked)).toContain(part);
  });
});

test('the hover of a value is that of its property', () => {
  expect(hoverText('{ "type": "METADATA_DIS|COVERY" }')).toContain('- **`METADATA_DISCOVERY`');
});

describe('the hover of an element of an array', () => {
  test('shows the values with the current one marked, and the edition that added the array', () => {
    expect(hoverText('{ "parameter": { "smn_notify_types": ["FAI|LED", "SUCCESS"] } }')).toBe(
      [
        '**smn_notify_types** · element · string',
        ['- `SUCCESS` — Successful runs.', '- **`FAILED`** — Failed runs. ← current'].join('\n'),
        `${page}, 2025 edition`,
      ].join('\n\n'),
    );
  });

  test('shows what the element is', () => {
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

/** Complete schedules of all frequencies, with the longest descriptions. */
const schedules = [
  { execute_frequency: 'MONTHLY', execute_day: '31', execute_hour: '2' },
  { execute_frequency: 'WEEKLY', execute_day: '1', execute_hour: '2' },
  { execute_frequency: 'DAILY', execute_day: '*', execute_hour: '2' },
  { execute_frequency: 'HOURLY', execute_day: '*', execute_hour: '*' },
];

/** Returns legal jobs that have a property: one with each of its allowed values, or with each kind of schedule. */
function jobsWith({ path, schema }: SchemaProperty): string[] {
  const place = pathOf({ path });
  const job = jobWith(place);
  if (place.at(-1)?.toString().startsWith('execute_') === true) {
    return schedules.map((schedule) =>
      Object.entries({ execute_strategy: 'SCHEDULE', ...schedule, execute_minute: '15' }).reduce(
        (text, [name, value]) => withValue(text, [...place.slice(0, -1), name], value),
        job,
      ),
    );
  }
  return schema.enum?.map((value) => withValue(job, place, value)) ?? [job];
}

/** Returns the hovers at the name of a property in jobs that have it, and at the first element of an array of strings. */
function hoversOf(property: SchemaProperty): string[] {
  const place = pathOf({ path: property.path });
  const isList = elementOf(property.schema)?.enum !== undefined;
  return jobsWith(property).flatMap((job) => [
    hoverAtOffset(job, spanOfKey(job, place).offset),
    ...(isList ? [hoverAtOffset(job, spanOfValue(job, [...place, 0]).offset)] : []),
  ]);
}

function hoverAtOffset(text: string, offset: number): string {
  return hoverText(`${text.slice(0, offset)}|${text.slice(offset)}`) ?? '';
}

/** Returns the lines that an editor shows of a hover: without Markdown, wrapped at 80 characters. */
function shownLines(markdown: string): string[] {
  const lines = plainText(markdown.replace(/\]\([^)]*\)/g, ']()')).split(/\n+/);
  return lines.flatMap((line) => line.match(/.{1,80}(?:\s|$)|\S{80,}/g) ?? []);
}

const shown = allProperties().flatMap((property) =>
  hoversOf(property).map((text): [path: string, text: string] => [property.path, text]),
);

describe.each(shown)('the hover of %s in a job', (path, text) => {
  const lines = text.replace(/\]\([^)]*\)/g, ']').split(/\s*\n+/);

  test('begins with the name of the property', () => {
    expect(text.startsWith(`**${/\w+(?=(?:\[\])?$)/.exec(path)?.[0]}** · `)).toBe(true);
  });

  test('repeats nothing', () => {
    expect(lines).toEqual([...new Set(lines)]);
    const facts = Array.from(text.matchAll(/^(?:Limits|Default|Example): (.*)$/gm), ([, value]) => value);
    expect(facts).toEqual([...new Set(facts)]);
    const limits = /^Limits: (.*)$/m.exec(text)?.[1] ?? '';
    const numbers = limits.match(/\d+/g) ?? [];
    expect(numbers).toEqual([...new Set(numbers)]);
  });

  test('names one edition of the API reference, apart from a note and allowed values', () => {
    const others = lines.filter((line) => !/^(?:⚠|-) /.test(line));
    expect(countOf(others.join('\n'), ' edition')).toBeLessThanOrEqual(1);
  });

  test('has one link', () => {
    expect(countOf(text, '](')).toBe(1);
  });

  test('has at most 12 lines', () => {
    expect(shownLines(text).length, shownLines(text).join('\n')).toBeLessThanOrEqual(12);
  });
});

test('the hover of a property has its facts in one order', () => {
  const order = [
    /^\*\*/,
    /^- /,
    /^Limits:/,
    /^Default:/,
    /^Example:/,
    /^(?:Ignored|Used only) /,
    /^⚠/,
    /^New in/,
    /^\[/,
  ];
  for (const [path, text] of shown) {
    const [heading, description, ...others] = text.split(/\s*\n+/);
    const ranks = [heading, ...others].map((line) => order.findIndex((pattern) => pattern.test(line ?? '')));
    const known = ranks.filter((rank) => rank >= 0);
    expect(known, `${path} ${description}`).toEqual([...known].sort((left, right) => left - right));
  }
});

test.each([
  ['{ "parameter": { "metadata_migration_parameter": { "network_ty|pe": "EIP" } } }', undefined],
  [
    '{ "parameter": { "metadata_migration_parameter": { "accepted_vpc|_id": "" } } }',
    'Used only when `network_type` is `VPC_PEERING`.',
  ],
  [
    '{ "parameter": { "metadata_migration_parameter": { "datasource_parameter": { "jdbc|_url": "" } } } }',
    'Ignored when `datasource_type` is `ALIYUN_DLF`.',
  ],
  [discovery('"head|er": true'), 'Used only when `file_discovery_type` is `CSV`, `TEXT`, or `ALL`.'],
  [
    '{ "parameter": { "permission_migration_parameter": { "ranger_permission_migration_principal_relas": { "user_pre|fix": "" } } } }',
    'Ignored without `user_to`.',
  ],
])('%s: the hover shows what the property goes with', (marked, sentence) => {
  expect(/^(?:Ignored|Used only) .*?\.(?= {2}\n|\n)/m.exec(hoverText(marked) ?? '')?.[0]).toBe(sentence);
});

function countOf(text: string, part: string): number {
  return text.split(part).length - 1;
}

test('the hover of an enumeration shows which values a later edition added', () => {
  const text = hoverText('{ "parameter": { "permission_migration_parameter": { "policy_ty|pe": "HDFS" } } }');
  expect(text).toMatch(/- \*\*`HDFS`\*\*.* \(later edition\) ← current\n/);
  expect(text).toMatch(/- `DLF` — [^\n(]*\n/);
});

describe('the hover of a reference', () => {
  const source = (properties: string): string =>
    `{ "parameter": { "metadata_migration_parameter": { "datasource_parameter": { ${properties} } } } }`;
  const secret = [
    '**`${secret:HIVE_PASSWORD}`** · reference to a secret',
    'Replaced with the secret `HIVE_PASSWORD` from the secret storage when you submit the job. This file doesn’t contain the secret.',
  ].join('\n\n');
  const env = [
    '**`${env:HOST}`** · reference to an environment variable',
    'Replaced with the environment variable `HOST` when you submit the job. The value is the one VS Code was started with.',
  ].join('\n\n');
  const escape = ['**`$${`** · escaped text', 'Submitted as a literal `${`, with one dollar sign.'].join('\n\n');
  const malformed = [
    '**invalid reference**',
    'Use `${secret:NAME}` for a stored secret, `${env:NAME}` for an environment variable, or `$${` for a literal `${`. References have no spaces.',
  ].join('\n\n');

  test('shows where its value comes from and when, then what the property is', () => {
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
    [['A', 'HIVE_PASSWORD'], 'It’s stored.'],
    [['A'], 'It isn’t stored yet. Submit Job asks for it, or run **Set Secret**.'],
  ])('shows whether the secret is among those stored: %j', (names, sentence) => {
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

  test('is that of the property beside it', () => {
    expect(hoverText(source('"password": |"${secret:HIVE_PASSWORD}"'))).toMatch(/^\*\*password/);
  });

  test.each([['{ "unknown": "a| ${env:HOST}" }'], ['{ "${env:HO|ST}": 1 }']])('there is none: %s', (marked) => {
    expect(hoverText(marked)).toBeUndefined();
  });
});

describe('the hover of a schedule’s properties', () => {
  const clock = 'Local time. The API reference doesn’t specify a time zone.';
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
        'Runs **every month on day 31 at 02:15; not in February, April, June, September, or November**.',
        'Next: `2026-12-31 02:15`, `2027-01-31 02:15`, `2027-03-31 02:15`',
      ],
    ],
  ])('shows when a %s job runs next', (frequency, day, hour, lines) => {
    expect(hoverText(scheduled(frequency, day, hour))).toMatch(/^\*\*execute_frequency\*\*/);
    expect(
      hoverText(scheduled(frequency, day, hour))
        ?.split('\n\n')
        .at(-2),
    ).toBe([...lines, clock].join('  \n'));
  });

  test.each(['execute_strategy', 'execute_frequency', 'execute_day', 'execute_hour', 'execute_minute'])(
    'shows it at %s too, at its name and at its value',
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
  ])('shows nothing about a schedule %s', (_, marked) => {
    expect(hoverText(marked)).not.toContain('Runs **');
  });

  test('isn’t repeated at the other properties', () => {
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
