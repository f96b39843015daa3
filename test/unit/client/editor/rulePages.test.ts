import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { allRulesPath, rulePage, ruleUri } from '../../../../client/src/editor/rulePages.ts';
import { rules } from '../../../../language/src/rules/catalogue.ts';
import { isRuleCode, ruleCodes, ruleUriOf } from '../../../../language/src/rules/codes.ts';

const documentation = await readFile(new URL('../../../../docs/rules.md', import.meta.url), 'utf8');

describe('the page of a rule', () => {
  it.each(ruleCodes)('%s is at the URI of the rule, and about it alone', (code) => {
    if (!isRuleCode(code)) throw new Error(`${code} is not a rule.`);
    const page = rulePage(documentation, new URL(ruleUriOf(code, ruleUri)).pathname);
    expect(page).toContain(rules[code].title);
    expect(page?.match(/^#+ .*$/gm)).toEqual([`# ${code}`]);
  });

  it('leads to the page about all rules', () => {
    expect(rulePage(documentation, '/unknown-value.md')).toContain(`](${allRulesPath.slice(1)})`);
    expect(rulePage(documentation, allRulesPath)).toBe(documentation);
  });

  it.each([
    '',
    '/',
    '/no-rule.md',
    '/unknown-value',
    '/unknown-value.md/x',
    '/../unknown-value.md',
    '/.md',
    '/*.md',
    '/Rules.md',
  ])('does not exist for the path "%s"', (path) => {
    expect(rulePage(documentation, path)).toBeUndefined();
  });
});
