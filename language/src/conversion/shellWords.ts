/** A command of a POSIX shell. */
export interface ShellCommand {
  readonly words: readonly string[];
  /** The text of the here-document that is its input. */
  readonly input?: string;
}

/**
 * Reads the commands of a shell script, as far as they are words, quotes, and here-documents. A variable that the shell would
 * expand becomes a reference to an environment variable. Takes one pass over the text.
 */
export function shellCommands(script: string): ShellCommand[] {
  return new ShellReader(script).commands();
}

class ShellReader {
  readonly #script: string;
  #at = 0;
  #words: string[] = [];
  #word: string | undefined;
  #input: string | undefined;
  readonly #commands: { words: readonly string[]; input?: string }[] = [];
  /** Here-documents with a text that begins on the next line, and the index of the command that each belongs to. */
  #pending: { readonly delimiter: string; readonly isQuoted: boolean; readonly command: number }[] = [];

  constructor(script: string) {
    this.#script = script;
  }

  commands(): ShellCommand[] {
    while (this.#at < this.#script.length) this.#readNext();
    this.#endCommand();
    return this.#commands.filter(({ words }) => words.length > 0);
  }

  #readNext(): void {
    const character = this.#script.charAt(this.#at);
    if (character === '\n') this.#endLine();
    else if (/[ \t\r]/.test(character)) this.#skip(1, () => this.#endWord());
    else if (/[|;&]/.test(character)) this.#skip(1, () => this.#endCommand());
    else if (character === '#' && this.#word === undefined) this.#at = this.#lineEnd();
    else if (this.#script.startsWith('<<', this.#at)) this.#readRedirection();
    else if (character === "'") this.#append(this.#until("'", 1));
    else if (this.#script.startsWith("$'", this.#at)) this.#append(this.#ansiQuoted());
    else if (character === '"') this.#append(this.#doubleQuoted());
    else if (character === '\\') this.#append(this.#escaped());
    else if (character === '$') this.#append(this.#variable());
    else this.#append(this.#plain());
  }

  #skip(count: number, then: () => void): void {
    this.#at += count;
    then();
  }

  #append(text: string): void {
    this.#word = (this.#word ?? '') + text;
  }

  #endWord(): void {
    if (this.#word !== undefined) this.#words.push(this.#word);
    this.#word = undefined;
  }

  #endCommand(): void {
    this.#endWord();
    this.#commands.push({ words: this.#words, ...(this.#input !== undefined && { input: this.#input }) });
    this.#words = [];
  }

  #endLine(): void {
    this.#at++;
    this.#endCommand();
    for (const { delimiter, isQuoted, command } of this.#pending) {
      const text = this.#hereDocument(delimiter);
      const known = this.#commands[command];
      if (known) known.input = isQuoted ? text : expanded(text);
    }
    this.#pending = [];
  }

  #lineEnd(): number {
    const end = this.#script.indexOf('\n', this.#at);
    return end < 0 ? this.#script.length : end;
  }

  /** Reads up to a character, which is skipped like `before` characters first. */
  #until(character: string, before: number): string {
    const start = this.#at + before;
    const end = this.#script.indexOf(character, start);
    this.#at = end < 0 ? this.#script.length : end + 1;
    return this.#script.slice(start, end < 0 ? undefined : end);
  }

  #matched(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const [found = this.#script.charAt(this.#at)] = pattern.exec(this.#script) ?? [];
    this.#at += found.length;
    return found;
  }

  #plain(): string {
    return this.#matched(/[^\s|;&<'"\\$]+/y);
  }

  #variable(): string {
    return expanded(this.#matched(variable));
  }

  #escaped(): string {
    const next = this.#script.charAt(this.#at + 1);
    const isContinued = /^\r?\n/.exec(this.#script.slice(this.#at + 1, this.#at + 3))?.[0];
    this.#at += 1 + (isContinued?.length ?? 1);
    return isContinued === undefined ? next : '';
  }

  #doubleQuoted(): string {
    const quoted = this.#matched(/"[^"\\]*(?:\\[^][^"\\]*)*"?/y);
    return expanded(quoted.slice(1, quoted.length > 1 && quoted.endsWith('"') ? -1 : undefined), '"');
  }

  #ansiQuoted(): string {
    const quoted = this.#matched(/\$'[^'\\]*(?:\\[^][^'\\]*)*'?/y);
    return quoted.slice(2, quoted.endsWith("'") ? -1 : undefined).replace(ansiEscape, unescaped);
  }

  #readRedirection(): void {
    const found = this.#matched(/<<-?[ \t]*(?:'[^'\n]*'|"[^"\n]*"|[\w.-]+)?/y);
    const word = found.replace(/^<<-?[ \t]*/, '');
    const delimiter = word.replace(/['"]/g, '');
    this.#endWord();
    if (delimiter !== '')
      this.#pending.push({ delimiter, isQuoted: delimiter !== word, command: this.#commands.length });
  }

  #hereDocument(delimiter: string): string {
    const start = this.#at;
    while (this.#at < this.#script.length) {
      const lineStart = this.#at;
      const line = this.#script.slice(lineStart, this.#lineEnd());
      this.#at = Math.min(this.#script.length, lineStart + line.length + 1);
      if (line.trim() === delimiter) return this.#script.slice(start, lineStart);
    }
    return this.#script.slice(start);
  }
}

/** A variable, or what Copy as cURL and Copy as KooCLI Input write for one in a string. */
const variable = /\$(?:\(json_text "\$(\w+)"\)|\{(\w+)\}|([A-Za-z_]\w*))?/y;
const expansions = new RegExp(`${variable.source}|\\\\([^])`, 'g');

/** What a shell makes of a text in which variables are expanded and a backslash takes the meaning from some characters. */
function expanded(text: string, quote = ''): string {
  return text.replace(expansions, (whole: string, ...groups: readonly (string | undefined)[]) => {
    const [written, braced, plain, escaped] = groups;
    if (escaped !== undefined) return escaped === '\n' ? '' : `$\`\\${quote}`.includes(escaped) ? escaped : whole;
    const name = written ?? braced ?? plain;
    if (name === undefined) return whole;
    return written?.startsWith('SECRET_') === true ? `\${secret:${name.slice('SECRET_'.length)}}` : `\${env:${name}}`;
  });
}

const ansiEscape = /\\(?:u([0-9A-Fa-f]{1,4})|x([0-9A-Fa-f]{1,2})|([^]))/g;
const ansiCharacters: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

function unescaped(_: string, unicode: string | undefined, hexadecimal: string | undefined, other = ''): string {
  const code = unicode ?? hexadecimal;
  return code === undefined ? (ansiCharacters[other] ?? other) : String.fromCharCode(parseInt(code, 16));
}
