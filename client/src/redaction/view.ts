import type { Span } from '../../../language/src/documents/range.ts';

/** A text as it reads once something in it is decoded or left out. */
export interface View {
  readonly text: string;
  /** Where each UTF-16 unit of it is written in the original text; `undefined` where that is at the same offset. */
  readonly origin?: Origin;
}

interface Origin {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Returns where a stretch of a view is written in the original text. */
export function originalSpan(view: View, offset: number, end: number): Span {
  return { offset: view.origin?.starts[offset] ?? offset, length: writtenLength(view, offset, end) };
}

/** Returns how many units of the original text a stretch of a view takes. */
export function writtenLength({ origin }: View, offset: number, end: number): number {
  return origin === undefined ? end - offset : (origin.ends[end - 1] ?? 0) - (origin.starts[offset] ?? 0);
}

/** Writes a view from the parts of another one. */
export class ViewWriter {
  readonly #source: View;
  readonly #units: Uint16Array;
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;
  #length = 0;

  /** @param source a view with at least as many units as the new one gets */
  constructor(source: View) {
    const { length } = source.text;
    this.#source = source;
    this.#units = new Uint16Array(length);
    this.#starts = new Uint32Array(length);
    this.#ends = new Uint32Array(length);
  }

  /** Takes a stretch of the source unchanged. */
  keep(offset: number, end: number): void {
    for (let index = offset; index < end; index++) this.unit(this.#source.text.charCodeAt(index), index, index + 1);
  }

  /** Writes a text in place of a stretch of the source. */
  replace(text: string, offset: number, end: number): void {
    for (let index = 0; index < text.length; index++) this.unit(text.charCodeAt(index), offset, end);
  }

  /** Writes a UTF-16 unit in place of a stretch of the source. */
  unit(unit: number, offset: number, end: number): void {
    const { origin } = this.#source;
    this.#units[this.#length] = unit;
    this.#starts[this.#length] = origin?.starts[offset] ?? offset;
    this.#ends[this.#length] = origin?.ends[end - 1] ?? end;
    this.#length++;
  }

  /** The view that was written. */
  view(): View {
    const parts: string[] = [];
    for (let offset = 0; offset < this.#length; offset += partLength) {
      parts.push(String.fromCharCode(...this.#units.subarray(offset, Math.min(this.#length, offset + partLength))));
    }
    return { text: parts.join(''), origin: { starts: this.#starts, ends: this.#ends } };
  }
}

/** As many arguments as a function can have for sure. */
const partLength = 4096;

/** Returns a view with parts of its text replaced; `undefined` where there are none. */
export function replaced(view: View, pattern: RegExp, replace: (part: string) => string): View | undefined {
  let writer: ViewWriter | undefined;
  let end = 0;
  for (const { 0: part, index } of view.text.matchAll(pattern)) {
    const replacement = replace(part);
    if (replacement === part) continue;
    writer ??= new ViewWriter(view);
    writer.keep(end, index);
    end = index + part.length;
    writer.replace(replacement, index, end);
  }
  writer?.keep(end, view.text.length);
  return writer?.view();
}
