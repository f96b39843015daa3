/** How the lines around a place in a text are indented. */
export interface Indentation {
  /** One level. */
  readonly unit: string;
  /** The white space at the start of the line. */
  readonly current: string;
  readonly lineBreak: string;
}

/** Returns the indentation of the line at `offset`. One level is the first indentation in the text, else two spaces. */
export function indentationAt(text: string, offset: number): Indentation {
  return {
    unit: /^[ \t]+(?=["'{}[\]])/m.exec(text)?.[0] ?? '  ',
    current: lineIndentation(text, offset),
    lineBreak: lineBreakOf(text),
  };
}

/** Returns the indentation one level deeper. */
export function indented(indentation: Indentation): Indentation {
  return { ...indentation, current: indentation.current + indentation.unit };
}

/** Returns the white space at the start of the line at `offset`, at most up to `offset`. */
export function lineIndentation(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStartAt(text, offset), offset))?.[0] ?? '';
}

/** Returns where the line at `offset` starts. */
export function lineStartAt(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return start;
}

/** Returns the line break that a text uses. */
export function lineBreakOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
