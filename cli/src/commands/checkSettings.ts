import * as l10n from '@vscode/l10n';
import type { RuleSeverities } from '../../../language/src/rules/environment.ts';
import { ruleSettingsFrom } from '../../../language/src/rules/settings.ts';
import type { Arguments } from '../arguments/readArguments.ts';
import { Failure } from '../failure.ts';
import { reportFormats, type ReportFormat } from '../report/reporter.ts';
import { rejectCombination } from './exclusive.ts';

/** How `lfjob check` is to check and report. */
export interface CheckSettings {
  readonly format: ReportFormat;
  /** How many warnings are allowed. */
  readonly mostWarnings: number;
  /** The severities of `--rules`, which count before those of a configuration. */
  readonly severities: RuleSeverities;
  readonly fix: boolean;
  readonly watch: boolean;
}

/** Reads the options of `lfjob check`. @throws Failure for one that is wrong, or several that contradict each other */
export function checkSettings(given: Arguments): CheckSettings {
  rejectCombination(given, 'stdin', ['fix', 'watch']);
  const format = reportFormats.find((one) => one === given.valueOf('format')) ?? 'pretty';
  if (given.has('watch') && format !== 'pretty') {
    throw new Failure(l10n.t('"{0}" can’t be combined with "{1}".', '--watch', `--format ${format}`));
  }
  return {
    format,
    mostWarnings: warningLimit(given.valueOf('max-warnings')),
    severities: severitiesFrom(given.valuesOf('rules')),
    fix: given.has('fix'),
    watch: given.has('watch'),
  };
}

function warningLimit(value: string | undefined): number {
  if (value === undefined) return Infinity;
  if (!/^\d{1,9}$/.test(value)) {
    throw new Failure(l10n.t('"{0}" must be an integer from 0 to 999999999, not "{1}".', '--max-warnings', value));
  }
  return Number(value);
}

function severitiesFrom(values: readonly string[]): RuleSeverities {
  const entries = values
    .flatMap((value) => value.split(','))
    .map((setting) => {
      const [code = '', severity, ...others] = setting.split('=');
      if (severity === undefined || others.length > 0) {
        throw new Failure(l10n.t('"{0}" must be CODE=SEVERITY, not "{1}".', '--rules', setting));
      }
      return [code, severity];
    });
  const { severities, problems } = ruleSettingsFrom(Object.fromEntries(entries), '--rules');
  const [problem] = problems;
  if (problem !== undefined) throw new Failure(problem);
  return severities;
}
