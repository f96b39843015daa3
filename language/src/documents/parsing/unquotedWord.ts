/** What ends a word, number or address without quotes; an address has colons. A slash is one that may begin a comment. */
const endsValue = /[,;{}[\]"\t\r\n，｛｝［］“”]|\/(?=[/*])/g;
const endsName = /[\s,;:={}[\]"，：｛｝［］“”]|\/(?=[/*])/g;

/** What is a value by itself, whatever follows: a reference, or a word of JSON. */
const wholeValue = /\$\{[^{}\s]*\}|(?:true|false|null)(?=[ \t])/y;

/** The longest text of a job, its description, has 4000 characters. */
const longestQuotation = 8000;

/**
 * Searches for the quote that closes a quotation, on its line and not too far from its start. Returns where the search ends:
 * at the quote, else at the line break, the end of the text, or the last place where it may be.
 * @param from where to search; what is between the start and there has been searched already
 */
export function searchClosingQuote(text: string, start: number, from: number, closing: string): number {
  const to = Math.min(text.length, start + longestQuotation);
  for (let index = from; index < to; index++) {
    const character = text[index];
    if (character === closing || character === '\n' || character === '\r') return index;
    if (character === '\\') index++;
  }
  return Math.max(from, to);
}

/** Whether a word begins at `offset` that isn't a token of JSON: also true, false and null. */
export function startsWord(text: string, offset: number): boolean {
  return offset < text.length && !/[ \t\r\n{}[\]:,"/\d-]/.test(text.charAt(offset));
}

/** A name at `offset`, one character at least. */
export function nameAt(text: string, offset: number): string {
  return upTo(text, offset, endsName);
}

/** A value without quotes at `offset`, one character at least: a word, an address, several words, a reference. */
export function valueAt(text: string, offset: number): string {
  wholeValue.lastIndex = offset;
  const value = wholeValue.exec(text)?.[0] ?? upTo(text, offset, endsValue);
  return value.trimEnd() || value;
}

/** What is left of the line at `offset`. */
export function lineAt(text: string, offset: number): string {
  const line = /[^\r\n]*/y;
  line.lastIndex = offset;
  return line.exec(text)?.[0] ?? '';
}

/** `//` begins a comment, but not in an address: behind a colon, or in the middle of one that had it before. */
function upTo(text: string, offset: number, ends: RegExp): string {
  let isAddress = false;
  let end = offset;
  do {
    end = searchFrom(text, end + 1, ends);
    if (text[end - 1] === ':') isAddress = true;
  } while (text[end] === '/' && isAddress && !/\s/.test(text.charAt(end - 1)));
  return text.slice(offset, end);
}

/** Returns where one of certain characters is found first; the end of the text where there is none. */
function searchFrom(text: string, offset: number, character: RegExp): number {
  character.lastIndex = offset;
  return character.test(text) ? character.lastIndex - 1 : text.length;
}

/** Whether `;` ends an object or array, as a statement does, and separates nothing. */
export function isAtEnd(text: string, offset: number): boolean {
  return text[offset] === ';' && /^\s*[}\]]/.test(text.slice(offset + 1, offset + 200));
}
