import type { Edit } from 'jsonc-parser';

/** How a text is laid out, as far as jsonc-parser knows it. */
export interface Layout {
  readonly tabSize: number;
  readonly insertSpaces: boolean;
  readonly insertFinalNewline: boolean;
}

/** `JSON.stringify` indents by no more spaces. */
const mostSpaces = 10;

/**
 * The edits with which jsonc-parser would lay out a text that is laid out already, but for its end; `undefined` for another
 * text. To print a value and compare is quicker than to look at every token, and most texts that are formatted were before.
 */
export function editsOfPrinted(text: string, layout: Layout): readonly Edit[] | undefined {
  const { tabSize, insertSpaces, insertFinalNewline } = layout;
  if (tabSize < 1 || tabSize > mostSpaces) return undefined;
  const printed = printedAs(text, insertSpaces ? tabSize : '\t');
  if (printed === undefined || !text.startsWith(printed)) return undefined;
  const offset = printed.length;
  if (text.includes('\r', offset)) return undefined;
  const content = insertFinalNewline ? '\n' : '';
  return text.slice(offset) === content ? [] : [{ offset, length: text.length - offset, content }];
}

function printedAs(text: string, indentation: number | string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return JSON.stringify(value, undefined, indentation);
  } catch {
    return undefined;
  }
}
