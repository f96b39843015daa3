import type { Span } from '../../../language/src/documents/range.ts';
import type { SecretForm } from './secretForms.ts';

/** Forms are looked up by as many of their first characters. */
const keyLength = 8;

/** Of a form that is cut off, a beginning of this length is found. */
const shortestBeginning = 12;

/** All forms have at least this length. */
const hashLength = 3;

/** Finds secrets in texts: all of them at once, in one pass over a text. */
export class SecretSearch {
  /** By their first characters, sorted. */
  readonly #anywhere = new Map<string, string[]>();
  /** Those of which no beginning is looked for. */
  readonly #short = new Set<string>();
  readonly #words = new Set<string>();
  readonly #wordLengths: readonly number[];
  /** By a hash of the first characters, whether a form may begin so. */
  readonly #beginnings = new Uint8Array(0x10000);

  constructor(forms: readonly SecretForm[]) {
    for (const { text, isWord } of forms) {
      this.#beginnings[hashAt(text, 0)] = 1;
      if (isWord) this.#words.add(text);
      else {
        if (text.length < shortestBeginning) this.#short.add(text);
        const key = text.slice(0, keyLength);
        const sameKey = this.#anywhere.get(key);
        if (sameKey) sameKey.push(text);
        else this.#anywhere.set(key, [text]);
      }
    }
    for (const sameKey of this.#anywhere.values()) sameKey.sort();
    this.#wordLengths = [...new Set(Array.from(this.#words, ({ length }) => length))];
  }

  /**
   * Returns where secrets are in a text, in its order; they can overlap.
   * @param hasWords whether words are apart from each other, so that short secrets can be told from parts of words
   */
  find(text: string, hasWords: boolean): Span[] {
    const found: Span[] = [];
    let end = 0;
    for (let offset = 0; offset <= text.length - hashLength; offset++) {
      // What begins so near before the end of a secret is seen as a part of it.
      if (offset + shortestBeginning <= end || this.#beginnings[hashAt(text, offset)] === 0) continue;
      const length = Math.max(this.#formAt(text, offset), hasWords ? this.#wordAt(text, offset) : 0);
      if (length === 0 || offset + length <= end) continue;
      found.push({ offset, length });
      end = offset + length;
    }
    return found;
  }

  /** How much of a form is at an offset: all of it, or a beginning that is long enough. */
  #formAt(text: string, offset: number): number {
    const forms = this.#anywhere.get(text.slice(offset, offset + keyLength));
    if (forms === undefined) return 0;
    const longest = longestAgreement(forms, text, offset);
    if (longest >= shortestBeginning) return longest;
    for (let length = longest; length >= keyLength; length--) {
      if (this.#short.has(text.slice(offset, offset + length))) return length;
    }
    return 0;
  }

  #wordAt(text: string, offset: number): number {
    const isFound = (length: number): boolean =>
      this.#words.has(text.slice(offset, offset + length)) && isWholeWord(text, offset, offset + length);
    return Math.max(0, ...this.#wordLengths.filter(isFound));
  }
}

function hashAt(text: string, offset: number): number {
  const first = Math.imul(text.charCodeAt(offset), 961);
  const second = Math.imul(text.charCodeAt(offset + 1), 31);
  return (first + second + text.charCodeAt(offset + 2)) & 0xffff;
}

/** How many characters the text at an offset has in common with one of the sorted forms, at most. */
function longestAgreement(forms: readonly string[], text: string, offset: number): number {
  let [low, high] = [0, forms.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const form = forms[middle] ?? '';
    const length = agreement(form, text, offset);
    // The form is not after the text: a beginning of it, or smaller where they differ.
    const isBefore = length === form.length || form.charCodeAt(length) < text.charCodeAt(offset + length);
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return Math.max(agreement(forms[low - 1] ?? '', text, offset), agreement(forms[low] ?? '', text, offset));
}

function agreement(form: string, text: string, offset: number): number {
  let length = 0;
  while (length < form.length && form.charCodeAt(length) === text.charCodeAt(offset + length)) length++;
  return length;
}

const wordCharacter = /[\p{L}\p{N}_]/u;

/** Whether what is from one offset to another doesn't go on before or behind as the same word. */
function isWholeWord(text: string, from: number, to: number): boolean {
  return !areJoined(text, from) && !areJoined(text, to);
}

function areJoined(text: string, offset: number): boolean {
  return wordCharacter.test(text.charAt(offset - 1)) && wordCharacter.test(text.charAt(offset));
}
