import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { allRulesPath, documentationPath, rulePage, ruleUri } from '../../../../client/src/editor/rulePages.ts';
import chineseTexts from '../../../../l10n/rules.zh-cn.json' with { type: 'json' };
import { rules } from '../../../../language/src/rules/catalogue.ts';
import { isRuleCode, ruleCodes, ruleUriOf } from '../../../../language/src/rules/codes.ts';

const documentation = await readDocumentation('en');
const chineseDocumentation = await readDocumentation('zh-cn');

async function readDocumentation(language: string): Promise<string> {
  return readFile(new URL(`../../../../${documentationPath(language)}`, import.meta.url), 'utf8');
}

describe('the documentation of the rules', () => {
  it.each([
    ['en', '# Rules'],
    ['de', '# Rules'],
    ['zh-tw', '# Rules'],
    ['zh-cn', '# 规则'],
  ])('for the display language %s starts with "%s"', async (language, heading) => {
    expect((await readDocumentation(language)).split('\n')[0]).toBe(heading);
  });
});

describe('the page of a rule', () => {
  it.each(ruleCodes)('%s is at the URI of the rule, and about it alone', (code) => {
    if (!isRuleCode(code)) throw new Error(`${code} is not a rule.`);
    const path = new URL(ruleUriOf(code, ruleUri)).pathname;
    const page = rulePage(documentation, path);
    expect(page).toContain(rules[code].title);
    expect(page?.match(/^#+ .*$/gm)).toEqual([`# ${code}`]);
    const chinesePage = rulePage(chineseDocumentation, path);
    expect(chinesePage).toContain(chineseTexts[code].title);
    expect(chinesePage?.match(/^#+ .*$/gm)).toEqual([`# ${code}`]);
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
  ])('doesn’t exist for the path "%s"', (path) => {
    expect(rulePage(documentation, path)).toBeUndefined();
  });
});
