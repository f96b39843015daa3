import type { Node } from 'jsonc-parser';
import type { Edit } from 'jsonc-parser';
import { Lexer, type Token } from './lexer.ts';
import { lineBreakOf, lineIndentation } from '../indentation.ts';
import type { SyntaxProblem } from './problems.ts';
import { withoutBrokenLines } from './brokenLines.ts';
import type { Span } from '../range.ts';
import { SyntaxKind } from './syntaxKind.ts';
import { startsWord } from './unquotedWord.ts';

/** A node whose end is not known yet. */
type OpenNode = { -readonly [Key in keyof Node]: Node[Key] } & { readonly children: Node[] };

/**
 * Which container a closing bracket closes: the innermost one of its own kind; the innermost one, of whatever kind; or the
 * one whose indentation it has. In the last case, a container also ends before a line that isn't indented more than the one
 * it begins on.
 */
export type ClosingRule = 'kind' | 'place' | 'indentation';

/** Parses a text once. `parseTree` says what the tree is. */
export class TreeParser {
  isTooDeep = false;
  /** Whether the last closing bracket ends the text. */
  isBalanced = true;
  /** Whether a closing bracket isn't of the kind of the innermost container. */
  hasMismatch = false;
  /** Whether a container that is empty ends because of the indentation of what follows. */
  endsEmptyContainer = false;
  readonly #text: string;
  readonly #maximumDepth: number;
  readonly #closingRule: ClosingRule;
  readonly #lexer: Lexer;
  #token: Token;
  /** The token after the current one, where it was looked at. */
  #following: Token | undefined;
  #previousEnd = 0;
  /** In an array a word may be an address, with a colon in it. */
  #isInArray = false;
  #openArrays = 0;
  #openObjects = 0;
  /** The text ended within brackets, which is told once. */
  #closers = '';
  /** How far the first token of the current token's line is indented, and whether that is the token itself. */
  #line = { indentation: 0, isStart: true };
  /** Where containers ended by their indentation, and what closes them. */
  #ended: { readonly end: number; readonly closers: string; readonly comma: Token | undefined } | undefined;
  #lineBreak: string | undefined;

  constructor(text: string, maximumDepth: number, closingRule: ClosingRule) {
    this.#text = text;
    this.#maximumDepth = maximumDepth;
    this.#closingRule = closingRule;
    this.#lexer = new Lexer(text);
    this.#token = this.#lexer.next(true);
  }

