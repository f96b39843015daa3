import type { Node } from 'jsonc-parser';
import type { Container } from './container.ts';
import type { Token } from './lexer.ts';
import type { ProblemRecorder } from './problemRecorder.ts';
import { SyntaxKind } from './syntaxKind.ts';
import type { TokenReader } from './tokenReader.ts';

/** Where containers end that have no closing bracket, as the indentation of what follows shows. */
export class IndentedEnds {
  /** Whether a container has ended so, and is empty. */
  hasEmptyContainer = false;
  readonly #reader: TokenReader;
  readonly #problems: ProblemRecorder;
  /** Where the last ones ended, and what closes them. */
  #last: { readonly end: number; readonly closers: string; readonly comma: Token | undefined } | undefined;

  constructor(reader: TokenReader, problems: ProblemRecorder) {
    this.#reader = reader;
    this.#problems = problems;
  }

  /** Whether the current token begins a line that isn't in a container that begins on a line with this indentation. */
  isOutside(indentation: number): boolean {
    const { line } = this.#reader;
    if (!line.isStart || this.#reader.is(SyntaxKind.EOF)) return false;
    return this.#reader.isClosingBracket() ? line.indentation < indentation : line.indentation <= indentation;
  }

  /** Whether a container has ended where the current token begins, so that the comma is inserted with its bracket. */
  isHere(): boolean {
    return this.#last?.end === this.#reader.previousEnd;
  }

  /**
   * Ends a container behind its last child: one problem for all that end there. Returns its node.
   * @param closer what closes it
   */
  end({ node, comma: ownComma }: Container, closer: string): Node {
    const inner = this.isHere() ? this.#last : undefined;
    const last = node.children.at(-1);
    if (last === undefined) this.hasEmptyContainer = true;
    const end = last ? last.offset + last.length : node.offset + 1;
    const closers = (inner?.closers ?? '') + closer;
    const comma = ownComma ?? inner?.comma;
    if (inner) this.#reader.lexer.forgetProblemAt(end - 1);
    const isFollowed = !this.#reader.isClosingBracket() && !this.#reader.is(SyntaxKind.CommaToken);
    const content = comma === undefined && isFollowed ? `${closers},` : closers;
    this.#problems.record('open-bracket', end - 1, 1, { offset: end, length: 0, content });
    if (ownComma && this.#reader.isClosingBracket()) this.#problems.surplusComma(ownComma);
    this.#last = { end, closers, comma };
    this.#reader.previousEnd = end;
    node.length = end - node.offset;
    return node;
  }
}
