import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { DocumentSymbol, Position, Range } from 'vscode-languageserver-types';
import { parse } from '../../../../language/src/documents/parse.ts';
import { symbols } from '../../../../language/src/features/symbols.ts';
import { arbitraryBrokenText, arbitraryText } from '../../../support/arbitraryBrokenText.ts';
import { arbitraryJob } from '../../../support/arbitraryJobs.ts';
import { documentOf } from '../../../support/cursor.ts';
import { runs } from '../../../support/fastCheck.ts';

vi.setConfig({ testTimeout: 600_000 });

const texts = fc.oneof(arbitraryJob(), arbitraryBrokenText(), arbitraryText());

test('the outline of any text is as the protocol wants it: named, each in its own place and in its parent’s', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const document = documentOf(text);
      const end = document.positionAt(text.length);
      expect(misplaced(symbols(document, parse(text)), { start: { line: 0, character: 0 }, end })).toEqual([]);
    }),
    runs(2000),
  );
});

/** The symbols that break a rule of the protocol, or our own on names. */
function misplaced(entries: readonly DocumentSymbol[], parent: Range): DocumentSymbol[] {
  return entries.flatMap((entry) => {
    const isNamed = entry.name.trim() !== '' && !/[\r\n\u2028\u2029]/.test(entry.name + (entry.detail ?? ''));
    const isShort = Array.from(entry.name).length <= 100 && Array.from(entry.detail ?? '').length <= 100;
    const isPlaced = isWithin(entry.range, parent) && isWithin(entry.selectionRange, entry.range);
    return [...(isNamed && isShort && isPlaced ? [] : [entry]), ...misplaced(entry.children ?? [], entry.range)];
  });
}

function isWithin(inner: Range, outer: Range): boolean {
  return !isBefore(inner.start, outer.start) && !isBefore(outer.end, inner.end) && !isBefore(inner.end, inner.start);
}

function isBefore(left: Position, right: Position): boolean {
  return left.line < right.line || (left.line === right.line && left.character < right.character);
}
