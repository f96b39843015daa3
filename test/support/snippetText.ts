/**
 * The text that a snippet inserts, with its placeholders unchanged: a tab stop is empty or repeats the earlier
 * placeholder with its number, a placeholder shows its text, a choice its first value. Reads the snippet syntax of VS
 * Code without variables and transformations.
 * @throws for a placeholder that isn't closed, a choice with an empty value, a variable
 */
export function snippetText(snippet: string): string {
  return new Reader(snippet).readUntil('');
}

const choiceValue = String.raw`(?:[^,|\\]|\\(?:[,|\\]|(?![,|\\])))+`;
/** The values of a choice up to its closing bar, the first one captured. */
const choicePattern = new RegExp(String.raw`^(${choiceValue})(?:,${choiceValue})*\|(?=\})`);

class Reader {
  readonly #text: string;
  readonly #placeholders = new Map<string, string>();
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The text up to the character `end`, which isn't read; up to the end of the snippet for none. */
  readUntil(end: string): string {
    let text = '';
    while (this.#at < this.#text.length) {
      const character = this.#peek();
      if (character === end) return text;
      text +=
        character === '\\' ? this.#readEscape('$}\\') : character === '$' ? this.#readPlaceholder() : this.#next();
    }
    if (end !== '') throw new Error(`"${end}" is missing in ${this.#text}`);
    return text;
  }

  /** A backslash takes the meaning from the characters `escapable`; before any other, it is itself. */
  #readEscape(escapable: string): string {
    const backslash = this.#next();
    const escaped = this.#peek();
    return escaped !== '' && escapable.includes(escaped) ? this.#next() : backslash;
  }

  #readPlaceholder(): string {
    const rest = this.#text.slice(this.#at);
    if (/^\$\{?[A-Za-z_]/.test(rest)) throw new Error(`A variable stands in ${this.#text}`);
    const [start, plain, braced, opening] = /^\$(?:(\d+)|\{(\d+)([:|}]))/.exec(rest) ?? [];
    const number = plain ?? braced;
    if (start === undefined || number === undefined) return this.#next();
    this.#at += start.length;
    if (opening !== ':' && opening !== '|') return this.#placeholders.get(number) ?? '';
    const text = opening === ':' ? this.readUntil('}') : this.#readChoice();
    this.#next();
    this.#placeholders.set(number, text);
    return text;
  }

  /** The first value of a choice; its closing brace is left. Here commas and bars need a backslash, `$` and `}` mean nothing. */
  #readChoice(): string {
    const [choice, first] = choicePattern.exec(this.#text.slice(this.#at)) ?? [];
    if (choice === undefined || first === undefined) throw new Error(`A choice is broken in ${this.#text}`);
    this.#at += choice.length;
    return first.replaceAll(/\\([,|\\])/g, '$1');
  }

  #peek(): string {
    return this.#text.charAt(this.#at);
  }

  #next(): string {
    return this.#text.charAt(this.#at++);
  }
}
