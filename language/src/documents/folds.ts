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
  const open: Block[] = [];
  let line = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    switch (unit) {
      case 0x0d: // carriage return
        if (text.charCodeAt(index + 1) !== lineFeed) line++;
        break;
      case lineFeed:
        line++;
        break;
      case quote:
        index = quotationEnd(text, index);
        break;
      case 0x5b: // [
      case 0x7b: // {
        open.push({ closing: unit + 2, line });
        break;
      case 0x5d: // ]
      case 0x7d: {
        // }
        const block = closed(open, unit);
        if (block && line - 1 > block.line) {
          folds.push({ startLine: block.line, endLine: line - 1, isComment: false, depth: open.length });
        }
        break;
      }
      case 0x2f: {
        // slash
        const end = commentEnd(text, index);
        const lines = end > index ? lineBreaks(text.slice(index, end)) : 0;
        if (lines > 0) folds.push({ startLine: line, endLine: line + lines, isComment: true, depth: open.length });
        line += lines;
        index = Math.max(index, end - 1);
        break;
      }
      default:
        break;
    }
  }
  return folds;
}

const lineFeed = 0x0a;
const quote = 0x22;

/** A block that has begun. */
interface Block {
  readonly closing: number;
  readonly line: number;
}

/** So many brackets may be missing before one that is taken for the partner of another. */
const mostMissing = 5;

/** Takes the block that a bracket closes off the open ones, with those in it that are not closed. */
function closed(open: Block[], closing: number): Block | undefined {
  for (let back = 1; back <= mostMissing; back++) {
    const block = open.at(-back);
    if (block?.closing !== closing) continue;
    open.length -= back;
    return block;
  }
  return undefined;
}

/** The last character of a text in quotes, on its line. */
function quotationEnd(text: string, offset: number): number {
  for (let index = offset + 1; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === quote) return index;
    if (unit === lineFeed || unit === 0x0d) return index - 1;
    if (unit === 0x5c && text.charCodeAt(index + 1) >= 0x20) index++;
  }
  return text.length;
}

/** The end of a comment that begins at `offset`; `offset` itself where none does. */
function commentEnd(text: string, offset: number): number {
  if (text.startsWith('/*', offset)) {
    const end = text.indexOf('*/', offset + 2);
    return end < 0 ? text.length : end + 2;
  }
  if (!text.startsWith('//', offset)) return offset;
  let end = offset;
  while (end < text.length && text.charCodeAt(end) !== lineFeed && text.charCodeAt(end) !== 0x0d) end++;
  return end;
}

function lineBreaks(text: string): number {
  return text.match(/\r\n?|\n/g)?.length ?? 0;
}
