import type { Node } from 'jsonc-parser';
import { countProperties, extentOf } from './fast/extent.ts';
import { lazyTree } from './fast/lazyTree.ts';
import { isLargerThan, maximumDepth, maximumSize } from './limits.ts';
import type { SyntaxProblem } from './parsing/problems.ts';
import { parseTree } from './parsing/parseTree.ts';
import { nodeValue } from './value.ts';

/** Why a text wasn't parsed at all. */
export type Refusal = 'empty' | 'too-large' | 'too-deep';

/** One version of a document, parsed. */
export interface ParsedDocument {
  readonly text: string;
  /** The syntax tree of what is meant, with gaps where that isn't clear; `undefined` for a text without any value. */
  readonly tree: Node | undefined;
  /** The value of the tree. */
  readonly data: unknown;
  /** Where the text isn't JSON, in the order of the text. */
  readonly problems: readonly SyntaxProblem[];
  readonly refusal?: Refusal;
  /** How many levels of indentation the lines have together when the text is formatted; only of JSON. */
  readonly indentation?: number;
  /** How many tokens were read, a measure of the time it took; none for JSON. */
  readonly tokens: number;
}

/**
 * Parses any text and never throws. Comments and trailing commas are problems, since the service accepts strict JSON only.
 * @param limit the largest text that is parsed, in bytes of UTF-8
 */
export function parse(text: string, limit = maximumSize): ParsedDocument {
  if (text.trim() === '') return refused(text, 'empty');
  if (isLargerThan(text, limit)) return refused(text, 'too-large');
  const { depth, properties, indentation } = extentOf(text, maximumDepth);
  const data = depth > maximumDepth ? undefined : jsonValue(text);
  // A value has the last of several properties with the same name; the full tree has all of them.
  if (data !== undefined && countProperties(data) === properties) {
    return { text, tree: lazyTree(text), data, problems: [], indentation, tokens: 0 };
  }
  const { tree, problems, isTooDeep, tokens } = parseTree(text, maximumDepth);
  if (isTooDeep) return refused(text, 'too-deep', tokens);
  return { text, tree, data: tree && nodeValue(tree), problems, tokens };
}

function refused(text: string, refusal: Refusal, tokens = 0): ParsedDocument {
  return { text, tree: undefined, data: undefined, problems: [], refusal, tokens };
}

export function jsonValue(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
