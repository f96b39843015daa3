/** How the text around a place is laid out. */
export interface Layout {
  /** One level of indentation. */
  readonly unit: string;
  /** The indentation of the line that gets the text. */
  readonly indentation: string;
  readonly lineBreak: string;
}

/** The layout of the line at `offset`, one level being the first indentation in the text, else two spaces. */
export function layoutAt(text: string, offset: number): Layout {
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return {
    unit: /^[ \t]+(?=["'{}[\]])/m.exec(text)?.[0] ?? '  ',
    indentation: /^[ \t]*/.exec(text.slice(lineStart, offset))?.[0] ?? '',
    lineBreak: text.includes('\r\n') ? '\r\n' : '\n',
  };
}

/** The layout one level deeper. */
export function indented(layout: Layout): Layout {
  return { ...layout, indentation: layout.indentation + layout.unit };
}