  problems(): readonly SyntaxProblem[] {
    const problems = this.#lexer.problems.sort((left, right) => left.offset - right.offset);
    return withoutBrokenLines(problems, this.#text);
  }

  document(): Node | undefined {
    while (this.#token.kind !== SyntaxKind.EOF && !this.#startsValue()) this.#skipStray();
    const tree = this.#value();
    if (this.#closers !== '') {
      this.isBalanced = false;
      this.#openBracket(this.#previousEnd - 1, 1, this.#closers);
    }
    if (tree && this.#token.kind !== SyntaxKind.EOF) {
      this.isBalanced = false;
      this.#problem('after-end', this.#token.offset, this.#token.length);
      // One sentence for all that follows.
      while (this.#token.kind !== SyntaxKind.EOF) this.#advance(true);
      this.#dropProblemsAfterEnd();
    }
    return tree;
  }

  #value(): Node | undefined {
    const { kind, offset, length, value } = this.#token;
    switch (kind) {
      case SyntaxKind.OpenBraceToken:
        return this.#object();
      case SyntaxKind.OpenBracketToken:
        return this.#array();
      case SyntaxKind.StringLiteral:
        return this.#scalar({ type: 'string', offset, length, value });
      case SyntaxKind.NumericLiteral:
        return this.#scalar({ type: 'number', offset, length, value: Number(value) });
      case SyntaxKind.TrueKeyword:
      case SyntaxKind.FalseKeyword:
        return this.#scalar({ type: 'boolean', offset, length, value: kind === SyntaxKind.TrueKeyword });
      case SyntaxKind.NullKeyword:
        return this.#scalar({ type: 'null', offset, length, value: null });
      default:
        return undefined;
    }
  }

  #scalar(node: Node): Node {
    this.#advance(this.#isInArray);
    return node;
  }

  #object(): Node {
    const node: OpenNode = { type: 'object', offset: this.#token.offset, length: 1, children: [] };
    const wasInArray = this.#isInArray;
    this.#isInArray = false;
    const { indentation } = this.#line;
    this.#openObjects++;
    this.#advance(false);
    this.#endWhereTooDeep();
    let comma: Token | undefined;
    let isEmpty = true;
    while (
      this.#token.kind !== SyntaxKind.CloseBraceToken &&
      !this.#endsEarly(this.#openArrays > 0, SyntaxKind.CloseBracketToken) &&
      !this.#isOutside(indentation)
    ) {
      if (this.#token.kind === SyntaxKind.CommaToken) {
        if (comma !== undefined || isEmpty) this.#surplusComma(this.#token);
        else comma = this.#token;
        this.#advance(false);
        continue;
      }
      if (!this.#startsValue()) {
        this.#skipStray();
        continue;
      }
      // Where a value is missing, so is what stands behind it.
      if (comma === undefined && (node.children.at(-1)?.children?.length ?? 0) > 1) this.#missingComma();
      this.#property(node);
      isEmpty = false;
      comma = undefined;
    }
    this.#openObjects--;
    this.#isInArray = wasInArray;
    if (this.#isOutside(indentation)) return this.#endByIndentation(node, comma, '}');
    return this.#close(node, comma, '}', SyntaxKind.CloseBraceToken);
  }

  #array(): Node {
    const node: OpenNode = { type: 'array', offset: this.#token.offset, length: 1, children: [] };
    const wasInArray = this.#isInArray;
    this.#isInArray = true;
    const { indentation } = this.#line;
    this.#openArrays++;
    this.#advance(true);
    this.#endWhereTooDeep();
    let comma: Token | undefined;
    while (
      this.#token.kind !== SyntaxKind.CloseBracketToken &&
      !this.#endsEarly(this.#openObjects > 0, SyntaxKind.CloseBraceToken) &&
      !this.#isOutside(indentation)
    ) {
      if (this.#token.kind === SyntaxKind.CommaToken) {
        if (comma !== undefined || node.children.length === 0) this.#surplusComma(this.#token);
        else comma = this.#token;
        this.#advance(true);
        continue;
      }
      if (!this.#startsValue()) {
        this.#skipStray();
        continue;
      }
      if (node.children.length > 0 && comma === undefined) this.#missingComma();
      const element = this.#value();
      if (element) node.children.push(Object.assign(element, { parent: node }));
      comma = undefined;
    }
    this.#openArrays--;
    this.#isInArray = wasInArray;
    if (this.#isOutside(indentation)) return this.#endByIndentation(node, comma, ']');
    return this.#close(node, comma, ']', SyntaxKind.CloseBracketToken);
  }

  /** Reads the text as if it ended here, so that deep nesting never overflows the stack. */
  #endWhereTooDeep(): void {
    if (this.#openArrays + this.#openObjects <= this.#maximumDepth) return;
    this.isTooDeep = true;
    this.#token = { kind: SyntaxKind.EOF, offset: this.#text.length, length: 0, value: '' };
  }

  /** The member that begins here, put into its object; its value may be missing. */
  #property(object: OpenNode): void {
    const { offset, length, kind, value } = this.#token;
    if (kind === SyntaxKind.OpenBraceToken || kind === SyntaxKind.OpenBracketToken) {
      this.#problem('missing-name', offset, length);
      this.#value();
      return;
    }
    const property: OpenNode = { type: 'property', offset, length, parent: object, children: [] };
    property.children.push({ type: 'string', offset, length, value, parent: property });
    object.children.push(property);
    this.#noteBareName();
    this.#advance(false);
    const end = this.#previousEnd;
    const hasColon = this.#token.kind === SyntaxKind.ColonToken;
    if (hasColon) {
      property.colonOffset = this.#token.offset;
      this.#advance(true);
      while (this.#is(SyntaxKind.ColonToken)) this.#skipStray(true);
    }
    // A name without a value may have the next member behind it: `"a": "b": 1`.
    if (!this.#startsValue() || this.#startsMember()) {
      this.#problem('missing-value', offset, this.#previousEnd - offset);
      return;
    }
    if (!hasColon) this.#missingColon({ offset, length }, end);
    const member = this.#value();
    if (member) {
      property.children.push(Object.assign(member, { parent: property }));
      property.length = this.#previousEnd - offset;
    }
  }

  /** Words that are values elsewhere are names without quotes here. */
  #noteBareName(): void {
    const { kind, offset, length, value } = this.#token;
    if (kind === SyntaxKind.StringLiteral) return;
    this.#lexer.forgetProblemAt(offset);
    this.#problem('bare-word', offset, length, { offset, length, content: JSON.stringify(value) });
  }

  #close(node: OpenNode, comma: Token | undefined, closer: string, kind: number): Node {
    if (comma !== undefined && node.children.length > 0) this.#surplusComma(comma);
    if (this.#token.kind === kind) {
      this.#advance(this.#isInArray);
    } else if (this.#token.kind === SyntaxKind.EOF) {
      this.#closers += this.#closing(node, closer);
    } else if (this.#closingRule === 'place') {
      this.#mismatchedBracket(closer);
      this.#advance(this.#isInArray);
    } else {
      this.#openBracket(this.#token.offset, this.#token.length, this.#closing(node, closer));
    }
    node.length = this.#previousEnd - node.offset;
    return node;
  }

  /** Whether a token begins a line that isn't in a container that begins on a line with this indentation. */
  #isOutside(indentation: number): boolean {
    if (this.#closingRule !== 'indentation' || !this.#line.isStart || this.#is(SyntaxKind.EOF)) return false;
    return this.#closes() ? this.#line.indentation < indentation : this.#line.indentation <= indentation;
  }

  #closes(): boolean {
    return this.#is(SyntaxKind.CloseBraceToken) || this.#is(SyntaxKind.CloseBracketToken);
  }

