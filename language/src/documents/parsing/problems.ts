import type { Edit } from 'jsonc-parser';
import type { Span } from '../range.ts';

/** A place where a text isn't JSON, though what is meant is clear or can be passed over. */
export interface SyntaxProblem extends Span {
  readonly kind: SyntaxProblemKind;
  /** The edit after which it is JSON, with the same tree; none where what is meant can't be known. */
  readonly edit?: Edit;
}

export type SyntaxProblemKind =
  /** A comment. */
  | 'comment'
  /** A comment without its end. */
  | 'open-comment'
  /** A comma with nothing after it, or nothing before it. */
  | 'surplus-comma'
  /** No comma before this. */
  | 'missing-comma'
  /** A text in quotation marks other than ". */
  | 'other-quotes'
  /** A word or number that needs double quotes, or another language's name of true, false and null. */
  | 'bare-word'
  /** There is no colon between a name and its value. */
  | 'missing-colon'
  /** A name without a value, or a comma where a value is due. */
  | 'missing-value'
  /** A value in an object, without a name. */
  | 'missing-name'
  /** Brackets that are still open here. */
  | 'open-bracket'
  /** A closing bracket of the wrong kind, or one that closes nothing. */
  | 'mismatched-bracket'
  /** A text without its closing double quote on the line. */
  | 'open-text'
  /** A text without its opening or closing quote, where it is clear what the text is. */
  | 'missing-quote'
  /** A backslash in a text that isn't followed by an escape. */
  | 'wrong-escape'
  /** A control character in a text. */
  | 'control-character'
  /** A character that looks like one of JSON's. */
  | 'look-alike'
  | 'byte-order-mark'
  /** Something that has no place here. */
  | 'stray'
  /** Something after the end of the job. */
  | 'after-end';

/** Whether a problem is within a token, so that objects and arrays are read alike before and after it is fixed. */
export function isOfToken({ kind }: SyntaxProblem): boolean {
  return ofTokens.has(kind);
}

const ofTokens: ReadonlySet<SyntaxProblemKind> = new Set<SyntaxProblemKind>([
  ...(['comment', 'other-quotes', 'bare-word', 'missing-quote', 'wrong-escape', 'control-character'] as const),
  ...(['look-alike', 'byte-order-mark', 'surplus-comma'] as const),
]);
