/** The base of the hash: the units of a stretch are the digits of a number to this base, modulo 2^32. */
const base = 0x01000193;

/** A stretch that moves along a text, with a hash of its units. */
export class Stretch {
  readonly text: string;
  start = 0;
  end = 0;
  hash = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Takes in the next unit. */
  extend(): void {
    this.hash = (Math.imul(this.hash, base) + this.text.charCodeAt(this.end)) | 0;
    this.end++;
  }

  /** Leaves out the first unit. */
  shorten(): void {
    const unit = this.text.charCodeAt(this.start);
    this.start++;
    this.hash = (this.hash - Math.imul(unit, powerOf(this.end - this.start))) | 0;
  }
}

const powers = [1];

function powerOf(exponent: number): number {
  for (let last = powers.length; last <= exponent; last++) powers.push(Math.imul(powers[last - 1] ?? 0, base));
  return powers[exponent] ?? 0;
}

/** The set of the substrings of one length that some texts have. Looking one up takes the same time however many there are. */
export class Substrings {
  readonly #texts: string;
  readonly #length: number;
  /** Offsets in the texts plus 1, by hash; 0 where there is none. */
  readonly #offsets: Int32Array;

  constructor(texts: readonly string[], length: number) {
    this.#texts = texts.join('');
    this.#length = length;
    const count = texts.reduce((sum, text) => sum + Math.max(0, text.length - length + 1), 0);
    this.#offsets = new Int32Array(2 ** Math.ceil(Math.log2(2 * count + 1)));
    let offset = 0;
    for (const text of texts) {
      this.#addAll(text, offset);
      offset += text.length;
    }
  }

  /** Whether a stretch of that length is one of them. */
  has(stretch: Stretch): boolean {
    return (this.#offsets[this.#slotOf(stretch)] ?? 0) > 0;
  }

  #addAll(text: string, offset: number): void {
    const stretch = new Stretch(text);
    while (stretch.end < text.length) {
      stretch.extend();
      if (stretch.end - stretch.start < this.#length) continue;
      this.#offsets[this.#slotOf(stretch)] = offset + stretch.start + 1;
      stretch.shorten();
    }
  }

  /** The slot that a stretch has, or would get. */
  #slotOf(stretch: Stretch): number {
    const last = this.#offsets.length - 1;
    let slot = (stretch.hash ^ (stretch.hash >>> 15)) & last;
    for (;;) {
      const offset = (this.#offsets[slot] ?? 0) - 1;
      if (offset < 0 || this.#isAt(offset, stretch)) return slot;
      slot = (slot + 1) & last;
    }
  }

  #isAt(offset: number, { text, start }: Stretch): boolean {
    for (let index = 0; index < this.#length; index++) {
      if (this.#texts.charCodeAt(offset + index) !== text.charCodeAt(start + index)) return false;
    }
    return true;
  }
}
