/** How much of the text around a place is looked at. */
const nearby = 100;

/** Whether the word from `offset` to `end` is a string without its opening quote: a closing one follows, as it may there. */
export function lacksOpeningQuote(text: string, offset: number, end: number, expectsValue: boolean): boolean {
  if (text[end] !== '"' || !isDue(text, offset) || /^['`‘’“”＂]/.test(text.slice(offset, end))) return false;
  const after = text.slice(end + 1, end + nearby);
  return expectsValue ? /^[ \t]*(?:[,}\]\r\n]|$)/.test(after) : /^[ \t]*:/.test(after);
}

/**
 * Returns where a string without its closing quote ends: a name before the colon, a value before the comma at the end of its
 * line or before the next property. `undefined` for a string with its closing quote, and where the end isn't clear.
 * @param source the string with what follows it on its line, up to the next quote
 * @param isOpen whether there is no other quote on the line
 */
export function endWithoutQuote(
  text: string,
  offset: number,
  source: string,
  isOpen: boolean,
  expectsValue: boolean,
): number | undefined {
  const after = isOpen ? '' : text.slice(offset + source.length, offset + source.length + nearby);
  const content = contentBefore(source, after, isOpen, expectsValue);
  return content !== undefined && isDue(text, offset) ? offset + content : undefined;
}

/** Returns how long a string without its closing quote is. */
function contentBefore(source: string, after: string, isOpen: boolean, expectsValue: boolean): number | undefined {
  if (!expectsValue) {
    // Behind the closing quote of a name comes a colon or space.
    if (!isOpen && !/^[^\s:]/.test(after)) return undefined;
    return /^"[A-Za-z_]\w*(?=[ \t]*:[ \t]*(?:["[{\d]|-\d|true|false|null|$))/.exec(source)?.[0].length;
  }
  if (!isOpen && !/^\w+"[ \t]*:/.test(after)) return undefined;
  const end = source.slice(1).slice(-nearby);
  const behind = isOpen ? /(?:[ \t]+[}\]]+)*[ \t]*,?[ \t]*$/.exec(end) : /[ \t]*,[ \t]*"$/.exec(end);
  return behind ? source.length - behind[0].length : undefined;
}

/** Whether a name or value may begin at a place: on a new line, or behind punctuation. */
function isDue(text: string, offset: number): boolean {
  return /(?:^|[\r\n,:{[])[ \t]*$/.test(text.slice(Math.max(0, offset - nearby), offset));
}
