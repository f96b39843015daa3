import * as l10n from '@vscode/l10n';
import { isObject } from '../documents/value.ts';
import { nearest } from '../schema/nearest.ts';
import type { RuleCode } from './catalogue.ts';
import { isRuleCode, ruleCodes } from './codes.ts';
import type { RuleSeverities } from './environment.ts';
import type { RuleSeverity } from './rule.ts';

/** The setting `lakeformation.rules`, as far as it can be used, and a sentence for the rest. */
export interface RuleSettings {
  readonly severities: RuleSeverities;
  readonly problems: readonly string[];
}

/** Reads the setting, which can hold anything. */
export function ruleSettingsFrom(value: unknown): RuleSettings {
  const severities = new Map<RuleCode, RuleSeverity | 'off'>();
  if (value === undefined || value === null) return { severities, problems: [] };
  if (!isObject(value)) {
    return { severities, problems: [l10n.t('The setting lakeformation.rules must be an object: "rule": "severity".')] };
  }
  const problems = Object.entries(value).flatMap(([code, severity]) => {
    if (!isRuleCode(code)) return [unknownRule(code)];
    if (!isSeverity(severity)) {
      return [
        l10n.t(
          'The setting lakeformation.rules gives "{0}" no severity. Use error, warning, information, hint or off.',
          code,
        ),
      ];
    }
    severities.set(code, severity);
    return [];
  });
  return { severities, problems };
}

function unknownRule(code: string): string {
  const suggestion = nearest(code, ruleCodes);
  return suggestion === undefined
    ? l10n.t('The setting lakeformation.rules names "{0}", which is no rule.', code)
    : l10n.t('The setting lakeformation.rules names "{0}", which is no rule. Did you mean "{1}"?', code, suggestion);
}

function isSeverity(value: unknown): value is RuleSeverity | 'off' {
  return value === 'error' || value === 'warning' || value === 'information' || value === 'hint' || value === 'off';
}
