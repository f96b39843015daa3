import type { Node } from 'jsonc-parser';
import { jsonTree, stringEnd } from './jsonNode.ts';
import type { SyntaxProblem } from './problems.ts';
import { parseTree } from './treeParser.ts';
import { memberCount, nodeValue } from './value.ts';

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

/** Parses any text: never throws. Strict JSON: comments and trailing commas are problems, since the service knows neither. */
export function parse(text: string): ParsedDocument {
  if (text.trim() === '') return refused(text, 'empty');
  if (isLargerThan(text, maximumSize)) return refused(text, 'too-large');
  const data = valueOf(text);
  const { depth, members } = data === undefined ? shapeOf(text) : shapeOfJson(text);
  if (depth > maximumDepth) return refused(text, 'too-deep');
  // Where a member stands twice, the value does not say all that the text does.
  return data !== undefined && memberCount(data) === members
    ? { text, tree: jsonTree(text), data, problems: [] }
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
function isLargerThan(text: string, limit: number): boolean {
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

interface Shape {
  /** How deep the brackets go. */
  readonly depth: number;
  /** How many colons stand between names and values. */
  readonly members: number;
}

/** The shape of a text that is JSON, whose texts can be passed over. */
function shapeOfJson(text: string): Shape {
  let depth = 0;
  let deepest = 0;
  let members = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 0x22) index = stringEnd(text, index) - 1;
    else if (unit === 0x3a) members++;
    else if (unit === 0x5b || unit === 0x7b) deepest = Math.max(deepest, ++depth);
    else if (unit === 0x5d || unit === 0x7d) depth--;
  }
  return { depth: deepest, members };
}

/** The shape of any text. */
function shapeOf(text: string): Shape {
  let depth = 0;
  let deepest = 0;
  let members = 0;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    switch (text.charCodeAt(index)) {
      case 0x22: // "
        inString = !inString;
        break;
      case 0x5c: // \
        if (inString) index++;
        break;
      case 0x0a: // a string ends with its line, closed or not
      case 0x0d:
        inString = false;
        break;
      case 0x3a: // :
        if (!inString) members++;
        break;
      case 0x5b: // [
      case 0x7b: // {
        if (!inString && ++depth > deepest) deepest = depth;
        break;
      case 0x5d: // ]
      case 0x7d: // }
        if (!inString && depth > 0) depth--;
        break;
      default:
        break;
    }
  }
  return { depth: deepest, members };
}
