import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver-types';
import { ParsedDocuments } from '../../../../server/src/state/parsedDocuments.ts';
import { parse } from '../../../../language/src/documents/parse.ts';
import { diagnostics } from '../../../../language/src/features/diagnostics.ts';
import { arbitraryBrokenText } from '../../../support/arbitraryBrokenText.ts';
import { arbitraryEdits, contentChange, type ArbitraryEdit } from '../../../support/arbitraryEdits.ts';
import { arbitraryJob } from '../../../support/arbitraryJobs.ts';
import { documentOf } from '../../../support/cursor.ts';
import { runs } from '../../../support/fastCheck.ts';

vi.setConfig({ testTimeout: 600_000 });

const texts = fc.oneof(arbitraryJob(), arbitraryBrokenText());

describe('a document that was edited', () => {
  test('has the diagnostics of its text, whatever it was before', () => {
    fc.assert(
      fc.property(texts, arbitraryEdits(), (text, edits) => {
        const { document, diagnostics } = afterEdits(text, edits);
        expect(diagnostics).toEqual(diagnosticsOf(document.getText()));
      }),
      runs(500),
    );
  });
});

/** The document after the edits, checked after each of them, as the server does while a user types. */
function afterEdits(
  text: string,
  edits: readonly (readonly ArbitraryEdit[])[],
): { readonly document: TextDocument; readonly diagnostics: Diagnostic[] } {
  const parsed = new ParsedDocuments();
  let document = documentOf(text);
  let found = diagnostics(document, parsed.get(document));
  for (const changes of edits) {
    const version = document.version + 1;
    for (const edit of changes) document = TextDocument.update(document, [contentChange(document, edit)], version);
    found = diagnostics(document, parsed.get(document));
  }
  return { document, diagnostics: found };
}

function diagnosticsOf(text: string): Diagnostic[] {
  return diagnostics(documentOf(text), parse(text));
}
