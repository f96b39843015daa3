import { maximumDepth } from '../../../language/src/documents/limits.ts';
import { stringEnd } from '../../../language/src/documents/parsing/stringLiteral.ts';

/** As many tokens are read before other tasks have their turn: some milliseconds. */
const tokensAtOnce = 20_000;

/**
 * Returns the value of a JSON text, as `JSON.parse` does, and `undefined` for any other text. Other tasks run in between, so
 * that a large text doesn't stop them. A text that is nested too deeply for recursive functions counts as not JSON.
 * @throws the reason of the signal when it aborts
 */
export async function parseJson(text: string, signal: AbortSignal): Promise<unknown> {
  const reader = new JsonReader(text);
  try {
    while (!reader.read(tokensAtOnce)) {
      await new Promise((resolve) => setTimeout(resolve));
      signal.throwIfAborted();
    }
    return reader.value;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** An object or array that isn't read to its end yet. */
interface Container {
  readonly isArray: boolean;
  readonly elements: unknown[];
  readonly properties: [string, unknown][];
  /** The name of the property that is read. */
  name: string;
}

/** What can be next. */
type Expected = 'value' | 'valueOrEnd' | 'nameOrEnd' | 'name' | 'colon' | 'commaOrEnd' | 'nothing';

/** Reads a JSON text in parts. Keeps the open objects and arrays itself, so that their depth takes no stack. */
class JsonReader {
  value: unknown;
  readonly #text: string;
  readonly #open: Container[] = [];
  #offset = 0;
  #expected: Expected = 'value';

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * Reads as many tokens.
   * @returns whether the end of the text was reached
   * @throws SyntaxError where the text isn't JSON
   */
  read(count: number): boolean {
    for (let left = count; left > 0; left--) {
      this.#offset = matchEnd(whiteSpace, this.#text, this.#offset);
      if (this.#offset === this.#text.length) {
        if (this.#expected !== 'nothing') throw new SyntaxError('The text ends too early.');
        return true;
      }
      this.#readToken(this.#text.charAt(this.#offset));
    }
    return false;
  }

  #readToken(first: string): void {
    switch (this.#expected) {
      case 'value':
      case 'valueOrEnd':
        if (first === '{' || first === '[') this.#begin(first === '[');
        else if (first === ']' && this.#expected === 'valueOrEnd') this.#end();
        else this.#add(this.#scalar(first));
        break;
      case 'name':
      case 'nameOrEnd':
        if (first === '}' && this.#expected === 'nameOrEnd') this.#end();
        else this.#name(first);
        break;
      case 'colon':
        this.#expect(first, ':', 'value');
        break;
      case 'commaOrEnd':
        if (first === (this.#open.at(-1)?.isArray === true ? ']' : '}')) this.#end();
        else this.#expect(first, ',', this.#open.at(-1)?.isArray === true ? 'value' : 'name');
        break;
      case 'nothing':
        throw new SyntaxError('The text goes on after its value.');
    }
  }

  #expect(first: string, punctuation: string, next: Expected): void {
    if (first !== punctuation) throw new SyntaxError(`There is no ${punctuation}`);
    this.#offset++;
    this.#expected = next;
  }

  #begin(isArray: boolean): void {
    if (this.#open.length === maximumDepth) throw new SyntaxError('The text is nested too deeply.');
    this.#open.push({ isArray, elements: [], properties: [], name: '' });
    this.#offset++;
    this.#expected = isArray ? 'valueOrEnd' : 'nameOrEnd';
  }

  #end(): void {
    const ended = this.#open.pop();
    this.#offset++;
    // Also a property named __proto__ is one of the object's own.
    if (ended) this.#add(ended.isArray ? ended.elements : Object.fromEntries(ended.properties));
  }

  #add(value: unknown): void {
    const container = this.#open.at(-1);
    if (container === undefined) this.value = value;
    else if (container.isArray) container.elements.push(value);
    else container.properties.push([container.name, value]);
    this.#expected = container === undefined ? 'nothing' : 'commaOrEnd';
  }

  #name(first: string): void {
    const container = this.#open.at(-1);
    if (first !== '"' || container === undefined) throw new SyntaxError('There is no name.');
    container.name = String(this.#scalar(first));
    this.#expected = 'colon';
  }

  #scalar(first: string): unknown {
    const end = first === '"' ? stringEnd(this.#text, this.#offset) : matchEnd(word, this.#text, this.#offset);
    const source = this.#text.slice(this.#offset, end);
    this.#offset = end;
    return JSON.parse(source);
  }
}

const whiteSpace = /[ \t\n\r]*/y;
/** A number, `true`, `false`, or `null`, perhaps with errors. */
const word = /[\w.+-]*/y;

/** Where a match that begins at an offset ends. */
function matchEnd(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  pattern.test(text);
  return pattern.lastIndex;
}
