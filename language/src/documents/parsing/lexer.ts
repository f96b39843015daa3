import { createScanner } from 'jsonc-parser';
import { endWithoutQuote, lacksOpeningQuote } from './missingQuotes.ts';
import type { SyntaxProblem } from './problems.ts';
import { decoded, escaped } from './stringLiteral.ts';
import { SyntaxKind } from './syntaxKind.ts';
import { isAtEnd, lineAt, nameAt, searchClosingQuote, startsWord, valueAt } from './unquotedWord.ts';

/** A token with its intended meaning: with other quotes it is a text, a full-width comma is a comma. */
export interface Token {
  readonly kind: SyntaxKind;
  readonly offset: number;
  readonly length: number;
  /** A text's content, or a number or word as written. */
  readonly value: string;
}

/** Spaces that JSON doesn't know: they come with text copied from pages and word processors. */
const foreignSpaces = /[\v\f\u00a0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff]/;

/** What a keyboard for Chinese types for JSON's punctuation, and what other languages write. */
const lookAlikes: Readonly<Record<string, readonly [SyntaxKind, string]>> = {
  '，': [SyntaxKind.CommaToken, ','],
  '：': [SyntaxKind.ColonToken, ':'],
  '｛': [SyntaxKind.OpenBraceToken, '{'],
  '｝': [SyntaxKind.CloseBraceToken, '}'],
  '［': [SyntaxKind.OpenBracketToken, '['],
  '］': [SyntaxKind.CloseBracketToken, ']'],
  '=': [SyntaxKind.ColonToken, ':'],
  ';': [SyntaxKind.CommaToken, ','],
};

const closingQuotes: Readonly<Record<string, string>> = {
  "'": "'",
  '`': '`',
  '“': '”',
  '”': '”',
  '‘': '’',
  '’': '’',
  '＂': '＂',
};

/** jsonc-parser's scan errors by name; its `ScanError` is a const enum, which a module compiled by itself can't read. */
const scanErrors = { openComment: 1, openText: 2, controlCharacter: 6 } as const;

/** A text with so many problems isn't a job; more would only take time and memory. */
export const maximumProblems = 5_000;

/** Reads the tokens of any text one after the other, and notes what JSON doesn't allow. */
export class Lexer {
  readonly problems: SyntaxProblem[] = [];
  /** Where the last text without its closing quote ends. */
  openTextEnd = -1;
  /** How many tokens were read. */
  tokens = 0;
  readonly #text: string;
  readonly #scanner;
  /** By closing quote, up to where none was found: many opening quotes on a line search it once. */
  readonly #searchedTo = new Map<string, number>();

  /** @param start where a token may begin, in UTF-16 units */
  constructor(text: string, start = 0) {
    this.#text = text;
    this.#scanner = createScanner(text, false);
    this.#scanner.setPosition(start);
    if (start === 0 && text.startsWith('\ufeff')) {
      this.#take('byte-order-mark', 0, 1, '');
    }
  }

