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
    return {
      severities,
      problems: [l10n.t('"lakeformation.rules" must be an object, such as { "unknown-property": "error" }.')],
    };
  }
  const problems = Object.entries(value).flatMap(([code, severity]) => {
    if (!isRuleCode(code)) return [unknownRule(code)];
    if (!isSeverity(severity)) {
      return [
        l10n.t('"lakeformation.rules": the severity of "{0}" must be error, warning, information, hint, or off.', code),
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
    ? l10n.t('"lakeformation.rules": unknown rule "{0}".', code)
    : l10n.t('"lakeformation.rules": unknown rule "{0}". Did you mean "{1}"?', code, suggestion);
}

function isSeverity(value: unknown): value is RuleSeverity | 'off' {
  return value === 'error' || value === 'warning' || value === 'information' || value === 'hint' || value === 'off';
}
