import * as l10n from '@vscode/l10n';
import type { Arguments } from '../arguments/readArguments.ts';
import { Failure } from '../failure.ts';

/** @throws Failure if an option is given together with one of the others */
export function rejectCombination(given: Arguments, option: string, others: readonly string[]): void {
  const other = others.find((one) => given.has(one));
  if (!given.has(option) || other === undefined) return;
  throw new Failure(l10n.t('"{0}" can’t be combined with "{1}".', `--${option}`, `--${other}`));
}
