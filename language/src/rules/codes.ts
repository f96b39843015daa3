import { noticeSeverities, ruleSeverities } from '../generated/ruleSeverities.js';
import type { DiagnosticCode, RuleCode } from './catalogue.ts';
import type { RuleSeverity } from './rule.ts';

/** The codes of all rules. */
export const ruleCodes: readonly string[] = Object.keys(ruleSeverities);

/** Whether a text is the code of a rule. */
export function isRuleCode(code: string): code is RuleCode {
  return Object.hasOwn(ruleSeverities, code);
}

/** Returns the severity of a diagnostic, where neither the schema nor the user sets another one. */
export function severityOf(code: DiagnosticCode): RuleSeverity {
  return isRuleCode(code) ? ruleSeverities[code] : noticeSeverities[code];
}

/** The documentation of a rule on the web: a template, with `{code}` in place of the rule's code. */
export const publishedRuleUri = 'https://github.com/lfjob/lakeformation-jobs/blob/main/docs/rules.md#{code}';

/** Returns the URI of a rule's documentation by a template, which has `{code}` in place of the rule's code. */
export function ruleUriOf(code: DiagnosticCode, template: string): string {
  return template.replace('{code}', code);
}
