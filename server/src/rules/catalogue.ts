import { agreementRules } from './agreement.ts';
import { blockRules } from './block.ts';
import { discoveryRules } from './discovery.ts';
import { jsonRules } from './jsonRules.ts';
import { pathRules } from './paths.ts';
import { permissionRules } from './permissions.ts';
import { scheduleRules } from './schedule.ts';
import { schemaRules } from './schema/documentation.ts';
import { secretRules } from './secrets.ts';
import { sourceRules } from './sourceRules.ts';

/** Every rule by its stable code; `docs/rules.md` and the setting `lakeformation.rules` are made from it. */
export const rules = {
  ...jsonRules,
  ...schemaRules,
  ...blockRules,
  ...sourceRules,
  ...pathRules,
  ...permissionRules,
  ...discoveryRules,
  ...scheduleRules,
  ...agreementRules,
  ...secretRules,
};

export type RuleCode = keyof typeof rules;

/** Whether a text is the code of a rule. */
export function isRuleCode(code: string): code is RuleCode {
  return Object.hasOwn(rules, code);
}

/** Where a rule is documented. */
export function ruleUrl(code: RuleCode): string {
  return `https://github.com/lfjob/lakeformation-jobs/blob/main/docs/rules.md#${code}`;
}
