import * as l10n from '@vscode/l10n';

/** Returns sentences as one text in the display language, without the empty ones: Chinese has no space between sentences. */
export function joinSentences(...sentences: readonly (string | undefined)[]): string {
  return sentences.reduce<string>((joined, sentence = '') => {
    if (joined === '' || sentence === '') return joined + sentence;
    return l10n.t('{0} {1}', joined, sentence);
  }, '');
}

/** Returns names or values as an enumeration in the display language: `a, b, c`. */
export function joinNames(names: readonly string[]): string {
  return names.join(l10n.t(', '));
}

/** Returns an addition in parentheses, to follow a text in the display language: ` (a)`, or nothing if there is none. */
export function inParentheses(addition: string | undefined): string {
  return addition === undefined || addition === '' ? '' : l10n.t(' ({0})', addition);
}

/** Returns a text after its label in the display language: `label: text`. */
export function labeled(label: string, text: string): string {
  return l10n.t('{0}: {1}', label, text);
}
