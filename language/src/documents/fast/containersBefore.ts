import { maximumDepth } from '../limits.ts';
import { stringEnd } from '../parsing/stringLiteral.ts';

/** An object or array that is open at a place in a text. */
export interface Container {
  readonly kind: 'object' | 'array';
  /** The property name last read, or the index of the current element. */
  key: string | number;
  expects: 'name' | 'colon' | 'value' | 'comma';
}

/** Where to start reading tokens to know what is at a place: the containers are all that matters of the text before. */
export interface Surroundings {
  readonly containers: Container[];
  readonly start: number;
}

/** A container while the text is skipped. */
interface OpenContainer {
  readonly isArray: boolean;
  /** After its bracket or its last comma. */
  start: number;
  index: number;
  nameStart: number;
  nameEnd: number;
}

/**
 * Returns the objects and arrays that are open at `offset`, and the last place before it where a property or element starts.
 * `undefined` where the text before isn't JSON and has to be read token by token. It skips strings and looks at no value.
 * What it gains over reading all tokens, from a request for completion to the answer: 57% at 2 KB, 75% at 100 KB, 1 MB, and
 * 10 MB.
 */
export function containersBefore(text: string, offset: number): Surroundings | undefined {
  const open: OpenContainer[] = [];
  let container: OpenContainer | undefined;
  let lastText = 0;
  let lastTextEnd = 0;
  const lineBreakAfter = nextLineBreak(text);
  for (let index = 0; index < offset; index++) {
    const unit = text.charCodeAt(index);
    // Most of a text is the space at the beginning of its lines.
    if (unit <= space) {
      if (!isWhiteSpace(unit)) return wordIn(text, index, offset, open);
      continue;
    }
    switch (unit) {
      case 0x22: {
        // "
        const end = stringEnd(text, index);
        if (end > lineBreakAfter(index) || end >= offset) return found(text, open);
        lastText = index;
        lastTextEnd = end;
        index = end - 1;
        break;
      }
      case 0x7b: // {
      case 0x5b: // [
        if (container && !container.isArray && !hasColon(container)) return undefined;
        container = { isArray: unit === 0x5b, start: index + 1, index: 0, nameStart: 0, nameEnd: 0 };
        open.push(container);
        if (open.length > maximumDepth) return undefined;
        break;
      case 0x7d: // }
      case 0x5d: // ]
        if (container?.isArray !== (unit === 0x5d)) return undefined;
        open.pop();
        container = open.at(-1);
        break;
      case 0x2c: // ,
        if (container === undefined || (!container.isArray && !hasColon(container))) return undefined;
        container.start = index + 1;
        container.index++;
        break;
      case 0x3a: // :
        if (lastTextEnd !== index && text.slice(lastTextEnd, index).trim() !== '') return undefined;
        if (container) {
          if (container.isArray || hasColon(container)) return undefined;
          container.nameStart = lastText;
          container.nameEnd = lastTextEnd;
        }
        break;
      default:
        if (!isOfJson(unit)) return wordIn(text, index, offset, open);
    }
  }
  return found(text, open);
}

const space = 0x20;

function isWhiteSpace(unit: number): boolean {
  return unit === space || unit === 0x0a || unit === 0x0d || unit === 0x09;
}

/** A word without quotes is all right where it is being written. */
function wordIn(text: string, index: number, offset: number, open: readonly OpenContainer[]): Surroundings | undefined {
  return /^[\w$]*$/.test(text.slice(index, offset)) ? found(text, open) : undefined;
}

/** Whether the property being passed over has its name and colon. */
function hasColon({ start, nameEnd }: OpenContainer): boolean {
  return nameEnd > start;
}

/** Of a number, true, false or null. */
function isOfJson(unit: number): boolean {
  return unit < ofJson.length && ofJson[unit] === true;
}

const ofJson = Array.from({ length: 0x7f }, (_, unit) => /[\d+.eEtrufalsn-]/.test(String.fromCharCode(unit)));

function found(text: string, open: readonly OpenContainer[]): Surroundings | undefined {
  const innermost = open.at(-1);
  if (innermost === undefined) return undefined;
  const containers: Container[] = [];
  for (const container of open) {
    const key = container.isArray ? container.index : nameOf(text, container);
    if (key === undefined) return undefined;
    const expects = container !== innermost ? 'comma' : container.isArray ? 'value' : 'name';
    containers.push({ kind: container.isArray ? 'array' : 'object', key, expects });
  }
  return { containers, start: innermost.start };
}

/** The last name; `undefined` if it isn't a JSON string. */
function nameOf(text: string, { nameStart, nameEnd }: OpenContainer): string | undefined {
  if (nameEnd <= nameStart) return '';
  try {
    return String(JSON.parse(text.slice(nameStart, nameEnd)));
  } catch {
    return undefined;
  }
}

/** Finds the next line break after offsets that only grow; each part of the text is looked through once. */
function nextLineBreak(text: string): (offset: number) => number {
  let lineFeed = -1;
  let carriageReturn = -1;
  const from = (character: string, offset: number): number => {
    const index = text.indexOf(character, offset);
    return index < 0 ? Infinity : index;
  };
  return (offset) => {
    if (lineFeed < offset) lineFeed = from('\n', offset);
    if (carriageReturn < offset) carriageReturn = from('\r', offset);
    return Math.min(lineFeed, carriageReturn);
  };
}
