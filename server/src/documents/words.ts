/** What ends a word, number or address without quotes; an address has colons. */
export const endsWord = /[\s,{}[\]"，｛｝［］“”]/;
export const endsName = /[\s,:{}[\]"，：｛｝［］“”]/;

/** The longest text of a job, its description, has 4000 characters. */
const longestQuotation = 8000;

/** Where a quotation ends, on its line and not too far away; -1 where it does not. */
export function closingQuote(text: string, from: number, closing: string): number {
  const to = Math.min(text.length, from + longestQuotation);
  for (let index = from; index < to; index++) {
    const character = text[index];
    if (character === closing) return index;
    if (character === '\n' || character === '\r') return -1;
    if (character === '\\') index++;
  }
  return -1;
}

/** Whether something begins at `offset` that is no token of JSON but a word: also true, false and null. */
export function startsWord(text: string, offset: number): boolean {
  return offset < text.length && !/[ \t\r\n{}[\]:,"/\d-]/.test(text.charAt(offset));
}

/** The word at `offset`, one character at least. `//` begins a comment, but not in an address. */
export function wordAt(text: string, offset: number, ends: RegExp): string {
  let end = offset + 1;
  for (; end < text.length && !ends.test(text.charAt(end)); end++) {
    const isComment = text[end] === '/' && (text[end + 1] === '/' || text[end + 1] === '*') && text[end - 1] !== ':';
    if (isComment) break;
  }
  return text.slice(offset, end);
}
