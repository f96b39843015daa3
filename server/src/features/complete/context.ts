import type { TextDocument } from 'vscode-languageserver-textdocument';
import { InsertTextFormat, InsertTextMode, TextEdit, type CompletionItem } from 'vscode-languageserver-types';
import type { Cursor } from '../../documents/cursor.ts';
import type { Layout } from '../../documents/layout.ts';
import { rangeOf } from '../../documents/range.ts';
import type { Json } from '../../schema/jsonSchema.ts';

/** What the client can do with a suggestion. */
export interface CompletionOptions {
  readonly snippets: boolean;
  /** The client takes `insertTextMode`, so that it keeps the indentation that the text has. */
  readonly insertTextMode: boolean;
}

/** What every kind of suggestion is made from. */
export interface CompletionContext {
  readonly document: TextDocument;
  readonly cursor: Cursor;
  /** The value of the document without the word at the cursor. */
  readonly root: Json;
  readonly layout: Layout;
  readonly options: CompletionOptions;
}

/** A suggestion's text, and how it is found and shown. */
export interface Suggestion {
  readonly label: string;
  readonly text: string;
  readonly isSnippet: boolean;
}

/**
 * The part of a completion item that has to do with the text: what is replaced, by what, and the commas around it. The
 * list is filtered by what was typed, so by a quoted text where the word at the cursor begins with a quote.
 */
export function insertion(
  { document, cursor, options }: CompletionContext,
  { label, text, isSnippet }: Suggestion,
): Pick<
  CompletionItem,
  'label' | 'filterText' | 'textEdit' | 'additionalTextEdits' | 'insertTextFormat' | 'insertTextMode'
> {
  const source = document.getText();
  const { start, end, commaBefore, commaAfter } = cursor;
  // Two edits at one place have no order, so a comma right before the word becomes part of its text.
  const adjacent = commaBefore === start ? ', ' : source[start - 1] === ':' ? ' ' : '';
  return {
    label,
    filterText: source[start] === '"' && start < end ? JSON.stringify(label) : label,
    textEdit: TextEdit.replace(
      rangeOf(document, { offset: start, length: end - start }),
      `${adjacent}${text}${commaAfter ? ',' : ''}`,
    ),
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(options.insertTextMode && { insertTextMode: InsertTextMode.asIs }),
    ...(commaBefore !== undefined &&
      commaBefore < start && { additionalTextEdits: [TextEdit.insert(document.positionAt(commaBefore), ',')] }),
  };
}
