import type { Node } from 'jsonc-parser';
import { lineBreakOf, lineIndentation } from '../indentation.ts';
import type { Container } from './container.ts';
import { IndentedEnds } from './indentedEnds.ts';
import type { ProblemRecorder } from './problemRecorder.ts';
import type { SyntaxProblem } from './problems.ts';
import { SyntaxKind } from './syntaxKind.ts';
import type { TokenReader } from './tokenReader.ts';

/**
 * Which container a closing bracket closes: the innermost one of its own kind; the innermost one, of whatever kind; or
 * the one with the same indentation. In the last case, a container also ends before a line that isn't indented more
 * than the one it begins on.
 */
export type ClosingRule = 'kind' | 'place' | 'indentation';

/** Whether the problems up to a place show that another rule is better. */
export type HopelessTest = (problems: readonly SyntaxProblem[]) => boolean;

const closers = {
  object: { closer: '}', kind: SyntaxKind.CloseBraceToken, other: 'array' },
  array: { closer: ']', kind: SyntaxKind.CloseBracketToken, other: 'object' },
} as const;

/** The objects and arrays that are being read: where they begin, and by a rule, where they end. */
export class Containers {
  isTooDeep = false;
  isHopeless = false;
  /** Whether the last closing bracket ends the text. */
  isBalanced = true;
  /** Whether a closing bracket isn't of the kind of the innermost container. */
  hasMismatch = false;
  readonly #text: string;
  readonly #reader: TokenReader;
  readonly #problems: ProblemRecorder;
  readonly #maximumDepth: number;
  readonly #rule: ClosingRule;
  readonly #isHopelessWith: HopelessTest;
  readonly #indentedEnds: IndentedEnds;
  /** How many of each type are open. */
  readonly #open = { object: 0, array: 0 };
  /** What is missing at the end of the text, which is one problem. */
  #missingAtEnd = '';
  #lineBreak: string | undefined;

  constructor(
    text: string,
    reader: TokenReader,
    problems: ProblemRecorder,
    maximumDepth: number,
    rule: ClosingRule,
    isHopelessWith: HopelessTest,
  ) {
    this.#text = text;
    this.#reader = reader;
    this.#problems = problems;
    this.#maximumDepth = maximumDepth;
    this.#rule = rule;
    this.#isHopelessWith = isHopelessWith;
    this.#indentedEnds = new IndentedEnds(reader, problems);
  }

  /** Begins a container at its opening bracket, and reads that. */
  open(type: Container['type']): Container {
    const { token, isInArray, line } = this.#reader;
    const node: Container['node'] = { type, offset: token.offset, length: 1, children: [] };
    const { indentation } = line;
    this.#open[type]++;
    this.#reader.isInArray = type === 'array';
    this.#reader.advance();
    // Deep nesting must not overflow the stack.
    if (this.#open.object + this.#open.array > this.#maximumDepth) {
      this.isTooDeep = true;
      this.#reader.endHere();
    }
    return { type, node, indentation, isElement: isInArray, isEmpty: true, comma: undefined };
  }

  /** Whether the current token is a bracket that closes an array, and none is open. */
  closesNothing(): boolean {
    return this.#reader.is(SyntaxKind.CloseBracketToken) && this.#open.array === 0;
  }

  /** Whether the current token isn't part of a container, the innermost one. */
  endsHere({ type, indentation }: Container): boolean {
    if (this.#isHopelessWith(this.#reader.lexer.problems)) {
      this.isHopeless = true;
      this.#reader.endHere();
    }
    const { kind, other } = closers[type];
    if (this.#reader.is(kind) || this.#reader.is(SyntaxKind.EOF)) return true;
    if (this.#reader.is(closers[other].kind)) {
      this.hasMismatch = true;
      if (this.#rule === 'place' || this.#open[other] > 0) return true;
    }
    return this.#isOutside(indentation);
  }

  /** Ends the innermost container before the current token, or with it. Returns its node. */
  close(container: Container): Node {
    const { type, node, indentation, isElement, comma } = container;
    this.#open[type]--;
    this.#reader.isInArray = isElement;
    if (this.#isOutside(indentation)) return this.#indentedEnds.end(container, this.#missing(container));
    if (comma !== undefined && node.children.length > 0) this.#problems.surplusComma(comma);
    const { closer, kind } = closers[type];
    if (this.#reader.is(kind)) {
      this.#reader.advance();
    } else if (this.#reader.is(SyntaxKind.EOF)) {
      this.#missingAtEnd += this.#missing(container);
    } else if (this.#rule === 'place') {
      this.#problems.mismatchedBracket(closer);
      this.#reader.advance();
    } else {
      this.#problems.openBracket(this.#reader.token, this.#missing(container));
    }
    node.length = this.#reader.previousEnd - node.offset;
    return node;
  }

  /** Whether a container that is empty has ended because of the indentation of what follows. */
  get hasEmptyIndentedEnd(): boolean {
    return this.#indentedEnds.hasEmptyContainer;
  }

  /** Whether a container has ended at the current token because of its indentation; a comma comes with its bracket. */
  hasIndentedEndHere(): boolean {
    return this.#indentedEnds.isHere();
  }

  /** Records what is missing at the end of the text. */
  endOfText(): void {
    if (this.#missingAtEnd === '') return;
    this.isBalanced = false;
    this.#problems.openBracket({ offset: this.#reader.previousEnd - 1, length: 1 }, this.#missingAtEnd);
  }

  #isOutside(indentation: number): boolean {
    return this.#rule === 'indentation' && this.#indentedEnds.isOutside(indentation);
  }

  /** The bracket that closes a container: on a line of its own if its first child begins on another line. */
  #missing({ type, node: { offset, children } }: Container): string {
    const { closer } = closers[type];
    const [first] = children;
    const isSpread = first !== undefined && /[\r\n]/.test(this.#text.slice(offset, first.offset));
    if (!isSpread) return closer;
    this.#lineBreak ??= lineBreakOf(this.#text);
    return this.#lineBreak + lineIndentation(this.#text, offset) + closer;
  }
}
