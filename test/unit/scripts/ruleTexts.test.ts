import { describe, expect, it } from 'vitest';
import ruleTexts from '../../../l10n/rules.zh-cn.json' with { type: 'json' };
import { notices, rules } from '../../../language/src/rules/catalogue.ts';
import type { Notice } from '../../../language/src/rules/rule.ts';
import { translatedNotices, translatedRules, type RuleText } from '../../../scripts/ruleTexts.ts';

const english: Readonly<Record<string, Notice>> = { ...rules, ...notices };
const chinese: Readonly<Record<string, RuleText>> = ruleTexts;

/** The code spans of a Markdown text, sorted. */
function codeSpans(text: string): string[] {
  return [...new Set(text.match(/`[^`]+`/g) ?? [])].sort();
}

describe('the rules in another language', () => {
  it('keep their codes, severities, and examples', () => {
    const translated = translatedRules(rules, chinese);
    expect(Object.keys(translated)).toEqual(Object.keys(rules));
    expect(translated.comment).toEqual({ ...rules.comment, ...chinese.comment });
    expect(translatedNotices(notices, chinese)['check-failed']).toEqual({
      ...notices['check-failed'],
      ...chinese['check-failed'],
    });
  });

  it('need all texts', () => {
    const { comment } = rules;
    const { title, reason } = ruleTexts.comment;
    expect(() => translatedRules({ comment }, {})).toThrow('Rule "comment" isn’t translated.');
    expect(() => translatedRules({ comment }, { comment: { title, reason } })).toThrow('The source of rule "comment"');
  });
});

describe('the Chinese texts of the rules', () => {
  it('are those of the rules and notices, in their order', () => {
    expect(Object.keys(chinese)).toEqual(Object.keys(english));
  });

  describe.each(Object.entries(chinese))('%s', (code, { title, reason, source = '' }) => {
    it('has the values and property names of the English reason', () => {
      expect(codeSpans(reason)).toEqual(codeSpans(english[code]?.reason ?? ''));
    });

    it('ends as a title and as a sentence', () => {
      expect(title).not.toMatch(/[。，；：]$/);
      expect(reason).toMatch(/。$/);
    });

    it.each([title, reason, source])('has full-width punctuation, and spaces beside Latin text: %s', (text) => {
      const prose = text.replace(/`[^`]*`/g, '`');
      expect(prose).not.toMatch(/\p{Script=Han}[,;:!?.()]|[,;:!?()]\p{Script=Han}/u);
      expect(prose).not.toMatch(/\p{Script=Han}[\w`]|[\w`]\p{Script=Han}/u);
      expect(prose).not.toMatch(/ [，。；：、“”（）]|[，。；：、“”（）] /u);
    });
  });
});
