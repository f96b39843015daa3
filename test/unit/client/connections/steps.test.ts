import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Draft } from '../../../../client/src/connections/connection.ts';
import { emptyDraft } from '../../../../client/src/connections/entries.ts';
import type { Instance } from '../../../../client/src/api/instances.ts';
import { questionOf, type StepContext } from '../../../../client/src/connections/steps.ts';
import type { Step } from '../../../../client/src/connections/wizard.ts';
import { rowsOf, type Question } from '../../../../client/src/prompts/question.ts';

const draft: Draft = { ...emptyDraft, region: 'cn-north-4' };
const context: StepContext = { otherNames: ['prod'] };

type SimpleStep = Exclude<Step, 'signIn'>;

function question(step: SimpleStep, changes: Partial<Draft> = {}, more: Partial<StepContext> = {}): Question {
  return { ...questionOf(step, { ...draft, ...changes }, { ...context, ...more }), title: 'Add', canGoBack: true };
}

/** The rows of a list, each as label, description and detail. */
function rows(asked: Question, typed = ''): string[] {
  return rowsOf(asked, typed).map(({ label, description, detail }) =>
    [label, description, detail].filter((part) => part !== undefined).join(' | '),
  );
}

describe('as one types', () => {
  const hex = randomUUID().replaceAll('-', '');
  test.each<[SimpleStep, string, string | undefined]>([
    ['name', 'dev', undefined],
    ['name', ' ', 'error: Enter a name.'],
    ['name', ' prod ', 'error: Another connection is named "prod".'],
    ['region', 'eu-west-101', undefined],
    ['region', 'https://console-intl.huaweicloud.com/lakeformation/?region=la-north-2#/overview', undefined],
    [
      'region',
      'https://console.huaweicloud.com/',
      'error: This isn’t a URL of the Huawei Cloud console with a region, such as ?region=cn-north-4.',
    ],
    ['region', 'cn north', 'error: A region can contain only letters, digits, and hyphens, such as cn-north-4.'],
    ['region', 'x.example/', 'error: A region can contain only letters, digits, and hyphens, such as cn-north-4.'],
    ['endpoint', 'https://lake.example', undefined],
    ['endpoint', 'http://127.0.0.1:8080', undefined],
    [
      'endpoint',
      'http://lake.example',
      'error: Enter https://host, without a path. Plain HTTP is allowed only on this computer.',
    ],
    ['endpoint', 'https://me:pw@lake', 'error: Enter https://host, without a user name or password.'],
    [
      'iamEndpoint',
      'https://iam/v3',
      'error: Enter https://host, without a path. Plain HTTP is allowed only on this computer.',
    ],
    ['projectId', hex, undefined],
    ['projectId', 'abc', 'warning: A project ID usually has 32 letters and digits. This one has 3.'],
    ['projectId', '', 'error: Enter the project ID.'],
    ['projectId', '../x', 'error: An ID can contain only letters, digits, and hyphens.'],
    ['instanceId', randomUUID(), undefined],
    ['instanceId', hex, 'warning: An instance ID usually has 36 letters, digits, and hyphens. This one has 32.'],
    ['instanceId', '', 'error: Enter the instance ID.'],
    ['instanceId', 'a b', 'error: An ID can contain only letters, digits, and hyphens.'],
  ])('%s: "%s"', (step, text, expected) => {
    const remark = question(step).remarkOn(text);
    expect(remark && `${remark.isError ? 'error' : 'warning'}: ${remark.text}`).toBe(expected);
  });
});

describe('the list of regions', () => {
  test('takes another one', () => {
    expect(rows(question('region'))).toHaveLength(9);
    expect(rows(question('region'))[0]).toBe('CN North-Beijing4 | cn-north-4');
    expect(rows(question('region'), 'eu-west-101').at(-1)).toBe('Use entered text | eu-west-101');
    expect(rows(question('region'), 'cn-east-3')).toHaveLength(9);
    expect(rowsOf(question('region'), 'x y').at(-1)).toMatchObject({
      label: '$(error) A region can contain only letters, digits, and hyphens, such as cn-north-4.',
      answer: undefined,
    });
  });

  test('has the one of the connection too', () => {
    expect(rows(question('region', { region: 'local' })).at(-1)).toBe('local | current');
  });
});