  /** The next token, at the end of the text `EOF`. @param expectsValue whether a word may contain a colon */
  next(expectsValue: boolean): Token {
    this.tokens++;
    for (;;) {
      const start = this.#scanner.getPosition();
      if (startsWord(this.#text, start)) {
        const word = this.#word(start, expectsValue);
        if (word === undefined) continue;
        return word;
      }
      const kind: SyntaxKind = this.#scanner.scan();
      const offset = this.#scanner.getTokenOffset();
      const length = this.#scanner.getTokenLength();
      switch (kind) {
        case SyntaxKind.Trivia:
        case SyntaxKind.LineBreakTrivia:
          continue;
        case SyntaxKind.LineCommentTrivia:
        case SyntaxKind.BlockCommentTrivia:
          this.#comment(offset, Math.min(length, this.#text.length - offset));
          continue;
        case SyntaxKind.StringLiteral:
          return this.#string(offset, length, expectsValue);
        case SyntaxKind.NumericLiteral:
          return this.#number(offset, length, expectsValue);
        case SyntaxKind.Unknown:
          return this.#bareWord(offset, this.#wordAt(offset, expectsValue), expectsValue);
        default:
          return { kind, offset, length, value: this.#scanner.getTokenValue() };
      }
    }
  }

  /** Whether there are more problems than anyone will look at. */
  get isFull(): boolean {
    return this.problems.length >= maximumProblems;
  }

  /** Adds a problem, unless there are too many. */
  note(problem: SyntaxProblem): void {
    if (!this.isFull) this.problems.push(problem);
  }

  /** Takes back what was noted of the token at `offset`, which is of the last ones. */
  forgetProblemAt(offset: number): void {
    const index = this.problems.length - 1;
    for (let last = index; last >= 0 && (this.problems[last]?.offset ?? -1) >= offset; last--) {
      if (this.problems[last]?.offset === offset) this.problems.splice(last, 1);
    }
  }

  /** Has the comma inserted with the closing quote that is missing at a place. */
  addCommaToQuote(end: number): void {
    const index = this.problems.findLastIndex(({ kind, edit }) => kind === 'missing-quote' && edit?.offset === end);
    const problem = this.problems[index];
    if (problem?.edit) this.problems[index] = { ...problem, edit: { ...problem.edit, content: '",' } };
  }

  #comment(offset: number, length: number): void {
    const error: number = this.#scanner.getTokenError();
    const isOpen = error === scanErrors.openComment;
    this.#note(isOpen ? 'open-comment' : 'comment', offset, length, '');
  }

  #string(offset: number, length: number, expectsValue: boolean): Token {
    const source = this.#text.slice(offset, offset + length);
    const error: number = this.#scanner.getTokenError();
    const end = endWithoutQuote(this.#text, offset, source, error === scanErrors.openText, expectsValue);
    if (end !== undefined) return this.#withoutQuote(offset, end, end);
    switch (error) {
      case 0:
        // A quote within a text ends it early, and what follows isn't JSON.
        if (/[\p{L}\p{N}_]/u.test(this.#text[offset + length] ?? '')) this.#note('open-text', offset, length);
        return { kind: SyntaxKind.StringLiteral, offset, length, value: this.#scanner.getTokenValue() };
      case scanErrors.openText:
        this.openTextEnd = offset + length;
        this.#note('open-text', offset, length);
        break;
      case scanErrors.controlCharacter:
        this.#note('control-character', offset, length, escaped(source));
        break;
      default:
        this.#note('wrong-escape', offset, length, escaped(source));
    }
    return { kind: SyntaxKind.StringLiteral, offset, length, value: decoded(source) };
  }

  /** What is neither punctuation nor a text in double quotes; `undefined` for a space or comment of other languages. */
  #word(offset: number, expectsValue: boolean): Token | undefined {
    const first = this.#text.charAt(offset);
    if (foreignSpaces.test(first)) {
      let end = offset + 1;
      while (foreignSpaces.test(this.#text.charAt(end))) end++;
      this.#take('look-alike', offset, end - offset, ' '.repeat(end - offset));
      return undefined;
    }
    if (first === '#') {
      this.#take('comment', offset, lineAt(this.#text, offset).length, '');
      return undefined;
    }
    const alike = lookAlikes[first];
    if (alike && !isAtEnd(this.#text, offset)) {
      const length = this.#text.startsWith('=>', offset) ? 2 : 1;
      this.#take('look-alike', offset, length, alike[1]);
      return { kind: alike[0], offset, length, value: '' };
    }
    const quoted = this.#quoted(offset, closingQuotes[first]);
    if (quoted) return quoted;
    const word = this.#wordAt(offset, expectsValue);
    const keyword = keywords.get(word);
    if (keyword?.[1] !== word || this.#text[offset + word.length] === '"') {
      return this.#bareWord(offset, word, expectsValue);
    }
    this.#scanner.setPosition(offset + word.length);
    return { kind: keyword[0], offset, length: word.length, value: word };
  }

  /** A number, or a word that begins like one: `05`, `1.2.3`, `0x1F`. */
  #number(offset: number, length: number, expectsValue: boolean): Token {
    const error: number = this.#scanner.getTokenError();
    // Behind a number and a space something else begins.
    const isWhole = nameAt(this.#text, offset).length <= length;
    if (error !== 0 || !isWhole) return this.#bareWord(offset, this.#wordAt(offset, expectsValue), expectsValue);
    return { kind: SyntaxKind.NumericLiteral, offset, length, value: this.#scanner.getTokenValue() };
  }

  #wordAt(offset: number, isValue: boolean): string {
    return isValue ? valueAt(this.#text, offset) : nameAt(this.#text, offset);
  }

  #bareWord(offset: number, word: string, expectsValue: boolean): Token {
    const end = offset + word.length;
    if (lacksOpeningQuote(this.#text, offset, end, expectsValue)) return this.#withoutQuote(offset, end + 1, offset);
    if (!/[\p{L}\p{N}_$]/u.test(word)) {
      this.#take('stray', offset, word.length);
      return { kind: SyntaxKind.Unknown, offset, length: word.length, value: word };
    }
    const keyword = keywords.get(word.toLowerCase());
    this.#take('bare-word', offset, word.length, keyword?.[1] ?? JSON.stringify(word));
    return { kind: keyword?.[0] ?? SyntaxKind.StringLiteral, offset, length: word.length, value: word };
  }

  /** A string without one of its quotes. @param quote where that is missing */
  #withoutQuote(offset: number, end: number, quote: number): Token {
    const source = this.#text.slice(offset, end);
    const length = end - offset;
    if (quote === end) this.openTextEnd = end;
    this.note({ kind: 'missing-quote', offset, length, edit: { offset: quote, length: 0, content: '"' } });
    this.#scanner.setPosition(end);
    return { kind: SyntaxKind.StringLiteral, offset, length, value: decoded(quote === end ? source : `"${source}`) };
  }

  #quoted(offset: number, closing: string | undefined): Token | undefined {
    if (closing === undefined) return undefined;
    const start = offset + 1;
    const end = searchClosingQuote(this.#text, start, Math.max(start, this.#searchedTo.get(closing) ?? 0), closing);
    if (this.#text[end] !== closing) {
      this.#searchedTo.set(closing, end);
      return undefined;
    }
    const length = end + 1 - offset;
    const inner = this.#text.slice(offset + 1, end);
    const value = decoded(`"${inner.replaceAll(`\\${closing}`, closing)}"`);
    this.#take('other-quotes', offset, length, JSON.stringify(value));
    return { kind: SyntaxKind.StringLiteral, offset, length, value };
  }

  #take(kind: SyntaxProblem['kind'], offset: number, length: number, text?: string): void {
    this.#note(kind, offset, length, text);
    this.#scanner.setPosition(offset + length);
  }

  /** @param text what fixes it in its place */
  #note(kind: SyntaxProblem['kind'], offset: number, length: number, text?: string): void {
    if (this.isFull) return;
    this.note({ kind, offset, length, ...(text !== undefined && { edit: { offset, length, content: text } }) });
  }
}

/** What other languages call JSON's words. */
const keywords: ReadonlyMap<string, readonly [SyntaxKind, string]> = new Map<string, readonly [SyntaxKind, string]>([
  ['true', [SyntaxKind.TrueKeyword, 'true']],
  ['false', [SyntaxKind.FalseKeyword, 'false']],
  ['null', [SyntaxKind.NullKeyword, 'null']],
  ['none', [SyntaxKind.NullKeyword, 'null']],
  ['undefined', [SyntaxKind.NullKeyword, 'null']],
]);
