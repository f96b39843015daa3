import { describe, expect, test } from 'vitest';
import { ruleSettingsFrom } from '../../../../language/src/rules/settings.ts';

describe('the setting lakeformation.rules', () => {
  test('gives rules other severities', () => {
    const { severities, problems } = ruleSettingsFrom({
      'unknown-member': 'error',
      'missing-block': 'warning',
      comment: 'information',
      'wrong-form': 'hint',
      'short-months': 'off',
    });
    expect([...severities]).toEqual([
      ['unknown-member', 'error'],
      ['missing-block', 'warning'],
      ['comment', 'information'],
      ['wrong-form', 'hint'],
      ['short-months', 'off'],
    ]);
    expect(problems).toEqual([]);
  });

  test.each([undefined, null, {}])('may be left out: %j', (value) => {
    const { severities, problems } = ruleSettingsFrom(value);
    expect([severities.size, problems]).toEqual([0, []]);
  });

  test.each([[[]], [['unknown-member']], ['off'], [0], [true]])('must be an object: %j', (value) => {
    const { severities, problems } = ruleSettingsFrom(value);
    expect(severities.size).toBe(0);
    expect(problems).toEqual(['The setting lakeformation.rules must be an object: "rule": "severity".']);
  });

  test.each([
    ['Error', 'ERROR', 'warn', 'none', '', 'on'],
    [0, 1, true, false, null, undefined],
    [[], ['error'], {}],
  ])('gives no severity by %j', (...values) => {
    for (const value of values) {
      const { severities, problems } = ruleSettingsFrom({ 'unknown-member': value });
      expect(severities.size).toBe(0);
      expect(problems).toEqual([
        'The setting lakeformation.rules gives "unknown-member" no severity. Use error, warning, information, hint or off.',
      ]);
    }
  });

  test.each([
    ['unknown-membr', 'unknown-member'],
    ['unknownMember', 'unknown-member'],
    ['Missing_Block', 'missing-block'],
    ['short-month', 'short-months'],
  ])('suggests the rule for %s', (code, suggestion) => {
    expect(ruleSettingsFrom({ [code]: 'off' }).problems).toEqual([
      `The setting lakeformation.rules names "${code}", which is no rule. Did you mean "${suggestion}"?`,
    ]);
  });

  test.each(['', 'everything', 'toString', 'constructor', '__proto__', 'lakeformation'])('%j is no rule', (code) => {
    expect(ruleSettingsFrom(JSON.parse(`{ "${code}": "off" }`)).problems).toEqual([
      `The setting lakeformation.rules names "${code}", which is no rule.`,
    ]);
  });

  test('counts as far as it can be used', () => {
    const { severities, problems } = ruleSettingsFrom({ nothing: 'off', comment: 'loud', 'short-months': 'warning' });
    expect([...severities]).toEqual([['short-months', 'warning']]);
    expect(problems).toHaveLength(2);
  });
});
