/**
 * Returns a text as a label of at most `maximum` characters on one line. White space becomes one space; characters that are
 * invisible or change the direction of writing are removed.
 */
export function labelText(text: string, maximum: number): string {
  if (text.length <= maximum && isPlain(text)) return text;
  // A long text isn't read to its end.
  const start = text.slice(0, maximum * 4);
  const characters = Array.from(start.replace(/\s+/gu, ' ').replace(unseen, '').trim());
  if (characters.length <= maximum && start.length === text.length) return characters.join('');
  return `${characters.slice(0, maximum - 1).join('')}…`;
}

/** Whether a text is words with one space between two, and has none of the rarer characters that may have to go. */
function isPlain(text: string): boolean {
  let before = space;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < space || (unit === space && before === space) || isRare(unit)) return false;
    before = unit;
  }
  return before !== space || text === '';
}

const space = 0x20;

/** A surrogate, or a character of a block that has controls or white space. */
function isRare(unit: number): boolean {
  const isControl = unit >= 0x7f && unit <= 0xa0;
  const isPunctuation = unit >= 0x2000 && unit <= 0x206f;
  return isControl || isPunctuation || unit === 0x1680 || unit === 0x3000 || unit >= 0xd800;
}

/** Control characters, lone surrogates, and characters that change the direction of writing. */
const unseen = /[\p{Cc}\p{Cs}\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;
