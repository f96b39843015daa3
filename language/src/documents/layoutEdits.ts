import { format, type Edit } from 'jsonc-parser';
import { commentsIn } from './comments.ts';
import { editsOfPrinted } from './printed.ts';
import { applied, spaceEdits } from './spaceEdits.ts';

/** What the editor asks of a layout. */
export interface LayoutOptions {
  /** How many spaces an indentation has, and how many a tab stands for. */
  readonly tabSize: number;
  readonly insertSpaces: boolean;
  readonly trimTrailingWhitespace?: boolean;
  readonly insertFinalNewline?: boolean;
  readonly trimFinalNewlines?: boolean;
}

/** More passes are not made; a text that changes still is left alone. */
const mostPasses = 5;

/**
 * The edits that lay out a text: white space alone changes, and in a text that is laid out nothing.
 * @param isJson whether the text is JSON, but for comments
 */
export function layoutEdits(text: string, isJson: boolean, options: LayoutOptions): readonly Edit[] {
  const edits = onePass(text, options);
  if (isJson) return edits;
  // In other texts jsonc-parser leaves places with a mistake alone, and finds others when it looks again.
  let current = applied(text, edits);
  for (let pass = 1; pass < mostPasses; pass++) {
    const more = onePass(current, options);
    const next = applied(current, more);
    if (next === current) return spaceEdits(text, current);
    current = next;
  }
  return [];
}

function onePass(text: string, options: LayoutOptions): readonly Edit[] {
  const { tabSize, insertSpaces, insertFinalNewline = false, trimFinalNewlines = false } = options;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const layout = { tabSize, insertSpaces, insertFinalNewline };
  const edits = editsOfPrinted(text, layout) ?? format(text, undefined, { ...layout, eol });
  return [
    ...withFinalNewlines(text, edits, trimFinalNewlines),
    ...(options.trimTrailingWhitespace === true ? trimmedComments(text) : []),
  ];
}

/** The same edits, but for the line breaks at the end: jsonc-parser takes them away, and here they stay, or one of them. */
function withFinalNewlines(text: string, edits: readonly Edit[], isTrimmed: boolean): readonly Edit[] {
  const space = /[ \t\r\n]*$/.exec(text.slice(-longestSpace))?.[0] ?? '';
  const [beforeBreak] = space.split(/[\r\n]/, 1);
  // A text of white space alone is not laid out.
  if (beforeBreak === undefined || beforeBreak === space || space === text) return edits;
  const start = text.length - space.length + beforeBreak.length;
  const last = edits.find(({ offset, length }) => offset + length > start);
  const offset = Math.min(start, last?.offset ?? start);
  const breaks = space.match(/\r\n?|\n/g) ?? [];
  const content = breaks.slice(0, isTrimmed ? 1 : undefined).join('');
  const others = edits.filter((edit) => edit !== last);
  return content === text.slice(offset) ? others : [...others, { offset, length: text.length - offset, content }];
}

/** Takes the white space at the ends of lines out of comments, which jsonc-parser leaves as they are. */
function trimmedComments(text: string): Edit[] {
  if (!/[ \t](?:[\r\n]|$)/.test(text)) return [];
  return commentsIn(text).flatMap(({ offset, length }) =>
    Array.from(text.slice(offset, offset + length).matchAll(/(?<![ \t])[ \t]+(?=[\r\n]|$)/g), (found) => ({
      offset: offset + found.index,
      length: found[0].length,
      content: '',
    })),
  );
}

/** White space at the end of a text is kept as far as this. */
const longestSpace = 1000;
