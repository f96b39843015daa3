import type { TextDocument, TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import type { Position, Range } from 'vscode-languageserver-types';

/**
 * A document that a client edits. Its text is one string in one piece after every edit: a text that is put together by `+`
 * is a tree of its pieces to V8, and every look at a character of it takes a way through that tree.
 */
export class OpenDocument implements TextDocument {
  readonly uri: string;
  readonly languageId: string;
  #version: number;
  #text: string;
  /** Where each line begins; found when first asked for, and then kept up to date. */
  #lines: number[] | undefined;

  constructor(uri: string, languageId: string, version: number, text: string) {
    this.uri = uri;
    this.languageId = languageId;
    this.#version = version;
    this.#text = text;
  }

  get version(): number {
    return this.#version;
  }

  get lineCount(): number {
    return this.#lineStarts().length;
  }

  getText(range?: Range): string {
    return range ? this.#text.slice(this.offsetAt(range.start), this.offsetAt(range.end)) : this.#text;
  }

  /** The line and character of an offset; of one behind a line's text, of its end. */
  positionAt(offset: number): Position {
    const lines = this.#lineStarts();
    const inText = Math.max(0, Math.min(offset, this.#text.length));
    const line = lastAtMost(lines, inText);
    const start = lines[line] ?? 0;
    return { line, character: this.#withoutLineBreak(inText, start) - start };
  }

  /** The offset of a line and character, or the nearest to it that there is. */
  offsetAt({ line, character }: Position): number {
    const lines = this.#lineStarts();
    const start = line < 0 ? 0 : lines[line];
    if (start === undefined) return this.#text.length;
    if (line < 0 || character <= 0) return start;
    const next = lines[line + 1] ?? this.#text.length;
    return this.#withoutLineBreak(Math.min(start + character, next), start);
  }

  /** A line without its line break. */
  getLineRange(line: number): Range {
    const known = Math.min(line, this.lineCount - 1);
    const start = { line: Math.max(0, known), character: 0 };
    return { start, end: known < 0 ? start : this.positionAt((this.#lineStarts()[known + 1] ?? Infinity) - 1) };
  }

  /** The line break of a line; the last has none. */
  getEOLCharacters(line: number): string {
    const next = this.#lineStarts()[line + 1];
    return line < 0 || next === undefined ? '' : this.#text.slice(this.offsetAt(this.getLineRange(line).end), next);
  }

  /** Takes over edits, each of which is made to what the one before leaves. */
  update(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes) {
      if ('range' in change) this.#replace(change.range, change.text);
      else this.#setText(change.text);
    }
    this.#version = version;
  }

  #setText(text: string): void {
    this.#text = text;
    this.#lines = undefined;
  }

  #replace(range: Range, inserted: string): void {
    const offsets = [this.offsetAt(range.start), this.offsetAt(range.end)] as const;
    const start = Math.min(...offsets);
    const end = Math.max(...offsets);
    const before = this.#text;
    this.#text = [before.slice(0, start), inserted, before.slice(end)].join('');
    const around = before.slice(Math.max(0, start - 1), end + 1) + inserted;
    // What was one line break may be two now, or the other way round.
    if (around.includes('\r')) this.#lines = undefined;
    else this.#moveLines(start, end, inserted);
  }

  #moveLines(start: number, end: number, inserted: string): void {
    const lines = this.#lineStarts();
    const first = lastAtMost(lines, start) + 1;
    const rest = lastAtMost(lines, end) + 1;
    const added = lineStarts(inserted).slice(1);
    const moved = inserted.length - (end - start);
    if (rest > first || added.length > 0) {
      const behind = lines.slice(rest).map((line) => line + moved);
      const within = added.map((line) => line + start);
      this.#lines = lines.slice(0, first).concat(within, behind);
    } else if (moved !== 0) {
      for (let line = first; line < lines.length; line++) lines[line] = (lines[line] ?? 0) + moved;
    }
  }

  #lineStarts(): number[] {
    return (this.#lines ??= lineStarts(this.#text));
  }

  #withoutLineBreak(offset: number, lineStart: number): number {
    let end = offset;
    while (end > lineStart && isLineBreak(this.#text.charCodeAt(end - 1))) end--;
    return end;
  }
}

function isLineBreak(unit: number): boolean {
  return unit === 0x0a || unit === 0x0d;
}

/** Where the lines of a text begin, which end with "\n", "\r\n" or "\r". */
function lineStarts(text: string): number[] {
  const starts = [0];
  if (text.includes('\r')) {
    for (const { index, 0: lineBreak } of text.matchAll(/\r\n?|\n/g)) starts.push(index + lineBreak.length);
  } else {
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  }
  return starts;
}

/** The index of the last number that is not above `limit`, in ascending numbers that begin with 0. */
function lastAtMost(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) > limit) high = middle;
    else low = middle + 1;
  }
  return low - 1;
}
