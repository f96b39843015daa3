import type { Span } from '../../../language/src/documents/range.ts';
import { ViewWriter, type View } from './view.ts';

/** A way to write bytes in digits. */
interface Notation {
  readonly bitsOfDigit: number;
  /** The values of the digits by their character codes; negative if the character isn't a digit. */
  readonly values: Int8Array;
  /** Where bytes can begin, counted in bits from a digit: at multiples of this. */
  readonly step: number;
  /** As many whole bytes are in 12 digits, wherever those begin: fewer aren't looked at. */
  readonly fewestBytes: number;
}

const base64: Notation = {
  bitsOfDigit: 6,
  values: valuesOf('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/', '-_'),
  step: 2,
  fewestBytes: 8,
};

const hexadecimal: Notation = {
  bitsOfDigit: 4,
  values: valuesOf('0123456789abcdef', 'ABCDEF'),
  step: 4,
  fewestBytes: 5,
};

/** @param others other characters for the last of the digits */
function valuesOf(digits: string, others: string): Int8Array {
  const values = new Int8Array(128).fill(-1);
  for (const [index, digit] of Array.from(digits).entries()) values[digit.charCodeAt(0)] = index;
  for (const [index, digit] of Array.from(others).entries()) {
    values[digit.charCodeAt(0)] = digits.length - others.length + index;
  }
  return values;
}

/** Fewer digits have fewer bytes than are looked at. */
const shortestRun = 10;

const digitRuns = /(?:[\w+/-]+\s{1,40})?[\w+/-]{8,}(?:\s{1,40}[\w+/-]{8,})*(?:\s{1,40}[\w+/-]+)?/g;

/**
 * Yields what a text reads as where it has bytes in Base64 or hexadecimal, wherever these begin.
 * @param isText by byte, whether it can be of a text that is looked for: the others are left out
 */
export function* decodedViews(view: View, isText: readonly boolean[]): Generator<View> {
  const runs = runsIn(view.text);
  if (runs.length === 0) return;
  for (const notation of [base64, hexadecimal]) {
    for (let skipped = 0; skipped < 8; skipped += notation.step) {
      const texts = new Texts(view, notation.fewestBytes, isText);
      for (const run of runs) decode(view.text, run, notation, skipped, texts);
      const decoded = texts.view();
      if (decoded) yield decoded;
    }
  }
}

/** Returns where digits are in a row, also on several lines of 8 and more; the first and the last can be shorter. */
function runsIn(text: string): Span[] {
  const runs: Span[] = [];
  digitRuns.lastIndex = 0;
  for (let found = digitRuns.exec(text); found; found = digitRuns.exec(text)) {
    const { length } = found[0];
    if (length >= shortestRun) runs.push({ offset: found.index, length });
  }
  return runs;
}

/**
 * Decodes the bytes in a stretch of a text. White space between digits doesn't count; any other character ends the bytes.
 * @param skipped how many bits of the first digits are before the first byte
 */
function decode(text: string, { offset, length }: Span, notation: Notation, skipped: number, bytes: Texts): void {
  const { bitsOfDigit, values } = notation;
  const end = offset + length;
  let [value, bits, start] = [0, -skipped, offset];
  for (let index = offset; index < end; index++) {
    const unit = text.charCodeAt(index);
    const digit = values[unit] ?? -1;
    if (digit < 0) {
      if (isSpace(unit)) continue;
      bytes.end(index);
      bits = -skipped;
      continue;
    }
    if (bits <= 0) start = index;
    value = (value << bitsOfDigit) | digit;
    bits += bitsOfDigit;
    if (bits < 8) continue;
    bits -= 8;
    bytes.add((value >> bits) & 0xff, start, index + 1);
    start = index;
  }
  bytes.end(end - 1);
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
}

/** Collects texts of some length by their bytes, apart from each other. */
class Texts {
  readonly #source: View;
  readonly #fewestBytes: number;
  readonly #isText: readonly boolean[];
  /** The first bytes of a text, each with where it is written: three numbers. */
  readonly #first: number[] = [];
  #count = 0;
  #writer: ViewWriter | undefined;

  constructor(source: View, fewestBytes: number, isText: readonly boolean[]) {
    this.#source = source;
    this.#fewestBytes = fewestBytes;
    this.#isText = isText;
  }

  /** Takes a byte that is written from an offset of the source to another. */
  add(byte: number, offset: number, end: number): void {
    if (this.#isText[byte] !== true) {
      this.end(offset);
      return;
    }
    if (this.#count >= this.#fewestBytes) {
      this.#writer?.unit(byte, offset, end);
    } else {
      const index = 3 * this.#count;
      this.#first[index] = byte;
      this.#first[index + 1] = offset;
      this.#first[index + 2] = end;
    }
    this.#count++;
    if (this.#count === this.#fewestBytes) this.#begin();
  }

  /** Ends a text before an offset of the source. */
  end(offset: number): void {
    if (this.#count >= this.#fewestBytes) this.#writer?.unit(0, offset, offset + 1);
    this.#count = 0;
  }

  /** Writes the first bytes of a text. */
  #begin(): void {
    this.#writer ??= new ViewWriter(this.#source);
    for (let index = 0; index < 3 * this.#count; index += 3) {
      this.#writer.unit(this.#first[index] ?? 0, this.#first[index + 1] ?? 0, this.#first[index + 2] ?? 0);
    }
  }

  /** The texts so far; `undefined` where there are none. */
  view(): View | undefined {
    return this.#writer?.view();
  }
}
