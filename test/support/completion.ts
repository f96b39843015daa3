import { TextDocument } from 'vscode-languageserver-textdocument';
import { InsertTextFormat, TextEdit, type CompletionItem } from 'vscode-languageserver-types';
import { complete } from '../../language/src/features/complete/complete.ts';
import type { CompletionEnvironment, CompletionOptions } from '../../language/src/features/complete/context.ts';
import { atCursor, documentOf } from './cursor.ts';
import { snippetText } from './snippetText.ts';

/** A client that can do everything but lists with defaults. */
export const withSnippets: CompletionOptions = {
  snippets: true,
  insertTextMode: true,
  labelDetails: true,
  itemDefaults: [],
};

/** A client that takes plain text alone. */
export const plain: CompletionOptions = {
  snippets: false,
  insertTextMode: false,
  labelDetails: false,
  itemDefaults: [],
};

/** A document by itself. */
export const alone: CompletionEnvironment = { otherTexts: () => [] };

/** The items at an offset of a text, as a client with these abilities gets them. */
export function itemsAt(text: string, offset: number, options = withSnippets, environment = alone): CompletionItem[] {
  const document = documentOf(text);
  const position = document.positionAt(offset);
  return complete(document, undefined, position, options, environment).items;
}

/** The items at the cursor `|`, in the order in which an editor shows them. */
export function itemsAtCursor(marked: string, options = withSnippets, environment = alone): CompletionItem[] {
  const { document, offset } = atCursor(marked);
  return itemsAt(document.getText(), offset, options, environment).sort((left, right) =>
    String(left.sortText).localeCompare(String(right.sortText)),
  );
}

/** The text after an item was accepted, the placeholders as they are. @throws for an item without its edit */
export function accepted(text: string, item: CompletionItem): string {
  const { textEdit, insertTextFormat, additionalTextEdits = [] } = item;
  if (!TextEdit.is(textEdit)) throw new Error(`The item ${item.label} has no edit.`);
  const isSnippet = insertTextFormat === InsertTextFormat.Snippet;
  const edit = isSnippet ? { ...textEdit, newText: snippetText(textEdit.newText) } : textEdit;
  return TextDocument.applyEdits(documentOf(text), [edit, ...additionalTextEdits]);
}

/** The item with a label; of several the first that an editor shows. @throws if there is none */
export function itemLabelled(items: readonly CompletionItem[], label: string): CompletionItem {
  const found = items.find((item) => item.label === label);
  if (found === undefined) throw new Error(`"${label}" is not among ${items.map((item) => item.label).join(', ')}.`);
  return found;
}
