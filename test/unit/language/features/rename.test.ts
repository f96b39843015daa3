import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, test } from 'vitest';
import { rename, renameableAt } from '../../../../language/src/features/rename.ts';
import { atCursor } from '../../../support/cursor.ts';

/** The text after renaming at the cursor `|`, or what is returned in place of edits. */
function renamed(marked: string, newName: string): unknown {
  const { document, position } = atCursor(marked);
  const edits = rename(document, position, newName);
  return Array.isArray(edits) ? TextDocument.applyEdits(document, edits) : edits;
}

describe('renaming', () => {
  test.each([
    [
      '{ "password": "${secret:HI|VE}", "username": "a_${secret:HIVE}" }',
      '{ "password": "${secret:CRM}", "username": "a_${secret:CRM}" }',
    ],
    ['["${secret:HIVE}|", "${env:HIVE}", "${secret:HIVE_2}"]', '["${secret:CRM}", "${env:HIVE}", "${secret:HIVE_2}"]'],
    ['["$|{env:HIVE}", "$${env:HIVE}"]', '["${env:CRM}", "$${env:HIVE}"]'],
  ])('changes the name in every reference of the document to the same: %s', (marked, expected) => {
    expect(renamed(marked, 'CRM')).toBe(expected);
  });

  test.each(['', 'A B', '2', 'A}'])('refuses "%s", which no reference can have', (newName) => {
    expect(renamed('["${secret:HI|VE}"]', newName)).toBe('not-a-name');
  });

  test.each(['{ "na|me": "abcd" }', '{ "name": "ab|cd" }', '["$${secret:HI|VE}"]', '["${secret:|"]', '|'])(
    'changes nothing else: %s',
    (marked) => {
      expect(renamed(marked, 'CRM')).toBeUndefined();
    },
  );

  test('begins with the name that the reference has', () => {
    const { document, position } = atCursor('["${secret:HI|VE}"]');
    expect(renameableAt(document, position)).toMatchObject({
      name: 'HIVE',
      range: { start: { character: 11 }, end: { character: 15 } },
    });
  });
});
