import type { TextDocumentsConfiguration } from 'vscode-languageserver';
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';

/**
 * Creates and updates the open documents, for `TextDocuments`. vscode-languageserver-textdocument forgets where the
 * lines start when an edit brings a carriage return and a line feed together, and reads the whole text for the next
 * position. Here the edit also replaces the character beside the line break, so that the line break is within the edit.
 */
export const documentEdits: TextDocumentsConfiguration<TextDocument> = {
  create: (uri, languageId, version, content) => TextDocument.create(uri, languageId, version, content),
  update: (document, changes, version) => {
    for (const change of changes) TextDocument.update(document, [withWholeLineBreaks(document, change)], version);
    return document;
  },
};

function withWholeLineBreaks(
  document: TextDocument,
  change: TextDocumentContentChangeEvent,
): TextDocumentContentChangeEvent {
  if (!('range' in change)) return change;
  const { range, text } = change;
  const [start = 0, end = 0] = [document.offsetAt(range.start), document.offsetAt(range.end)].sort(
    (left, right) => left - right,
  );
  const content = document.getText();
  const [before, after] = [content.charAt(start - 1), content.charAt(end)];
  const joinsBefore = before === '\r' && (text === '' ? after : text).startsWith('\n');
  const joinsAfter = after === '\n' && (text === '' ? before : text).endsWith('\r');
  if (!joinsBefore && !joinsAfter) return change;
  const [from, to] = [joinsBefore ? start - 1 : start, joinsAfter ? end + 1 : end];
  return {
    range: { start: document.positionAt(from), end: document.positionAt(to) },
    text: (joinsBefore ? before : '') + text + (joinsAfter ? after : ''),
  };
}
