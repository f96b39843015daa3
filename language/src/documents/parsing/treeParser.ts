import type { Node } from 'jsonc-parser';
import type { Container, OpenNode } from './container.ts';
import { Containers, type ClosingRule, type HopelessTest } from './containers.ts';
import { ProblemRecorder } from './problemRecorder.ts';
import type { SyntaxProblem } from './problems.ts';
import { SyntaxKind } from './syntaxKind.ts';
import { TokenReader } from './tokenReader.ts';

/** A tree, and whether another closing rule may be better. */
export interface RuleResult {
  readonly tree: Node | undefined;
  /** In the order of the text. */
  readonly problems: readonly SyntaxProblem[];
  /** Objects and arrays are nested too deep: the tree ends there. */
  readonly isTooDeep: boolean;
  /** Another rule is better: the tree ends where that was found. */
  readonly isHopeless: boolean;
  /** Whether the last closing bracket ends the text. */
  readonly isBalanced: boolean;
  /** Whether a closing bracket isn't of the kind of the innermost container. */
  readonly hasMismatch: boolean;
  /** Whether a container that is empty ends because of the indentation of what follows. */
  readonly endsEmptyContainer: boolean;
  /** How many tokens were read. */
  readonly tokens: number;
}

/**
 * Parses a text by one rule. `parseTree` describes the tree.
 * @param isHopeless whether the problems up to a place show that another rule is better
 */
export function parseByRule(
  text: string,
  maximumDepth: number,
  rule: ClosingRule,
  isHopeless: HopelessTest = () => false,
): RuleResult {
  const reader = new TokenReader(text, rule === 'indentation');
  const problems = new ProblemRecorder(text, reader);
  const containers = new Containers(text, reader, problems, maximumDepth, rule, isHopeless);
  const tree = new TreeParser(reader, problems, containers).document();
  return {
    tree,
    problems: problems.all(),
    isTooDeep: containers.isTooDeep,
    isHopeless: containers.isHopeless,
    isBalanced: containers.isBalanced,
    hasMismatch: containers.hasMismatch,
    endsEmptyContainer: containers.hasEmptyIndentedEnd,
    tokens: reader.lexer.tokens,
  };
}

class TreeParser {
  readonly #reader: TokenReader;
  readonly #problems: ProblemRecorder;
  readonly #containers: Containers;

  constructor(reader: TokenReader, problems: ProblemRecorder, containers: Containers) {
    this.#reader = reader;
    this.#problems = problems;
    this.#containers = containers;
  }

  document(): Node | undefined {
    while (!this.#reader.is(SyntaxKind.EOF) && !this.#reader.startsValue()) this.#skipStray();
    const tree = this.#value();
    this.#containers.endOfText();
    if (tree && !this.#reader.is(SyntaxKind.EOF)) {
      this.#containers.isBalanced = false;
      this.#problems.afterEnd(this.#reader.token);
    }
    return tree;
  }

  #value(): Node | undefined {
    const { kind, offset, length, value } = this.#reader.token;
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
    this.#reader.advance();
    return node;
  }

  #object(): Node {
    const object = this.#containers.open('object');
    while (!this.#containers.endsHere(object)) {
      if (this.#skipsBetween(object)) continue;
      // Where a value is missing, so is what follows it.
      const isLastWhole = (object.node.children.at(-1)?.children?.length ?? 0) > 1;
      if (object.comma === undefined && isLastWhole) this.#missingComma();
      this.#property(object.node);
      object.isEmpty = false;
      object.comma = undefined;
    }
    return this.#containers.close(object);
  }

  #array(): Node {
    const array = this.#containers.open('array');
    while (!this.#containers.endsHere(array)) {
      if (this.#skipsBetween(array)) continue;
      if (array.comma === undefined && !array.isEmpty) this.#missingComma();
      const element = this.#value();
      if (element) array.node.children.push(Object.assign(element, { parent: array.node }));
      array.isEmpty = false;
      array.comma = undefined;
    }
    return this.#containers.close(array);
  }

  /** Skips a comma, or what can't begin a property or element; `false` where one begins. */
  #skipsBetween(container: Container): boolean {
    if (this.#reader.is(SyntaxKind.CommaToken)) {
      if (container.comma !== undefined || container.isEmpty) this.#problems.surplusComma(this.#reader.token);
      else container.comma = this.#reader.token;
      this.#reader.advance();
      return true;
    }
    if (this.#reader.startsValue()) return false;
    this.#skipStray();
    return true;
  }

  /** The property that begins here, put into its object; its value may be missing. */
  #property(object: OpenNode): void {
    const { offset, length, kind, value } = this.#reader.token;
    if (kind === SyntaxKind.OpenBraceToken || kind === SyntaxKind.OpenBracketToken) {
      this.#problems.record('missing-name', offset, length);
      this.#value();
      return;
    }
    const property: OpenNode = { type: 'property', offset, length, parent: object, children: [] };
    property.children.push({ type: 'string', offset, length, value, parent: property });
    object.children.push(property);
    if (kind !== SyntaxKind.StringLiteral) this.#problems.bareName();
    this.#reader.advance(false);
    const end = this.#reader.previousEnd;
    // A bracket between a name and its colon closes nothing.
    if (this.#reader.is(SyntaxKind.CloseBracketToken) && this.#reader.isBeforeColon()) this.#skipStray(false);
    const hasColon = this.#reader.is(SyntaxKind.ColonToken);
    if (hasColon) {
      property.colonOffset = this.#reader.token.offset;
      this.#reader.advance(true);
      while (this.#reader.is(SyntaxKind.ColonToken)) this.#skipStray(true);
      if (this.#containers.closesNothing() && this.#reader.isBeforeValue()) this.#skipStray(true);
    }
    // A name without a value may have the next property behind it: `"a": "b": 1`.
    if (!this.#reader.startsValue() || this.#reader.startsProperty()) {
      this.#problems.record('missing-value', offset, this.#reader.previousEnd - offset);
      return;
    }
    if (!hasColon) this.#problems.missingColon({ offset, length }, end);
    const node = this.#value();
    if (node) {
      property.children.push(Object.assign(node, { parent: property }));
      property.length = this.#reader.previousEnd - offset;
    }
  }

  #missingComma(): void {
    // It is inserted with the closing bracket, or was read before that was found to be missing.
    if (!this.#containers.hasIndentedEndHere()) this.#problems.missingComma();
  }

  #skipStray(expectsValue = this.#reader.isInArray): void {
    this.#problems.stray();
    this.#reader.advance(expectsValue);
  }
}
