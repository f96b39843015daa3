import type { Node } from 'jsonc-parser';
import { jsonTree } from './jsonNode.ts';
import type { SyntaxProblem } from './problems.ts';
import { isAllIn, shapeOf, shapeOfJson, shapeOfValue } from './shape.ts';
import { parseTree } from './treeParser.ts';
import { nodeValue } from './value.ts';

/** The gateway refuses bodies above 12 MB (413), so a longer text is not looked at: API gateway manual, error codes. */
export const maximumSize = 12 * 1024 * 1024;

/** A job is six levels deep. The parser needs a stack frame a level, so far deeper texts are not parsed. */
export const maximumDepth = 500;

/** Why a text was not parsed at all. */
export type Refusal = 'empty' | 'too-large' | 'too-deep';

/** One version of a document, parsed. */
export interface ParsedDocument {
  readonly text: string;
  /** The syntax tree of what is meant, with gaps where that is not clear; `undefined` for a text without any value. */
  readonly tree: Node | undefined;
  /** The value of the tree. */
  readonly data: unknown;
  /** Where the text is not JSON, in the order of the text. */
  readonly problems: readonly SyntaxProblem[];
  readonly refusal?: Refusal;
}

/**
 * Parses any text: never throws. Strict JSON: comments and trailing commas are problems, since the service knows neither.
 * @param limit in bytes of UTF-8, above which a text isn't parsed
 */
export function parse(text: string, limit = maximumSize): ParsedDocument {
  if (text.trim() === '') return refused(text, 'empty');
  if (isLargerThan(text, limit)) return refused(text, 'too-large');
  const data = valueOf(text);
  if (data !== undefined) {
    const shape = shapeOfValue(data, maximumDepth);
    if (shape.depth > maximumDepth) return refused(text, 'too-deep');
    if (isAllIn(text, shape)) return { text, tree: jsonTree(text), data, problems: [] };
  }
  return (data === undefined ? shapeOf(text) : shapeOfJson(text)).depth > maximumDepth
    ? refused(text, 'too-deep')
    : parseAsMeant(text);
}

function refused(text: string, refusal: Refusal): ParsedDocument {
  return { text, tree: undefined, data: undefined, problems: [], refusal };
}

function parseAsMeant(text: string): ParsedDocument {
  const { tree, problems } = parseTree(text);
  return { text, tree, data: tree && nodeValue(tree), problems };
}

function valueOf(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

/** Whether the UTF-8 form of a text has more than `limit` bytes. */
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
