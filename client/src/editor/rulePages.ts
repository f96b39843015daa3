import * as l10n from '@vscode/l10n';
import { isSimplifiedChinese } from '../../../language/src/locale.ts';

/** The scheme of the read-only documents that describe the rules. */
export const rulesScheme = 'lakeformation-rules';

/** The path of the document about all rules. */
export const allRulesPath = '/rules.md';

/**
 * Returns the path of the documentation of all rules in the extension, in Chinese or English.
 * @param language the display language
 */
export function documentationPath(language: string): string {
  return isSimplifiedChinese(language) ? 'docs/rules.zh-cn.md' : 'docs/rules.md';
}

/** The URI of the document about a rule: a template, with `{code}` in place of the rule's code. */
export const ruleUri = `${rulesScheme}:/{code}.md`;

/**
 * Returns the Markdown text of a document about the rules: the section of one rule, or everything.
 * @param rules the documentation of all rules, with a section per rule under its code: the file at `documentationPath`
 * @param path the path of the document's URI, which may be anything: only its rule is looked up, nothing of it is shown
 * @returns `undefined` if there is no such rule
 */
export function rulePage(rules: string, path: string): string | undefined {
  if (path === allRulesPath) return rules;
  const code = /^\/([a-z0-9-]+)\.md$/.exec(path)?.[1];
  const section = rules.split(/^(?=## )/m).find((text) => text.startsWith(`## ${code ?? ''}\n`));
  return section && `${section.replace('## ', '# ').trimEnd()}\n\n[${l10n.t('All rules')}](${allRulesPath.slice(1)})\n`;
}
