import { InsertTextFormat, InsertTextMode, TextEdit, type CompletionItem } from 'vscode-languageserver-types';
import { plainText, snippetText, type InsertionText } from '../../documents/edits/snippet.ts';
import type { Cursor } from '../../documents/cursor/cursor.ts';
import { rangeOf } from '../../documents/range.ts';
import type { CompletionContext } from './context.ts';

/** A suggestion: its text, and how it is found. */
export interface Suggestion {
  readonly label: string;
  /** Writes the text that takes the place of the word at the cursor. */
  readonly write: (text: InsertionText) => string;
  /** What is typed to find it, where that isn't the label. */
  readonly filterText?: string;
}

/**
 * The part of a completion item that has to do with the text: what is replaced, by what, and the commas around it. A
 * comma that follows a value is replaced with it, so that the cursor ends behind the comma. Text without a place to
 * type into isn't a snippet, so that Enter breaks the line where accepting the item would change nothing
 * (`acceptSuggestionOnEnter`).
 */
export function insertion(context: CompletionContext, { label, write, filterText }: Suggestion): CompletionItem {
  const { document, cursor, options } = context;
  const source = document.getText();
  const { start, end, commaBefore, commaAfter } = cursor;
  // Two edits at one place have no order, so a comma right before the word becomes part of its text.
  const adjacent = commaBefore === start ? ', ' : source[start - 1] === ':' ? ' ' : '';
  const comma = commaBehind(source, cursor);
  const { text, isSnippet } = written(write, options.snippets);
  return {
    label,
    filterText: filterText ?? filterTextFor(label, context),
    textEdit: TextEdit.replace(
      rangeOf(document, { offset: start, length: end + comma.length - start }),
      `${adjacent}${text}${commaAfter ? ',' : comma}`,
    ),
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(options.insertTextMode && { insertTextMode: InsertTextMode.asIs }),
    ...(commaBefore !== undefined &&
      commaBefore < start && { additionalTextEdits: [TextEdit.insert(document.positionAt(commaBefore), ',')] }),
  };
}

function written(
  write: Suggestion['write'],
  snippets: boolean,
): { readonly text: string; readonly isSnippet: boolean } {
  const snippet = snippetText();
  const text = write(snippet);
  return snippets && snippet.hasStops() ? { text, isSnippet: true } : { text: write(plainText), isSnippet: false };
}

/** The comma that follows a value on its line, with the blanks before it; empty for a property or where none follows. */
function commaBehind(source: string, { expects, end }: Cursor): string {
  return expects === 'value' ? (/^[ \t]*,/.exec(source.slice(end, end + longestGap))?.[0] ?? '') : '';
}

/** Blanks before a comma; more aren't looked through. */
const longestGap = 100;

/**
 * What the client compares the typed text with: quoted where the word at the cursor begins with a quote. The closing quote
 * belongs to it only where it is typed already, so that typing it closes the list at once.
 */
function filterTextFor(label: string, { document, offset, cursor: { start, end } }: CompletionContext): string {
  const source = document.getText();
  if (source[start] !== '"' || start === end) return label;
  const quoted = JSON.stringify(label);
  const isBehindQuote = offset === end && end - start > 1 && source[end - 1] === '"';
  return isBehindQuote ? quoted : quoted.slice(0, -1);
}

/** The order of an item in the list: of its group, then of its number. */
export function order(group: number, index: number): string {
  return `${group}${String(index).padStart(3, '0')}`;
}
