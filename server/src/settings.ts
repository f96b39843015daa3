import * as l10n from '@vscode/l10n';
import { isReferenceName } from './documents/reference.ts';
import type { InitializationOptions } from './protocol.ts';
import type { RuleCode } from './rules/catalogue.ts';
import { isRuleCode, ruleCodes } from './rules/codes.ts';
import type { RuleSeverities } from './rules/environment.ts';
import type { RuleSeverity } from './rules/rule.ts';
import { isObject } from './schema/jsonSchema.ts';
import { nearest } from './schema/nearest.ts';

/** The translated messages in what a client sent as `initializationOptions`, which may be anything. */
export function messagesFrom(options: unknown): InitializationOptions['l10n'] {
  const messages = isObject(options) ? options.l10n : undefined;
  if (!isObject(messages)) return undefined;
  return Object.fromEntries(
    Object.entries(messages).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** The names of secrets in what a client sent, which may be anything. */
export function secretNamesFrom(params: unknown): readonly string[] {
  return textsIn(isObject(params) ? params.names : undefined).filter((name) => isReferenceName('secret', name));
}

/** The commands for code actions in what a client sent as `initializationOptions`, which may be anything. */
export function commandsFrom(options: unknown): readonly string[] {
  return textsIn(isObject(options) ? options.commands : undefined);
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((element) => typeof element === 'string') : [];
}

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
  const meant = nearest(code, ruleCodes);
  return meant === undefined
    ? l10n.t('The setting lakeformation.rules names "{0}", which is no rule.', code)
    : l10n.t('The setting lakeformation.rules names "{0}", which is no rule. Did you mean "{1}"?', code, meant);
}

function isSeverity(value: unknown): value is RuleSeverity | 'off' {
  return value === 'error' || value === 'warning' || value === 'information' || value === 'hint' || value === 'off';
}
