/** A log without secrets, as far as it is shown. */
export interface ShownLog {
  readonly text: string;
  /** How many characters of the beginning are left out. */
  readonly leftOut: number;
}

/** What masking a log uses. */
export interface MaskingOptions {
  /** Masks the secrets in a text. Takes about a second for each megabyte. */
  readonly redact: (text: string) => string;
  /** Lets other tasks run. */
  readonly pause: () => Promise<void>;
}

/** As much of a log is shown, in characters: the end of it. */
export const longestLog = 5 * 1024 * 1024;

/** More than that is kept while a log grows, so that its beginning isn't cut off with each line. */
const longestKept = 1.25 * longestLog;

/** A log is masked in pieces of about this length, in characters, and other tasks run between two of them. */
const pieceLength = 1 << 16;

/** As much on both sides of a border decides whether a secret is across it: no part that is found is longer, escaped or not. */
const borderWidth = 1 << 13;

/** As many places are tried for a border, before a piece gets longer. */
const mostBorders = 16;

/** A part of the log that is masked and won't change. */
interface Piece {
  /** Where it begins in the log. */
  readonly offset: number;
  readonly text: string;
}

/** Masks a log that grows: what was masked before isn't masked again. */
export class MaskedLog {
  #log = '';
  #pieces: Piece[] = [];
  /** The end of the pieces in the log. */
  #settled = 0;

  /** Forgets what was masked, such as when there is another secret to be masked. */
  clear(): void {
    this.#log = '';
    this.#pieces = [];
    this.#settled = 0;
  }

  /**
   * Returns the log without secrets.
   * @param isComplete whether the log has ended; else a line that isn't complete is left out, as it may end within a secret
   */
  async shown(log: string, isComplete: boolean, { redact, pause }: MaskingOptions): Promise<ShownLog> {
    if (!log.startsWith(this.#log)) this.clear();
    this.#log = log;
    const end = isComplete ? log.length : log.lastIndexOf('\n') + 1;
    if (this.#pieces.length === 0) this.#settled = startOf(log, end, redact);
    const start = this.#settled;
    for (;;) {
      const border = borderFrom(log, this.#settled + pieceLength, end, redact);
      if (border === undefined) break;
      this.#pieces.push({ offset: this.#settled, text: redact(log.slice(this.#settled, border)) });
      this.#settled = border;
      await pause();
    }
    const tail = redact(log.slice(this.#settled, end));
    this.#leaveOutBeginning(tail.length);
    const leftOut = this.#pieces[0]?.offset ?? start;
    return { text: this.#pieces.map(({ text }) => text).join('') + tail, leftOut };
  }

  #leaveOutBeginning(tail: number): void {
    let length = this.#pieces.reduce((sum, { text }) => sum + text.length, tail);
    if (length <= longestKept) return;
    while (length > longestLog && this.#pieces.length > 1) length -= this.#pieces.shift()?.text.length ?? 0;
  }
}

/** Where the part of a log begins that is shown. */
function startOf(log: string, end: number, redact: MaskingOptions['redact']): number {
  if (end <= longestLog) return 0;
  const start = end - longestLog;
  return borderFrom(log, start, end, redact) ?? start;
}

/**
 * Returns where a log can be cut in two, so that both parts masked by themselves are the whole masked: at an offset or after
 * it, at the end of a line if one is near. `undefined` if there is no place like that before the end.
 */
function borderFrom(log: string, offset: number, end: number, redact: MaskingOptions['redact']): number | undefined {
  let from = offset;
  for (let tried = 0; tried < mostBorders && from < end; tried++) {
    const line = log.indexOf('\n', from - 1) + 1;
    const border = line === 0 || line > from + borderWidth ? from : line;
    // What is behind the border has to be there for it to be one.
    if (border + borderWidth > end) return undefined;
    if (isBorder(log, border, redact)) return border;
    from = border + Math.ceil(borderWidth / mostBorders);
  }
  return undefined;
}

function isBorder(log: string, border: number, redact: MaskingOptions['redact']): boolean {
  const left = log.slice(Math.max(0, border - borderWidth), border);
  const right = log.slice(border, border + borderWidth);
  // A secret across the border has one mask in the whole, and none or two in the parts.
  return redact(left + right) === redact(left) + redact(right);
}
