import type { Node } from 'jsonc-parser';
import type { Token } from './lexer.ts';

/** A node without a known end. */
export type OpenNode = { -readonly [Key in keyof Node]: Node[Key] } & { readonly children: Node[] };

/** An object or array that is being read. */
export interface Container {
  readonly type: 'object' | 'array';
  readonly node: OpenNode;
  /** How far the line is indented that it begins on. */
  readonly indentation: number;
  /** Whether it is an element of an array. */
  readonly isElement: boolean;
  /** Whether nothing of it was read so far. */
  isEmpty: boolean;
  /** The comma that was read last, if nothing of the container has followed. */
  comma: Token | undefined;
}