describe('the list of addresses', () => {
  test.each<[string, SimpleStep, Partial<Draft>, string, string[]]>([
    [
      'is that of the region',
      'endpoint',
      {},
      '',
      ['https://lakeformation.cn-north-4.myhuaweicloud.com | region’s endpoint'],
    ],
    ['is IAM’s of the region', 'iamEndpoint', {}, '', ['https://iam.cn-north-4.myhuaweicloud.com | region’s endpoint']],
    [
      'has one’s own',
      'endpoint',
      { endpoint: 'https://lake' },
      '',
      ['https://lakeformation.cn-north-4.myhuaweicloud.com | region’s endpoint', 'https://lake | current'],
    ],
    [
      'has none that cannot be used, which may have a password',
      'endpoint',
      { endpoint: 'https://me:pw@lake' },
      '',
      ['https://lakeformation.cn-north-4.myhuaweicloud.com | region’s endpoint'],
    ],
    [
      'takes one that is typed',
      'endpoint',
      {},
      'https://lake',
      ['https://lakeformation.cn-north-4.myhuaweicloud.com | region’s endpoint', 'Use entered text | https://lake'],
    ],
  ])('%s', (_, step, changes, typed, expected) => {
    expect(rows(question(step, changes), typed)).toEqual(expected);
  });
});

describe('the project', () => {
  const projects = [
    { id: 'p3', name: 'cn-east-3' },
    { id: 'p2', name: 'cn-north-4_sales' },
    { id: 'p1', name: 'cn-north-4' },
  ];

  test('is selected where IAM lists them, those of the region first, or entered', () => {
    expect(rows(question('projectId', {}, { projects }), 'abc')).toEqual([
      'cn-north-4 | p1',
      'cn-north-4_sales | p2',
      'cn-east-3 | p3',
      'Use entered text | abc | $(warning) A project ID usually has 32 letters and digits. This one has 3.',
    ]);
  });

  test('is entered where they aren’t known', () => {
    expect(question('projectId').choices).toBeUndefined();
    expect(question('projectId').prompt).toContain('My Credentials');
  });
});

describe('the instance', () => {
  const instances: Instance[] = [
    { id: 'a'.repeat(36), name: 'sales', isDefault: false, description: 'of the team' },
    { id: 'b'.repeat(36), name: 'main', isDefault: true, description: undefined },
  ];

  test('is selected where they can be read, the default one first', () => {
    const asked = question('instanceId', {}, { instances, summary: 'Signed in.' });
    expect(rows(asked, 'x')).toEqual([
      `main | ${'b'.repeat(36)} · default`,
      `sales | ${'a'.repeat(36)} | of the team`,
      'Use entered text | x | $(warning) An instance ID usually has 36 letters, digits, and hyphens. This one has 1.',
    ]);
    expect(asked.prompt).toBe('Signed in. Select the instance, or enter its ID');
  });

  test('that isn’t listed is marked, and isn’t preselected', () => {
    const stale = question('instanceId', { instanceId: 'mine' }, { instances });
    expect(stale.value).toBe('');
    expect(rows(stale).at(-1)).toBe('mine | $(warning) not a running instance of this project');
    const listed = question('instanceId', { instanceId: 'a'.repeat(36) }, { instances });
    expect([listed.value, rows(listed).length]).toEqual(['a'.repeat(36), 2]);
  });

  test.each([
    ['they aren’t known', undefined],
    ['there are none', []],
  ])('is entered where %s', (_, none) => {
    const asked = question('instanceId', { instanceId: 'mine' }, { instances: none });
    expect([asked.choices, asked.value]).toEqual([undefined, 'mine']);
    expect(asked.prompt).toContain('In the console');
  });
});

test('production is off, unless it was on; the name can be changed there', () => {
  expect(question('production').value).toBe('no');
  expect(question('production', { production: true }).value).toBe('yes');
  expect(rows(question('production', { name: 'dev' })).at(-1)).toBe('$(edit) Change Name | dev');
});
