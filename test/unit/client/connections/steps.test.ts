import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Draft } from '../../../../client/src/connections/connection.ts';
import { emptyDraft } from '../../../../client/src/connections/entries.ts';
import { questionOf, type StepContext } from '../../../../client/src/connections/steps.ts';
import { steps, type Step } from '../../../../client/src/connections/wizard.ts';
import { rowsOf, type Question } from '../../../../client/src/prompts/question.ts';

const draft: Draft = { ...emptyDraft, region: 'cn-north-4' };
const context: StepContext = { title: 'Add', otherNames: ['prod'], offersSignIn: true };

function question(step: Step, changes: Partial<Draft> = {}, more: Partial<StepContext> = {}): Question {
  return questionOf(step, { ...draft, ...changes }, { ...context, ...more });
}

/** The rows of a list, each as label, description and detail. */
function rows(asked: Question, typed = ''): string[] {
  return rowsOf(asked, typed).map(({ label, description, detail }) =>
    [label, description, detail].filter((part) => part !== undefined).join(' | '),
  );
}

test('each is counted', () => {
  expect(steps.map((step) => question(step).step)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(question('region')).toMatchObject({ title: 'Add', totalSteps: 7 });
});

describe('as one types', () => {
  const hex = randomUUID().replaceAll('-', '');
  test.each<[Step, string, string | undefined]>([
    ['name', 'dev', undefined],
    ['name', ' ', 'error: Give the connection a name.'],
    ['name', ' prod ', 'error: Another connection is named "prod". Give this one its own name.'],
    ['region', 'eu-west-101', undefined],
    ['region', 'cn north', 'error: A region has letters, digits and hyphens, such as cn-north-4.'],
    ['region', 'x.example/', 'error: A region has letters, digits and hyphens, such as cn-north-4.'],
    ['endpoint', 'https://lake.example', undefined],
    ['endpoint', 'http://127.0.0.1:8080', undefined],
    ['endpoint', 'http://lake.example', 'error: Write https://host, without a path; plain http only for this machine.'],
    ['endpoint', 'https://me:pw@lake', 'error: Write https://host, without a user or a password before an @.'],
    ['iamEndpoint', 'https://iam/v3', 'error: Write https://host, without a path; plain http only for this machine.'],
    ['projectId', hex, undefined],
    ['projectId', 'abc', 'warning: A project id usually has 32 letters and digits; so far 3.'],
    ['projectId', '', 'error: Enter the project id.'],
    ['projectId', '../x', 'error: An id has letters, digits and hyphens only.'],
    ['instanceId', randomUUID(), undefined],
    ['instanceId', hex, 'warning: An instance id usually has 36 letters, digits and hyphens; so far 32.'],
    ['instanceId', '', 'error: Enter the instance id.'],
    ['instanceId', 'a b', 'error: An id has letters, digits and hyphens only.'],
  ])('%s: "%s"', (step, text, expected) => {
    const remark = question(step).remarkOn(text);
    expect(remark && `${remark.isError ? 'error' : 'warning'}: ${remark.text}`).toBe(expected);
  });
});

describe('the list of regions', () => {
  test('takes another one', () => {
    expect(rows(question('region'))).toHaveLength(9);
    expect(rows(question('region'), 'eu-west-101').at(-1)).toBe('Use eu-west-101');
    expect(rows(question('region'), 'cn-east-3')).toHaveLength(9);
    expect(rowsOf(question('region'), 'x y').at(-1)).toMatchObject({
      label: '$(error) A region has letters, digits and hyphens, such as cn-north-4.',
      answer: undefined,
    });
  });

  test('has the one of the connection too', () => {
    expect(rows(question('region', { region: 'local' })).at(-1)).toBe('local | as it is');
  });
});

describe('the list of addresses', () => {
  test.each<[string, Step, Partial<Draft>, string, string[]]>([
    [
      'is that of the region',
      'endpoint',
      {},
      '',
      ['https://lakeformation.cn-north-4.myhuaweicloud.com | of the region'],
    ],
    ['is IAM’s of the region', 'iamEndpoint', {}, '', ['https://iam.cn-north-4.myhuaweicloud.com | of the region']],
    [
      'has one’s own',
      'endpoint',
      { endpoint: 'https://lake' },
      '',
      ['https://lakeformation.cn-north-4.myhuaweicloud.com | of the region', 'https://lake | as it is'],
    ],
    [
      'has none that cannot be used, which may have a password',
      'endpoint',
      { endpoint: 'https://me:pw@lake' },
      '',
      ['https://lakeformation.cn-north-4.myhuaweicloud.com | of the region'],
    ],
    [
      'takes one that is typed',
      'endpoint',
      {},
      'https://lake',
      ['https://lakeformation.cn-north-4.myhuaweicloud.com | of the region', 'Use https://lake'],
    ],
  ])('%s', (_, step, changes, typed, expected) => {
    expect(rows(question(step, changes), typed)).toEqual(expected);
  });
});

describe('the instance', () => {
  const instances = [
    { id: 'a'.repeat(36), name: 'sales', isDefault: false, description: 'of the team' },
    { id: 'b'.repeat(36), name: 'main', isDefault: true },
    { id: 'c'.repeat(36), name: 'plain', isDefault: false },
  ];

  test('is chosen where the instances can be read, the default one first', () => {
    const asked = question('instanceId', { instanceId: 'mine' }, { instances });
    expect(asked.action).toBeUndefined();
    expect(rows(asked, 'x')).toEqual([
      `main | ${'b'.repeat(36)} · default`,
      `sales | ${'a'.repeat(36)} | of the team`,
      `plain | ${'c'.repeat(36)}`,
      'mine | as it is',
      'Use x | $(warning) An instance id usually has 36 letters, digits and hyphens; so far 1.',
    ]);
  });

  test('is typed where they cannot be read yet, or one signs in for them, which is the first row', () => {
    const signIn = '$(key) Sign in and choose from the list';
    expect(rows(question('instanceId'))).toEqual([signIn]);
    expect(rows(question('instanceId', { instanceId: 'mine' }))).toEqual([signIn, 'mine | as it is']);
    const id = randomUUID();
    expect(rows(question('instanceId'), id)).toEqual([`Use ${id}`, signIn]);
  });

  test('is typed where nobody can sign in to what was said', () => {
    const asked = question('instanceId', {}, { offersSignIn: false });
    expect([asked.choices, asked.action]).toEqual([undefined, undefined]);
  });

  test('is typed where there are none', () => {
    const asked = question('instanceId', {}, { instances: [] });
    expect([asked.choices, asked.action]).toEqual([undefined, undefined]);
  });
});

test('production is no, unless it was yes', () => {
  expect(question('production').value).toBe('no');
  expect(question('production', { production: true }).value).toBe('yes');
  expect(question('production').choices?.map(({ value }) => value)).toEqual(['no', 'yes']);
});
