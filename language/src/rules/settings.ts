import * as l10n from '@vscode/l10n';
import { isObject } from '../documents/value.ts';
import { nearest } from '../schema/nearest.ts';
import type { RuleCode } from './catalogue.ts';
import { isRuleCode, ruleCodes } from './codes.ts';
import type { RuleSeverities } from './environment.ts';
import { quotable } from './findings/quotable.ts';
import type { RuleSeverity } from './rule.ts';

/** The severities that a user sets, as far as they can be used, and a sentence for the rest. */
export interface RuleSettings {
  readonly severities: RuleSeverities;
  readonly problems: readonly string[];
}

/**
 * Reads severities by the code of their rule. The value can be anything.
 * @param name what the value is set by, which the sentences begin with
 */
export function ruleSettingsFrom(value: unknown, name = 'lakeformation.rules'): RuleSettings {
  const severities = new Map<RuleCode, RuleSeverity | 'off'>();
  if (value === undefined || value === null) return { severities, problems: [] };
  if (!isObject(value)) {
    return {
      severities,
      problems: [l10n.t('"{0}" must be an object, such as { "unknown-property": "error" }.', name)],
    };
  }
  const problems = Object.entries(value).flatMap(([code, severity]) => {
    if (!isRuleCode(code)) return [unknownRule(code, name)];
    if (!isSeverity(severity)) {
      return [l10n.t('"{0}": the severity of "{1}" must be error, warning, information, hint, or off.', name, code)];
    }
    severities.set(code, severity);
    return [];
  });
  return { severities, problems };
}

function unknownRule(code: string, name: string): string {
  const suggestion = nearest(code, ruleCodes);
  return suggestion === undefined
    ? l10n.t('"{0}": unknown rule "{1}".', name, quotable(code))
    : l10n.t('"{0}": unknown rule "{1}". Did you mean "{2}"?', name, quotable(code), suggestion);
}

function isSeverity(value: unknown): value is RuleSeverity | 'off' {
  return value === 'error' || value === 'warning' || value === 'information' || value === 'hint' || value === 'off';
}
