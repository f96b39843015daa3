/** Controls, half characters, and characters that are invisible or change the direction of writing. */
const unseen = /[\p{Cc}\p{Cs}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * Returns a text that a terminal shows without acting on it: escapes such as `\u001b` in place of what would move the cursor, set
 * colors, or be invisible.
 */
export function visible(text: string): string {
  return text.replace(unseen, escaped);
}

/** Returns JSON with escapes in place of the same characters, which only strings can have. Line breaks stay. */
export function visibleJson(json: string): string {
  return json.replace(unseen, (character) => (character === '\n' ? character : escaped(character)));
}

/** Like {@link visible}, for a text of several lines. Line breaks and tabs stay. */
export function visibleLines(text: string): string {
  return text.replace(unseen, (character) => (/[\n\t]/.test(character) ? character : escaped(character)));
}

function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
    .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
    .join('');
}
