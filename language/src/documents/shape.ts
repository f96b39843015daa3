import { stringEnd } from './jsonNode.ts';

/** How much there is of a text or a value. */
export interface Shape {
  /** How deep its objects and arrays go. */
  readonly depth: number;
  /** How many members its objects have. */
  readonly members: number;
}

/** The shape of a value; it is not looked into below `mostDepth`. */
export function shapeOfValue(value: unknown, mostDepth: number): ValueShape {
  const shape = { depth: 0, members: 0, colonTexts: 0 };
  addShape(value, 0, mostDepth, shape);
  return shape;
}

interface ValueShape extends Shape {
  /** How many of its texts and names begin with a colon. */
  readonly colonTexts: number;
}

function addShape(value: unknown, depth: number, mostDepth: number, shape: Mutable<ValueShape>): void {
  if (typeof value === 'string') {
    if (value.charCodeAt(0) === colon) shape.colonTexts++;
  } else if (typeof value === 'object' && value !== null) {
    if (depth === shape.depth) shape.depth++;
    if (depth > mostDepth) return;
    if (Array.isArray(value)) {
      for (const element of value) addShape(element, depth + 1, mostDepth, shape);
      return;
    }
    for (const [name, member] of Object.entries(value)) {
      shape.members++;
      if (name.charCodeAt(0) === colon) shape.colonTexts++;
      addShape(member, depth + 1, mostDepth, shape);
    }
  }
}

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** Whether a text that is JSON has no more members than its value; where one stands twice, the value has the last only. */
export function isAllIn(text: string, { members, colonTexts }: ValueShape): boolean {
  const colons = colonsBehindQuotes(text);
  return colons === undefined ? shapeOfJson(text).members === members : colons - colonTexts === members;
}

/**
 * How many colons a text that is JSON has directly behind a quote: those of members, and those with which a text begins.
 * To look for them is much faster than to read the text. `undefined` for a text with escapes, or with a colon behind white
 * space, which may be a member's too.
 */
function colonsBehindQuotes(text: string): number | undefined {
  if (text.includes('\\')) return undefined;
  let count = 0;
  for (let index = text.indexOf(':'); index >= 0; index = text.indexOf(':', index + 1)) {
    const before = text.charCodeAt(index - 1);
    if (before === quote) count++;
    else if (before <= space) return undefined;
  }
  return count;
}

const quote = 0x22;
const colon = 0x3a;
const space = 0x20;

/** The shape of a text that is JSON, whose texts can be passed over. */
export function shapeOfJson(text: string): Shape {
  let depth = 0;
  let deepest = 0;
  let members = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 0x22) index = stringEnd(text, index) - 1;
    else if (unit === 0x3a) members++;
    else if (unit === 0x5b || unit === 0x7b) deepest = Math.max(deepest, ++depth);
    else if (unit === 0x5d || unit === 0x7d) depth--;
  }
  return { depth: deepest, members };
}

/** The shape of any text. */
export function shapeOf(text: string): Shape {
  let depth = 0;
  let deepest = 0;
  let members = 0;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    switch (text.charCodeAt(index)) {
      case 0x22: // "
        inString = !inString;
        break;
      case 0x5c: // \
        if (inString) index++;
        break;
      case 0x0a: // a string ends with its line, closed or not
      case 0x0d:
        inString = false;
        break;
      case 0x3a: // :
        if (!inString) members++;
        break;
      case 0x5b: // [
      case 0x7b: // {
        if (!inString && ++depth > deepest) deepest = depth;
        break;
      case 0x5d: // ]
      case 0x7d: // }
        if (!inString && depth > 0) depth--;
        break;
      default:
        break;
    }
  }
  return { depth: deepest, members };
}
