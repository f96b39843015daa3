import * as l10n from '@vscode/l10n';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, Range, WorkspaceEdit } from 'vscode-languageserver-types';
import { rename, renameableAt } from '../../../language/src/features/rename.ts';
import { LSPErrorCodes, ResponseError } from '../lsp.ts';

/** Returns what is renamed at a position. @throws ResponseError with a sentence for the user where nothing can be renamed */
export function prepareRename(
  document: TextDocument,
  position: Position,
): { readonly range: Range; readonly placeholder: string } {
  const found = renameableAt(document, position);
  if (found === undefined) throw nothingToRename();
  return { range: found.range, placeholder: found.name };
}

/** Returns the edits of a rename. @throws ResponseError with a sentence for the user where it can't be made */
export function renameIn(document: TextDocument, position: Position, newName: string): WorkspaceEdit {
  const edits = rename(document, position, newName);
  if (edits === undefined) throw nothingToRename();
  if (edits === 'not-a-name') {
    throw refused(l10n.t('"{0}" can’t be a name in a reference. Use letters, digits, and underscores.', newName));
  }
  return { changes: { [document.uri]: edits } };
}

function nothingToRename(): ResponseError {
  return refused(
    l10n.t(
      'Only names in references, such as NAME in {0}, can be renamed. The API reference specifies the names of properties; edit values in the document.',
      '${secret:NAME}',
    ),
  );
}

function refused(sentence: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, sentence);
}
