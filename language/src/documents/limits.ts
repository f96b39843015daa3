/** The largest text that is parsed, in bytes of UTF-8: the gateway refuses bodies above 12 MB (413; API gateway manual, error codes). */
export const maximumSize = 12 * 1024 * 1024;

/** How many objects and arrays may be nested in a text that is parsed: a job has six levels, and the parser needs a stack frame a level. */
export const maximumDepth = 500;

/** Returns whether a text has more than `limit` bytes in UTF-8. */
export function isLargerThan(text: string, limit: number): boolean {
  if (text.length > limit) return true;
  if (text.length * 3 <= limit || !/[^\0-\x7f]/.test(text)) return false;
  let size = text.length;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    // A surrogate pair is four bytes in two units, everything else above U+07FF three bytes in one.
    if (unit >= 0x80) size += unit >= 0x800 && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return size > limit;
}
