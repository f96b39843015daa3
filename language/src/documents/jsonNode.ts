import type { Node, NodeType } from 'jsonc-parser';

/**
 * A node of a text that is JSON, without a mistake: what stands in it is read when it is asked for, and only as far. A big
 * document is mostly arrays that no one looks into.
 */
export class JsonNode implements Node {
  readonly type: NodeType;
  readonly offset: number;
  readonly parent?: Node;
  readonly #text: string;
  /** Where the next child is read; -1 when all are. */
  #next: number;
  #end = -1;
  readonly #children: JsonNode[];
  /** The first children of an object by their names. */
  #byName: Map<unknown, JsonNode> | undefined;
  /** Of an array, where its elements begin, as far as they were passed over. */
  readonly #starts: number[];

  constructor(text: string, type: NodeType, offset: number, parent?: Node) {
    this.#text = text;
    this.type = type;
    this.offset = offset;
    if (parent) this.parent = parent;
    this.#next = offset + (type === 'property' ? 0 : 1);
    this.#children = isScalar(type) ? none : [];
    this.#starts = type === 'array' ? [] : none;
  }

  get length(): number {
    if (this.#end < 0) this.#end = this.#findEnd();
    return this.#end - this.offset;
  }

  get value(): unknown {
    return isScalar(this.type) ? scalarOf(this.#text, this.offset, this.offset + this.length) : undefined;
  }

  get children(): Node[] {
    if (isScalar(this.type)) return none;
    if (this.type === 'array') for (let index = 0; this.element(index) !== undefined; index++);
    else while (this.#readNext() !== undefined);
    return this.#children;
  }

  /** The property of a name, looked for from the first on. A text that is JSON without a mistake has one at most. */
  property(name: string): JsonNode | undefined {
    if (this.type !== 'object') return undefined;
    this.#byName ??= new Map();
    for (let read = this.#byName.size; !this.#byName.has(name); read++) {
      const property = this.#children[read] ?? this.#readNext();
      if (property === undefined) return undefined;
      this.#byName.set(property.#name(), property);
    }
    return this.#byName.get(name);
  }

  /** The element of an array; those before it are passed over. */
  element(index: number): JsonNode | undefined {
    if (this.type !== 'array') return undefined;
    while (this.#starts.length <= index) if (!this.#passElement()) return undefined;
    const start = this.#starts[index];
    if (start === undefined) return undefined;
    return (this.#children[index] ??= new JsonNode(this.#text, typeAt(this.#text.charCodeAt(start)), start, this));
  }

  #name(): unknown {
    return scalarOf(this.#text, this.offset, stringEnd(this.#text, this.offset));
  }

  #findEnd(): number {
    if (this.type === 'property') {
      const value = this.children[1];
      return value ? value.offset + value.length : this.offset;
    }
    // The few objects that are no elements are read through: their members are asked for too, and are then known.
    if (this.type === 'object' && this.parent?.type !== 'array') {
      while (this.#readNext() !== undefined);
      return this.#end;
    }
    return valueEnd(this.#text, this.offset);
  }

  #readNext(): JsonNode | undefined {
    if (this.#next < 0) return undefined;
    if (this.type === 'property') return this.#readOfProperty();
    const last = this.#children.at(-1);
    const offset = this.#startBehind(last ? last.offset + last.length : this.#next);
    return offset === undefined ? undefined : this.#add(new JsonNode(this.#text, 'property', offset, this));
  }

  /** Where the next member or element begins; `undefined` behind the last. */
  #startBehind(end: number): number | undefined {
    let offset = skipSpace(this.#text, end);
    if (this.#text.charCodeAt(offset) === comma) offset = skipSpace(this.#text, offset + 1);
    const unit = this.#text.charCodeAt(offset);
    if (unit !== closeBrace && unit !== closeBracket) return offset;
    this.#next = -1;
    this.#end = offset + 1;
    return undefined;
  }

  #passElement(): boolean {
    if (this.#next < 0) return false;
    const start = this.#startBehind(this.#next);
    if (start === undefined) return false;
    this.#starts.push(start);
    this.#next = valueEnd(this.#text, start);
    return true;
  }

  /** The name, then the value behind the colon. */
  #readOfProperty(): JsonNode | undefined {
    const [key, value] = this.#children;
    if (key === undefined) return this.#add(new JsonNode(this.#text, 'string', this.offset, this));
    if (value !== undefined) {
      this.#next = -1;
      return undefined;
    }
    const offset = skipSpace(this.#text, skipSpace(this.#text, key.offset + key.length) + 1);
    return this.#add(new JsonNode(this.#text, typeAt(this.#text.charCodeAt(offset)), offset, this));
  }

  #add(child: JsonNode): JsonNode {
    this.#children.push(child);
    return child;
  }
}

/** The tree of a text that `JSON.parse` takes. */
export function jsonTree(text: string): JsonNode {
  const offset = skipSpace(text, 0);
  return new JsonNode(text, typeAt(text.charCodeAt(offset)), offset);
}

/** The children of a scalar. */
const none: never[] = [];

const quote = 0x22;
const comma = 0x2c;
const openBracket = 0x5b;
const backslash = 0x5c;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

function isScalar(type: NodeType): boolean {
  return type !== 'object' && type !== 'array' && type !== 'property';
}

function typeAt(unit: number): NodeType {
  switch (unit) {
    case quote:
      return 'string';
    case openBrace:
      return 'object';
    case openBracket:
      return 'array';
    case 0x74: // t
    case 0x66: // f
      return 'boolean';
    case 0x6e: // n
      return 'null';
    default:
      return 'number';
  }
}

function scalarOf(text: string, from: number, to: number): unknown {
  const source = text.slice(from, to);
  const isPlain = source.charCodeAt(0) === quote && !source.includes('\\');
  const value: unknown = isPlain ? source.slice(1, -1) : JSON.parse(source);
  return value;
}

/** What may follow a number, true, false or null in JSON. */
function isDelimiter(unit: number): boolean {
  return unit <= 0x20 || unit === comma || unit === closeBracket || unit === closeBrace;
}

function skipSpace(text: string, offset: number): number {
  let index = offset;
  for (;;) {
    const unit = text.charCodeAt(index);
    if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) return index;
    index++;
  }
}

/** The end of a text in JSON that begins at `offset`, its quote included; `Infinity` where it has none. */
export function stringEnd(text: string, offset: number): number {
  for (let end = text.indexOf('"', offset + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (text.charCodeAt(before) === backslash) before--;
    // A quote behind an odd number of backslashes is one of them.
    if ((end - before) % 2 === 1) return end + 1;
  }
  return Infinity;
}

function valueEnd(text: string, offset: number): number {
  const first = text.charCodeAt(offset);
  if (first === quote) return stringEnd(text, offset);
  if (first !== openBrace && first !== openBracket) {
    let end = offset;
    while (end < text.length && !isDelimiter(text.charCodeAt(end))) end++;
    return end;
  }
  let depth = 0;
  for (let index = offset; ; index++) {
    const unit = text.charCodeAt(index);
    if (unit <= 0x20) continue;
    if (unit === quote) index = stringEnd(text, index) - 1;
    else if (unit === openBrace || unit === openBracket) depth++;
    else if ((unit === closeBrace || unit === closeBracket) && --depth === 0) return index + 1;
  }
}
