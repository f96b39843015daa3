import type { Node } from 'jsonc-parser';
import { countProperties, extentOf } from './fast/propertyCount.ts';
import { lazyTree } from './fast/lazyTree.ts';
import type { SyntaxProblem } from './parsing/problems.ts';
import { parseTree } from './parsing/treeParser.ts';
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
 * Parses any text and never throws. Comments and trailing commas are problems, since the service accepts strict JSON only.
 * @param limit the largest text that is parsed, in bytes of UTF-8
 */
export function parse(text: string, limit = maximumSize): ParsedDocument {
  if (text.trim() === '') return refused(text, 'empty');
  if (isLargerThan(text, limit)) return refused(text, 'too-large');
  const data = jsonValue(text);
  if (data !== undefined) {
    const { depth, properties } = extentOf(data, maximumDepth);
    if (depth > maximumDepth) return refused(text, 'too-deep');
    // A value has the last of several properties with the same name; the full tree has all of them.
    if (properties === countProperties(text)) return { text, tree: lazyTree(text), data, problems: [] };
  }
  const { tree, problems, isTooDeep } = parseTree(text, maximumDepth);
  return isTooDeep ? refused(text, 'too-deep') : { text, tree, data: tree && nodeValue(tree), problems };
}

function refused(text: string, refusal: Refusal): ParsedDocument {
  return { text, tree: undefined, data: undefined, problems: [], refusal };
}

/** Returns the value of a text that is JSON; `undefined` for another text. */
export function jsonValue(text: string): unknown {
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
