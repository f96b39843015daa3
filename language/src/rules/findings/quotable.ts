import * as l10n from '@vscode/l10n';
import { labelText } from '../../documents/labelText.ts';
import { joinNames } from '../../joining.ts';
import { alternatives } from '../../schema/wording.ts';
import { withoutPassword } from '../../secrets/hidden.ts';

/**
 * Returns a name or value of a document as a sentence can quote it: on one line, at most 60 characters, and without the
 * password of a URL, because sentences are shown, logged, and reported.
 */
export function quotable(text: string): string {
  return labelText(withoutPassword(text), 60);
}

/** Returns names in quotes as a list in a sentence: `"a"`, `"a" and "b"`, or `"a", "b", and "c"`. */
export function quotedList(names: readonly string[]): string {
  const quoted = names.map((name) => `"${name}"`);
  const last = quoted.at(-1) ?? '';
  if (quoted.length < 2) return last;
  if (quoted.length === 2) return l10n.t('{0} and {1}', quoted[0] ?? '', last);
  return l10n.t('{0}, and {1}', joinNames(quoted.slice(0, -1)), last);
}

/** Returns values in quotes as alternatives in a sentence: `"a"`, `"a" or "b"`, or `"a", "b", or "c"`. */
export function quotedAlternatives(values: readonly string[]): string {
  return alternatives(values.map((value) => `"${value}"`));
}
