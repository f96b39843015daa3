import { describe, expect, test } from 'vitest';
import { ruleSettingsFrom } from '../../../../language/src/rules/settings.ts';

describe('the setting lakeformation.rules', () => {
  test('gives rules other severities', () => {
    const { severities, problems } = ruleSettingsFrom({
      'unknown-property': 'error',
      'missing-block': 'warning',
      comment: 'information',
      'wrong-form': 'hint',
      'short-months': 'off',
    });
    expect([...severities]).toEqual([
      ['unknown-property', 'error'],
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

  test.each([[[]], [['unknown-property']], ['off'], [0], [true]])('must be an object: %j', (value) => {
    const { severities, problems } = ruleSettingsFrom(value);
    expect(severities.size).toBe(0);
    expect(problems).toEqual(['"lakeformation.rules" must be an object, such as { "unknown-property": "error" }.']);
  });

  test.each([
    ['Error', 'ERROR', 'warn', 'none', '', 'on'],
    [0, 1, true, false, null, undefined],
    [[], ['error'], {}],
  ])('gives no severity by %j', (...values) => {
    for (const value of values) {
      const { severities, problems } = ruleSettingsFrom({ 'unknown-property': value });
      expect(severities.size).toBe(0);
      expect(problems).toEqual([
        '"lakeformation.rules": the severity of "unknown-property" must be error, warning, information, hint, or off.',
      ]);
    }
  });

  test.each([
    ['unknown-propery', 'unknown-property'],
    ['unknownProperty', 'unknown-property'],
    ['Missing_Block', 'missing-block'],
    ['short-month', 'short-months'],
  ])('suggests the rule for %s', (code, suggestion) => {
    expect(ruleSettingsFrom({ [code]: 'off' }).problems).toEqual([
      `"lakeformation.rules": unknown rule "${code}". Did you mean "${suggestion}"?`,
    ]);
  });

  test.each(['', 'everything', 'toString', 'constructor', '__proto__', 'lakeformation'])('%j isn’t a rule', (code) => {
    expect(ruleSettingsFrom(JSON.parse(`{ "${code}": "off" }`)).problems).toEqual([
      `"lakeformation.rules": unknown rule "${code}".`,
    ]);
  });

  test('counts as far as it can be used', () => {
    const { severities, problems } = ruleSettingsFrom({ nothing: 'off', comment: 'loud', 'short-months': 'warning' });
    expect([...severities]).toEqual([['short-months', 'warning']]);
    expect(problems).toHaveLength(2);
  });
});
