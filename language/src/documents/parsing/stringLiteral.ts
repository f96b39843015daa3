/** Returns the value of a string literal in double quotes, also of one with errors: what follows a wrong backslash stays. */
export function decoded(source: string): string {
  if (/^"[^"\\\p{Cc}]*"$/u.test(source)) return source.slice(1, -1);
  const repaired = escaped(escapeQuotes(source));
  try {
    const value: unknown = JSON.parse(repaired);
    return String(value);
  } catch {
    return source.slice(1);
  }
}

/** Returns the literal with its closing quote, and the quotes in it escaped. */
function escapeQuotes(source: string): string {
  const isClosed = /^"(?:[^\\]|\\.)*"$/su.test(source) && source.length > 1;
  const inner = isClosed ? source.slice(1, -1) : source.slice(1).replace(/(?<!\\)((?:\\\\)*)\\$/, '$1\\\\');
  return `"${inner.replace(/(\\.)|"/gsu, (found, escape?: string) => escape ?? `\\${found}`)}"`;
}

/** Returns a string literal with invalid backslashes doubled, and control characters as escape sequences. */
export function escaped(source: string): string {
  return source
    .replace(/\\(?:(["\\/bfnrt]|u[0-9a-fA-F]{4})|)/g, (found, escape?: string) =>
      escape === undefined ? '\\\\' : found,
    )
    .replace(/\p{Cc}/gu, (character) => JSON.stringify(character).slice(1, -1));
}

/** Returns the end of the string literal that starts at `offset` in valid JSON; `Infinity` where it has no closing quote. */
export function stringEnd(json: string, offset: number): number {
  for (let end = json.indexOf('"', offset + 1); end >= 0; end = json.indexOf('"', end + 1)) {
    let before = end - 1;
    while (json.charCodeAt(before) === backslash) before--;
    // A quote after an odd number of backslashes is escaped.
    if ((end - before) % 2 === 1) return end + 1;
  }
  return Infinity;
}

const backslash = 0x5c;
