import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position } from 'vscode-languageserver-types';
import { parse, type ParsedDocument } from '../../language/src/documents/parse.ts';

/** A document with a cursor in it. */
export interface AtCursor {
  readonly document: TextDocument;
  readonly parsed: ParsedDocument;
  readonly position: Position;
  readonly offset: number;
}

/** Reads a text in which `|` marks the cursor. @throws unless there is exactly one */
export function atCursor(marked: string): AtCursor {
  const offset = marked.indexOf('|');
  if (offset < 0 || marked.includes('|', offset + 1)) throw new Error(`One cursor | is needed: ${marked}`);
  const document = documentOf(marked.slice(0, offset) + marked.slice(offset + 1));
  return { document, parsed: parse(document.getText()), position: document.positionAt(offset), offset };
}

/** A job document that holds `text`. */
export function documentOf(text: string): TextDocument {
  return TextDocument.create('test:/job.lfjob.json', 'lfjob', 1, text);
}
