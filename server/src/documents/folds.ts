/** Lines that can be folded away below their first; lines count from 0. */
export interface Fold {
  readonly startLine: number;
  readonly endLine: number;
  readonly isComment: boolean;
  /** How many blocks are around it. */
  readonly depth: number;
}

/**
 * The blocks and comments of a text that go over several lines, in the order in which they end. A block's last line, that of
 * its closing bracket, stays in sight. Any text: a quotation ends with its line, a bracket without its partner folds nothing.
 */
export function foldsIn(text: string): Fold[] {
  const folds: Fold[] = [];
  const open: { readonly closing: number; readonly line: number }[] = [];
  let line = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === lineFeed || (unit === carriageReturn && text.charCodeAt(index + 1) !== lineFeed)) line++;
    else if (unit === quote) index = quotationEnd(text, index);
    else if (unit === openBrace || unit === openBracket) open.push({ closing: unit + 2, line });
    else if (unit === openBrace + 2 || unit === openBracket + 2) {
      const partner = open.findLastIndex(({ closing }) => closing === unit);
      const [block] = partner < 0 ? [] : open.splice(partner);
      if (block && line - 1 > block.line) {
        folds.push({ startLine: block.line, endLine: line - 1, isComment: false, depth: open.length });
      }
    } else if (unit === slash && text.charCodeAt(index + 1) === slash) {
      index = lineEnd(text, index) - 1;
    } else if (unit === slash && text.charCodeAt(index + 1) === star) {
      const end = text.indexOf('*/', index + 2);
      const to = end < 0 ? text.length : end + 2;
      const lines = lineBreaks(text.slice(index, to));
      if (lines > 0) folds.push({ startLine: line, endLine: line + lines, isComment: true, depth: open.length });
      line += lines;
      index = to - 1;
    }
  }
  return folds;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const quote = 0x22;
const star = 0x2a;
const slash = 0x2f;
const openBracket = 0x5b;
const backslash = 0x5c;
// In ASCII each bracket's partner is two further.
const openBrace = 0x7b;

/** The last character of a text in quotes, on its line. */
function quotationEnd(text: string, offset: number): number {
  for (let index = offset + 1; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === quote) return index;
    if (unit === lineFeed || unit === carriageReturn) return index - 1;
    if (unit === backslash && text.charCodeAt(index + 1) >= 0x20) index++;
  }
  return text.length;
}

function lineEnd(text: string, offset: number): number {
  let index = offset;
  while (index < text.length && text.charCodeAt(index) !== lineFeed && text.charCodeAt(index) !== carriageReturn)
    index++;
  return index;
}

function lineBreaks(text: string): number {
  return text.match(/\r\n?|\n/g)?.length ?? 0;
}
