import { ruleSeverities } from '../generated/ruleSeverities.js';
import type { RuleCode } from './catalogue.ts';
import type { RuleSeverity } from './rule.ts';

/** The codes of all rules. */
export const ruleCodes: readonly string[] = Object.keys(ruleSeverities);

/** Whether a text is the code of a rule. */
export function isRuleCode(code: string): code is RuleCode {
  return Object.hasOwn(ruleSeverities, code);
}

/** The severity of a rule, where neither the schema nor the user says otherwise. */
export function severityOf(code: RuleCode): RuleSeverity {
  return ruleSeverities[code];
}

/** Where a rule is documented. */
export function ruleUrl(code: RuleCode): string {
  return `https://github.com/lfjob/lakeformation-jobs/blob/main/docs/rules.md#${code}`;
}
