import type { TextDocument } from 'vscode-languageserver-textdocument';
import { TextEdit, type Position, type Range } from 'vscode-languageserver-types';
import { isReferenceName, referencePlacesIn, referenceTo } from '../documents/reference.ts';
import { rangeOf } from '../documents/range.ts';

/** The name in a reference, which can be renamed. */
export interface RenameableName {
  readonly kind: 'secret' | 'env';
  readonly name: string;
  readonly range: Range;
}

/**
 * Returns the name in the reference at a position, `NAME` of `${secret:NAME}` or `${env:NAME}`; `undefined` elsewhere, as
 * the names of properties are the API's. The end of the reference belongs to it.
 */
export function renameableAt(document: TextDocument, position: Position): RenameableName | undefined {
  const offset = document.offsetAt(position);
  return namesIn(document).find(({ start, end }) => start <= offset && offset <= end);
}

/**
 * Returns the edits that give the name at a position another one, in all references of the document that have it; stored
 * secrets and variables keep theirs. `undefined` where nothing can be renamed, `'not-a-name'` where no reference can have
 * the new name.
 */
export function rename(
  document: TextDocument,
  position: Position,
  newName: string,
): TextEdit[] | 'not-a-name' | undefined {
  const renamed = renameableAt(document, position);
  if (renamed === undefined) return undefined;
  if (!isReferenceName(renamed.kind, newName)) return 'not-a-name';
  return namesIn(document)
    .filter(({ kind, name }) => kind === renamed.kind && name === renamed.name)
    .map(({ range }) => TextEdit.replace(range, newName));
}

/** A name with the place of its reference, in UTF-16 units. */
interface NamePlace extends RenameableName {
  readonly start: number;
  readonly end: number;
}

function namesIn(document: TextDocument): NamePlace[] {
  return referencePlacesIn(document.getText()).flatMap(({ kind, name, offset, length }) => {
    if (kind !== 'secret' && kind !== 'env') return [];
    const inner = offset + referenceTo(kind, '').length - 1;
    const range = rangeOf(document, { offset: inner, length: name.length });
    return [{ kind, name, range, start: offset, end: offset + length }];
  });
}
