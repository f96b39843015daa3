import { InsertTextFormat, InsertTextMode, TextEdit, type CompletionItem } from 'vscode-languageserver-types';
import { plainText, snippetText, type InsertionText } from '../../documents/edits/snippet.ts';
import { rangeOf } from '../../documents/range.ts';
import type { CompletionContext } from './context.ts';

/** A suggestion: its text, and how it is found. */
export interface Suggestion {
  readonly label: string;
  /** Writes the text that takes the place of the word at the cursor. */
  readonly write: (text: InsertionText) => string;
  /** What is typed to find it, where that is not the label. */
  readonly filterText?: string;
}

/**
 * The part of a completion item that has to do with the text: what is replaced, by what, and the commas around it. The
 * list is filtered by what was typed, so by a quoted text where the word at the cursor begins with a quote.
 */
export function insertion(
  { document, cursor, options }: CompletionContext,
  { label, write, filterText }: Suggestion,
): CompletionItem {
  const source = document.getText();
  const { start, end, commaBefore, commaAfter } = cursor;
  const text = options.snippets ? snippetText() : plainText;
  // Two edits at one place have no order, so a comma right before the word becomes part of its text.
  const adjacent = commaBefore === start ? ', ' : source[start - 1] === ':' ? ' ' : '';
  return {
    label,
    filterText: filterText ?? (source[start] === '"' && start < end ? JSON.stringify(label) : label),
    textEdit: TextEdit.replace(
      rangeOf(document, { offset: start, length: end - start }),
      `${adjacent}${write(text)}${commaAfter ? ',' : ''}`,
    ),
    insertTextFormat: options.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(options.insertTextMode && { insertTextMode: InsertTextMode.asIs }),
    ...(commaBefore !== undefined &&
      commaBefore < start && { additionalTextEdits: [TextEdit.insert(document.positionAt(commaBefore), ',')] }),
  };
}

/** The order of an item in the list: of its group, then of its number. */
export function order(group: number, index: number): string {
  return `${group}${String(index).padStart(3, '0')}`;
}