  /** Ends a container whose closing bracket is missing behind its last child: one problem for those that end there. */
  #endByIndentation(node: OpenNode, ownComma: Token | undefined, closer: string): Node {
    const inner = this.#ended?.end === this.#previousEnd ? this.#ended : undefined;
    const last = node.children.at(-1);
    if (last === undefined) this.endsEmptyContainer = true;
    const end = last ? last.offset + last.length : node.offset + 1;
    const closers = (inner?.closers ?? '') + this.#closing(node, closer);
    const comma = ownComma ?? inner?.comma;
    if (inner) this.#lexer.forgetProblemAt(end - 1);
    const needsComma = comma === undefined && !this.#closes() && !this.#is(SyntaxKind.CommaToken);
    this.#problem('open-bracket', end - 1, 1, {
      offset: end,
      length: 0,
      content: needsComma ? `${closers},` : closers,
    });
    if (ownComma && this.#closes()) this.#surplusComma(ownComma);
    this.#ended = { end, closers, comma };
    this.#previousEnd = end;
    node.length = end - node.offset;
    return node;
  }

  /** The bracket that closes a container: on a line of its own where what is in it stands on other lines. */
  #closing({ offset, children }: OpenNode, closer: string): string {
    const [first] = children;
    const isSpread = first !== undefined && /[\r\n]/.test(this.#text.slice(offset, first.offset));
    if (!isSpread) return closer;
    this.#lineBreak ??= lineBreakOf(this.#text);
    return this.#lineBreak + lineIndentation(this.#text, offset) + closer;
  }

  /** At the end of the text, or at a bracket of the other kind that closes something. */
  #endsEarly(isAround: boolean, otherKind: SyntaxKind): boolean {
    if (this.#token.kind === SyntaxKind.EOF) return true;
    if (this.#token.kind !== otherKind) return false;
    this.hasMismatch = true;
    return this.#closingRule === 'place' || isAround;
  }

  /** @param content what belongs in its place */
  #mismatchedBracket(content: string): void {
    const { offset, length } = this.#token;
    const before = this.#text.slice(Math.max(0, this.#previousEnd - 1), this.#previousEnd);
    const after = this.#text.slice(offset + length, offset + length + 100);
    // A full-width bracket is one problem, too.
    this.#lexer.forgetProblemAt(offset);
    // Without it, two words would become one.
    const isApart = content === '' && /[^\s,:{}[\]"]$/.test(before) && /^\s*[^\s,:{}[\]"]/.test(after);
    this.#problem('mismatched-bracket', offset, length, isApart ? undefined : { offset, length, content });
  }

  #surplusComma({ offset, length }: Token): void {
    this.#problem('surplus-comma', offset, length, { offset, length, content: '' });
  }

  /** A word may go on behind a space where a value is due, so that only what has its end can be told apart. */
  #missingColon({ offset, length }: Span, end: number): void {
    const isWord = startsWord(this.#text, this.#token.offset);
    this.#problem('missing-colon', offset, length, isWord ? undefined : { offset: end, length: 0, content: ':' });
  }

  /** Shown at what follows; fixed right behind what is before. */
  #missingComma(): void {
    // It is inserted with the closing bracket, or was read before that was found to be missing.
    if (this.#ended?.end === this.#previousEnd) return;
    // A text without its closing quote has swallowed it.
    if (this.#lexer.openTextEnd === this.#previousEnd) return;
    const { offset, length } = this.#token;
    this.#problem('missing-comma', offset, length, { offset: this.#previousEnd, length: 0, content: ',' });
  }

  #openBracket(offset: number, length: number, closers: string): void {
    // Behind a text without its closing quote, only a new line is outside of it.
    const text = this.#lexer.openTextEnd === this.#previousEnd ? `\n${closers}` : closers;
    this.#problem('open-bracket', offset, length, { offset: this.#previousEnd, length: 0, content: text });
  }

  #skipStray(expectsValue = false): void {
    const { kind, offset, length } = this.#token;
    if (kind === SyntaxKind.CloseBraceToken || kind === SyntaxKind.CloseBracketToken) this.#mismatchedBracket('');
    // The lexer has noted what it does not know.
    else if (kind !== SyntaxKind.Unknown) this.#problem('stray', offset, length);
    this.#advance(expectsValue || this.#isInArray);
  }

  #is(kind: SyntaxKind): boolean {
    return this.#token.kind === kind;
  }

  #startsValue(): boolean {
    switch (this.#token.kind) {
      case SyntaxKind.OpenBraceToken:
      case SyntaxKind.OpenBracketToken:
      case SyntaxKind.StringLiteral:
      case SyntaxKind.NumericLiteral:
      case SyntaxKind.TrueKeyword:
      case SyntaxKind.FalseKeyword:
      case SyntaxKind.NullKeyword:
        return true;
      default:
        return false;
    }
  }

  /** Whether a name and a colon stand here. */
  #startsMember(): boolean {
    if (this.#token.kind !== SyntaxKind.StringLiteral) return false;
    this.#following ??= this.#lexer.next(false);
    return this.#following.kind === SyntaxKind.ColonToken;
  }

  #advance(expectsValue: boolean): void {
    this.#previousEnd = this.#token.offset + this.#token.length;
    this.#token = this.#following ?? this.#lexer.next(expectsValue);
    this.#following = undefined;
    if (this.#closingRule === 'indentation') this.#noteLine(this.#previousEnd);
  }

  #noteLine(previousEnd: number): void {
    const space = this.#text.slice(previousEnd, this.#token.offset);
    const lineBreak = Math.max(space.lastIndexOf('\n'), space.lastIndexOf('\r'));
    if (lineBreak >= 0) this.#line = { indentation: space.length - lineBreak - 1, isStart: true };
    else if (this.#line.isStart) this.#line = { ...this.#line, isStart: false };
  }

  #problem(kind: SyntaxProblem['kind'], offset: number, length: number, edit?: Edit): void {
    this.#lexer.note({ kind, offset, length, ...(edit && { edit }) });
  }

  #dropProblemsAfterEnd(): void {
    const problems = this.#lexer.problems;
    const end = problems.find(({ kind }) => kind === 'after-end')?.offset ?? Infinity;
    const kept = problems.filter(({ kind, offset }) => offset < end || kind === 'after-end' || kind === 'comment');
    problems.splice(0, problems.length, ...kept);
  }
}
