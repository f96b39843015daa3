/**
 * The text that a snippet inserts while its placeholders stand: tab stops are empty, placeholders show their text, choices
 * their first value. Reads the snippet syntax of the Language Server Protocol, without variables.
 * @throws for a placeholder that is not closed
 */
export function snippetText(snippet: string): string {
  const reader = new Reader(snippet);
  const text = reader.readUntil('');
  if (!reader.atEnd) throw new Error(`Not a snippet: ${snippet}`);
  return text;
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get atEnd(): boolean {
    return this.#at === this.#text.length;
  }

  /** The text up to one of the characters `ends`, which is not read; up to the end for none. */
  readUntil(ends: string): string {
    let text = '';
    while (!this.atEnd) {
      const character = this.#peek();
      if (ends.includes(character)) return text;
      text += character === '\\' ? this.#readEscape(ends) : character === '$' ? this.#readPlaceholder() : this.#next();
    }
    if (ends !== '') throw new Error(`"${ends}" is missing in ${this.#text}`);
    return text;
  }

  /** A backslash takes the meaning from `$`, `}`, itself and, in a choice, from `,` and `|`. */
  #readEscape(ends: string): string {
    this.#next();
    const escaped = this.#peek();
    return '$}\\'.includes(escaped) || (ends !== '' && ends.includes(escaped)) ? this.#next() : '\\';
  }

  #readPlaceholder(): string {
    const match = /^\$(?:(\d+)|\{(\d+)([:|}]))/.exec(this.#text.slice(this.#at));
    if (match === null) return this.#next();
    this.#at += match[0].length;
    if (match[3] === ':') {
      const text = this.readUntil('}');
      this.#next();
      return text;
    }
    if (match[3] === '|') {
      const first = this.readUntil(',|');
      while (this.#next() !== '|') this.readUntil(',|');
      this.#next();
      return first;
    }
    return '';
  }

  #peek(): string {
    return this.#text.charAt(this.#at);
  }

  #next(): string {
    return this.#text.charAt(this.#at++);
  }
}
