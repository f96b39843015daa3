/** The value of a text in double quotes, its faults passed over: what stands behind a wrong backslash stays. */
export function decoded(source: string): string {
  const repaired = escaped(escapeQuotes(source));
  try {
    const value: unknown = JSON.parse(repaired);
    return String(value);
  } catch {
    return source.slice(1);
  }
}

/** With its closing quote, and the quotes within escaped. */
function escapeQuotes(source: string): string {
  const isClosed = /^"(?:[^\\]|\\.)*"$/su.test(source) && source.length > 1;
  const inner = isClosed ? source.slice(1, -1) : source.slice(1).replace(/(?<!\\)((?:\\\\)*)\\$/, '$1\\\\');
  return `"${inner.replace(/(\\.)|"/gsu, (found, escape?: string) => escape ?? `\\${found}`)}"`;
}

/** With the backslashes that escape nothing doubled, and control characters written as escapes. */
export function escaped(source: string): string {
  return source
    .replace(/\\(?:(["\\/bfnrt]|u[0-9a-fA-F]{4})|)/g, (found, escape?: string) =>
      escape === undefined ? '\\\\' : found,
    )
    .replace(/\p{Cc}/gu, (character) => JSON.stringify(character).slice(1, -1));
}
