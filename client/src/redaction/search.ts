import type { Span } from '../../../language/src/documents/range.ts';
import { unescapedViews } from './escapes.ts';
import { readings } from './readings.ts';
import { secretForms } from './secretForms.ts';
import { Stretch, Substrings } from './substrings.ts';
import { originalSpan, writtenLength, type View } from './view.ts';

/** A part of a secret is found from this length on; in escapes and digits, from so many characters as written. */
const shortestPart = 12;

/** A shorter part isn't found, however long it is as written. */
const fewestUnits = 4;

/** In digits, as many of 12 have whole bytes at least. */
const fewestDigits = 10;

/** Finds secrets in texts: all of them at once. Takes time in proportion to the text. */
export class SecretSearch {
  readonly #anywhere: readonly string[];
  /** The parts of the secrets by their length, made when one is looked for. */
  readonly #parts = new Map<number, Substrings>();
  /** Those that are shorter than a part has to be, by their length. */
  readonly #short: ReadonlyMap<number, Substrings>;
  readonly #words: ReadonlyMap<number, Substrings>;
  /** By byte, whether it can be of a secret: printable ASCII, or another one that is. */
  readonly #isText: readonly boolean[];

  constructor(secrets: readonly string[]) {
    const { anywhere, words } = secretForms(secrets);
    this.#anywhere = anywhere;
    this.#short = byLength(anywhere.filter(({ length }) => length < shortestPart));
    this.#words = byLength(words);
    const characters = new Set(anywhere.join(''));
    this.#isText = Array.from({ length: 256 }, (_, byte) => {
      const character = String.fromCharCode(byte);
      return /[\s!-~]/.test(character) || characters.has(character);
    });
  }

  /** Returns where long secrets and their parts are in a text, in no order. */
  find(text: string): Span[] {
    const found: Span[] = [];
    for (const { view, isOfDigits } of this.#anywhere.length > 0 ? readings({ text }, this.#isText) : []) {
      const fewestWritten = isOfDigits ? fewestDigits : shortestPart;
      findStretches(view, fewestUnits, fewestWritten, (part) => this.#partsOf(part.end - part.start).has(part), found);
      findWhole(view, this.#short, () => true, found);
    }
    return found;
  }

  /** Returns where short secrets are words of a text, in no order. */
  findWords(text: string): Span[] {
    const found: Span[] = [];
    for (const view of this.#words.size > 0 ? unescapedViews({ text }) : []) {
      findWhole(view, this.#words, isWholeWord, found);
    }
    return found;
  }

  #partsOf(length: number): Substrings {
    const known = this.#parts.get(length);
    if (known) return known;
    const parts = new Substrings(this.#anywhere, length);
    this.#parts.set(length, parts);
    return parts;
  }
}

function byLength(texts: readonly string[]): ReadonlyMap<number, Substrings> {
  const lengths = new Set(texts.map(({ length }) => length));
  return new Map(
    Array.from(lengths, (length) => [
      length,
      new Substrings(
        texts.filter((text) => text.length === length),
        length,
      ),
    ]),
  );
}

/** Finds whole texts, given by their length. */
function findWhole(
  view: View,
  texts: ReadonlyMap<number, Substrings>,
  isAccepted: (stretch: Stretch) => boolean,
  found: Span[],
): void {
  for (const [length, those] of texts) {
    findStretches(view, length, 0, (stretch) => those.has(stretch) && isAccepted(stretch), found);
  }
}

/**
 * Finds stretches of a view, and adds where they are in the original text, joined where they overlap. Of those that have so
 * many units and are so long as written, the shortest are looked at that begin, and the shortest that end, at each offset:
 * an escape at either end makes one longer than its neighbors.
 */
function findStretches(
  view: View,
  units: number,
  written: number,
  isFound: (stretch: Stretch) => boolean,
  found: Span[],
): void {
  const stretch = new Stretch(view.text);
  const fewest = view.origin ? units : Math.max(units, written);
  const isLong = (start: number): boolean =>
    stretch.end - start >= fewest && (!view.origin || writtenLength(view, start, stretch.end) >= written);
  let wasLong = false;
  let joined: Span | undefined;
  while (stretch.end < view.text.length) {
    stretch.extend();
    if (!isLong(stretch.start)) continue;
    // Without the last unit, it was looked at.
    if (wasLong && isLong(stretch.start + 1)) stretch.shorten();
    wasLong = true;
    for (;;) {
      if (isFound(stretch)) {
        const span = originalSpan(view, stretch.start, stretch.end);
        if (joined && span.offset < joined.offset + joined.length) {
          joined = { offset: joined.offset, length: span.offset + span.length - joined.offset };
        } else {
          if (joined) found.push(joined);
          joined = span;
        }
      }
      if (!isLong(stretch.start + 1)) break;
      stretch.shorten();
    }
  }
  if (joined) found.push(joined);
}

const wordCharacter = /[\p{L}\p{N}_]/u;

/** Whether a stretch doesn't go on before or behind as the same word. */
function isWholeWord({ text, start, end }: Stretch): boolean {
  return !areJoined(text, start) && !areJoined(text, end);
}

function areJoined(text: string, offset: number): boolean {
  return wordCharacter.test(text.charAt(offset - 1)) && wordCharacter.test(text.charAt(offset));
}
