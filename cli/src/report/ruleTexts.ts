import * as l10n from '@vscode/l10n';
import chineseTexts from '../../../l10n/rules.zh-cn.json' with { type: 'json' };
import { notices, rules, type DiagnosticCode } from '../../../language/src/rules/catalogue.ts';
import type { Notice, Rule } from '../../../language/src/rules/rule.ts';

/** The documentation of a rule, or of a diagnostic about the checking itself. */
export type RuleDocumentation = Notice & Partial<Pick<Rule, 'source' | 'example'>>;

const documented: Readonly<Record<DiagnosticCode, RuleDocumentation>> = { ...rules, ...notices };

/** The codes of all diagnostics, in the order of the documentation. */
export const diagnosticCodes: readonly string[] = Object.keys(documented);

/** Returns the documentation of a diagnostic in the language of the messages, or `undefined` for an unknown code. */
export function ruleDocumentation(code: string): RuleDocumentation | undefined {
  if (!isDocumented(code)) return undefined;
  const documentation = documented[code];
  return isChinese() ? { ...documentation, ...chineseTexts[code] } : documentation;
}

function isDocumented(code: string): code is DiagnosticCode {
  return Object.hasOwn(documented, code);
}

/** Whether the messages are Chinese. */
export function isChinese(): boolean {
  return l10n.t('error') !== 'error';
}
