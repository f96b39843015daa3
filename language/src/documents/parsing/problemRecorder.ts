import type { Edit } from 'jsonc-parser';
import type { Span } from '../range.ts';
import { withoutBrokenLines } from './brokenLines.ts';
import type { Token } from './lexer.ts';
import { isOfToken, type SyntaxProblem } from './problems.ts';
import { SyntaxKind } from './syntaxKind.ts';
import type { TokenReader } from './tokenReader.ts';
import { startsWord } from './unquotedWord.ts';

/** Records the problems of a text at the current token of its reader, beside those that the lexer has found. */
export class ProblemRecorder {
  readonly #text: string;
  readonly #reader: TokenReader;

  constructor(text: string, reader: TokenReader) {
    this.#text = text;
    this.#reader = reader;
  }

  /** Returns all problems in the order of the text. */
  all(): readonly SyntaxProblem[] {
    const problems = this.#reader.lexer.problems.sort((left, right) => left.offset - right.offset);
    return withoutBrokenLines(problems, this.#text);
  }

  record(kind: SyntaxProblem['kind'], offset: number, length: number, edit?: Edit): void {
    const { lexer } = this.#reader;
    if (!lexer.isFull) lexer.note({ kind, offset, length, ...(edit && { edit }) });
  }

  /** Something that is neither a value nor punctuation of its container. */
  stray(): void {
    const { kind, offset, length } = this.#reader.token;
    if (this.#reader.isClosingBracket()) this.mismatchedBracket('');
    // The lexer has noted what it doesn't know.
    else if (kind !== SyntaxKind.Unknown) this.record('stray', offset, length);
  }

  /** A name that isn't a string: words that are values elsewhere are names without quotes here. */
  bareName(): void {
    const { offset, length, value } = this.#reader.token;
    this.#reader.lexer.forgetProblemAt(offset);
    this.record('bare-word', offset, length, { offset, length, content: JSON.stringify(value) });
  }

  /** A word may go on behind a space where a value is due, so that only what has its end can be distinguished. */
  missingColon({ offset, length }: Span, end: number): void {
    const isWord = startsWord(this.#text, this.#reader.token.offset);
    this.record('missing-colon', offset, length, isWord ? undefined : { offset: end, length: 0, content: ':' });
  }

  /** Shown at what follows; fixed right behind what is before. */
  missingComma(): void {
    const { lexer, previousEnd, token } = this.#reader;
    // A text without its closing quote has swallowed it, or has lost both.
    if (lexer.openTextEnd === previousEnd) {
      lexer.addCommaToQuote(previousEnd);
      return;
    }
    this.record('missing-comma', token.offset, token.length, { offset: previousEnd, length: 0, content: ',' });
  }

  surplusComma({ offset, length }: Token): void {
    this.record('surplus-comma', offset, length, { offset, length, content: '' });
  }

  /** @param content what belongs in its place */
  mismatchedBracket(content: string): void {
    const { token, previousEnd, lexer } = this.#reader;
    const { offset, length } = token;
    const before = this.#text.slice(Math.max(0, previousEnd - 1), previousEnd);
    const after = this.#text.slice(offset + length, offset + length + 100);
    // A full-width bracket is one problem, too.
    lexer.forgetProblemAt(offset);
    // Without it, two words would become one.
    const isApart = content === '' && /[^\s,:{}[\]"]$/.test(before) && /^\s*[^\s,:{}[\]"]/.test(after);
    this.record('mismatched-bracket', offset, length, isApart ? undefined : { offset, length, content });
  }

  /** Brackets that are missing behind what was read. @param span where that is shown */
  openBracket({ offset, length }: Span, closers: string): void {
    const { lexer, previousEnd } = this.#reader;
    // Behind a text without its closing quote, only a new line is outside of it.
    const content = lexer.openTextEnd === previousEnd ? `\n${closers}` : closers;
    this.record('open-bracket', offset, length, { offset: previousEnd, length: 0, content });
  }

  /**
   * Leaves only this problem, and comments, of what follows the end of the tree. Brackets alone can be removed, if
   * nothing else is wrong with those before.
   */
  afterEnd({ offset, length }: Span): void {
    const { previousEnd, lexer } = this.#reader;
    const rest = this.#text.slice(offset).trimEnd();
    const isBehindSpace = this.#text.slice(previousEnd, offset).trim() === '';
    const isOtherwiseRight = lexer.problems.every((problem) => problem.offset >= offset || isOfToken(problem));
    if (isBehindSpace && isOtherwiseRight && /^[}\],;\s]+$/.test(rest)) {
      const edit = { offset: previousEnd, length: offset + rest.length - previousEnd, content: '' };
      this.record('after-end', offset, rest.length, edit);
    } else this.record('after-end', offset, length);
    while (!this.#reader.is(SyntaxKind.EOF)) this.#reader.advance(true);
    const { problems } = this.#reader.lexer;
    const end = problems.find(({ kind }) => kind === 'after-end')?.offset ?? Infinity;
    const kept = problems.filter((one) => one.offset < end || one.kind === 'after-end' || one.kind === 'comment');
    problems.splice(0, problems.length, ...kept);
  }
}
