/**
 * A text on one line, cut off after `most` characters: white space becomes one space, and what cannot be seen or turns the
 * direction of writing is left out.
 */
export function labelText(text: string, most: number): string {
  if (text.length <= most && !unusual.test(text)) return text;
  // A long text is not read to its end.
  const start = text.slice(0, most * 4);
  const characters = Array.from(start.replace(/\s+/gu, ' ').replace(unseen, '').trim());
  if (characters.length <= most && start.length === text.length) return characters.join('');
  return `${characters.slice(0, most - 1).join('')}…`;
}

/** What words of ASCII with a space between two do not have. */
const unusual = /[^ -~]|^ | $| {2}/;

/** Control characters, halves of characters, and the marks that turn the direction of writing. */
const unseen = /[\p{Cc}\p{Cs}\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;
