import type { Notice, Rule, RuleSeverity } from '../language/src/rules/rule.ts';

/** The words around the documentation of the rules, in one language. */
export interface RuleWords {
  readonly heading: string;
  readonly introduction: string;
  readonly incorrect: string;
  readonly correct: string;
  readonly severities: Readonly<Record<RuleSeverity, string>>;
  /** Returns the line with the source of a rule. */
  readonly source: (source: string) => string;
  /** Returns the line before an example that is a part of a job; `undefined` for the job itself. */
  readonly place: (property: string | undefined) => string;
  /** Returns the text of a notice: a rule with a fixed severity. */
  readonly notice: (reason: string) => string;
  /** Returns the description of a rule in the setting `lakeformation.rules`. */
  readonly setting: (title: string, severity: string) => string;
}

export const englishWords: RuleWords = {
  heading: 'Rules',
  introduction:
    'The diagnostics of LakeFormation Jobs, by code. The setting `lakeformation.rules` changes the severity of a rule or turns it off.',
  incorrect: 'Incorrect:',
  correct: 'Correct:',
  severities: { error: 'error', warning: 'warning', information: 'information', hint: 'hint' },
  source: (source) => `Source: ${source}.`,
  place: (property) => (property === undefined ? 'In the job:' : `In \`${property}\`:`),
  notice: (reason) => `${reason} The setting \`lakeformation.rules\` doesn’t change the severity.`,
  setting: (title, severity) => `${title}. Default severity: ${severity}.`,
};

export const chineseWords: RuleWords = {
  heading: '规则',
  introduction:
    'LakeFormation Jobs 报告的问题，按规则代码列出。通过设置 `lakeformation.rules` 可以更改规则的严重性，或关闭规则。',
  incorrect: '错误写法：',
  correct: '正确写法：',
  severities: { error: '错误', warning: '警告', information: '信息', hint: '提示' },
  source: (source) => `来源：${source}。`,
  place: (property) => (property === undefined ? '在任务中：' : `在 \`${property}\` 中：`),
  notice: (reason) => `${reason}设置 \`lakeformation.rules\` 不能更改其严重性。`,
  setting: (title, severity) => `${title}。默认严重性：${severity}。`,
};

/** The texts of a rule or a notice in another language; a notice has no source. */
export interface RuleText {
  readonly title: string;
  readonly reason: string;
  readonly source?: string;
}

/**
 * Returns the rules with their texts in another language.
 * @param texts by code, also those of the notices
 * @throws if a text is missing
 */
export function translatedRules(
  rules: Readonly<Record<string, Rule>>,
  texts: Readonly<Record<string, RuleText>>,
): Readonly<Record<string, Rule>> {
  return mapped(rules, (rule, code) => {
    const { title, reason, source } = textOf(code, texts);
    if (source === undefined) throw new Error(`The source of rule "${code}" isn’t translated.`);
    return { ...rule, title, reason, source };
  });
}

/** Returns the notices with their texts in another language, as {@link translatedRules} does. */
export function translatedNotices(
  notices: Readonly<Record<string, Notice>>,
  texts: Readonly<Record<string, RuleText>>,
): Readonly<Record<string, Notice>> {
  return mapped(notices, (notice, code) => {
    const { title, reason } = textOf(code, texts);
    return { ...notice, title, reason };
  });
}

function textOf(code: string, texts: Readonly<Record<string, RuleText>>): RuleText {
  const text = texts[code];
  if (text === undefined)
    throw new Error(`Rule "${code}" isn’t translated. Add its title, reason, and source to l10n/rules.zh-cn.json.`);
  return text;
}

function mapped<T>(record: Readonly<Record<string, T>>, change: (value: T, key: string) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}
