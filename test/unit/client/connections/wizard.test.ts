import { describe, expect, test } from 'vitest';
import type { Draft } from '../../../../client/src/connections/connection.ts';
import { emptyDraft } from '../../../../client/src/connections/entries.ts';
import { answered, goneBack, started, steps, type Step } from '../../../../client/src/connections/wizard.ts';

const usual = 'https://lakeformation.cn-north-4.myhuaweicloud.com';

test('the steps in their order, each with its answer', () => {
  const answers = ['dev', 'cn-north-4', '', 'https://iam', 'p', 'i', 'yes'];
  const asked: (Step | undefined)[] = [];
  let wizard = started(emptyDraft);
  for (const answer of answers) {
    asked.push(wizard.step);
    wizard = answered(wizard, answer);
  }
  expect(asked).toEqual(steps);
  expect(wizard).toEqual({
    step: undefined,
    draft: {
      name: 'dev',
      region: 'cn-north-4',
      endpoint: '',
      iamEndpoint: 'https://iam',
      projectId: 'p',
      instanceId: 'i',
      production: true,
    },
  });
});

test('Back goes to the step before with everything that was said, and no further than the first', () => {
  const second = answered(started(emptyDraft), 'dev');
  expect(goneBack(second)).toEqual({ step: 'name', draft: { ...emptyDraft, name: 'dev' } });
  expect(goneBack(goneBack(second))).toEqual(goneBack(second));
  expect(goneBack({ step: undefined, draft: emptyDraft }).step).toBe('production');
});

test('an answer after the last step changes nothing', () => {
  const done = { step: undefined, draft: emptyDraft };
  expect(answered(done, 'x')).toEqual(done);
});

describe('an answer', () => {
  const old = 'https://lakeformation.cn-east-3.myhuaweicloud.com';
  test.each<[string, Step, Partial<Draft>, string, Partial<Draft>]>([
    [
      'that is the address of the region is none of one’s own',
      'endpoint',
      { region: 'cn-north-4' },
      usual,
      { region: 'cn-north-4', endpoint: '' },
    ],
    [
      'with another region drops the address of the old one',
      'region',
      { region: 'cn-east-3', endpoint: old },
      'cn-north-4',
      { region: 'cn-north-4' },
    ],
    [
      'with another region keeps an address of one’s own',
      'region',
      { region: 'cn-east-3', endpoint: 'https://lake' },
      'cn-north-4',
      { region: 'cn-north-4', endpoint: 'https://lake' },
    ],
    ['no is no production', 'production', { production: true }, 'no', { production: false }],
  ])('%s', (_, step, before, answer, after) => {
    const { draft } = answered({ step, draft: { ...emptyDraft, ...before } }, answer);
    expect(draft).toEqual({ ...emptyDraft, ...after });
  });
});
