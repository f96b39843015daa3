import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { parse } from '../../../../language/src/documents/parse.ts';
import { documentLinks } from '../../../../language/src/features/documentLinks.ts';
import { hover } from '../../../../language/src/features/hover.ts';
import { jsonPathAt } from '../../../../language/src/features/jsonPath.ts';
import { arbitraryBrokenText, arbitraryText } from '../../../support/arbitraryBrokenText.ts';
import { arbitraryJob } from '../../../support/arbitraryJobs.ts';
import { documentOf } from '../../../support/cursor.ts';
import { runs } from '../../../support/fastCheck.ts';

vi.setConfig({ testTimeout: 600_000 });

const texts = fc.oneof(arbitraryJob(), arbitraryBrokenText(), arbitraryText());
const now = new Date(2026, 10, 24, 12, 0);

test('a hover is about a place of the text, and the cursor is on it', () => {
  fc.assert(
    fc.property(texts, fc.nat(), (text, place) => {
      const document = documentOf(text);
      const position = document.positionAt(place % (text.length + 1));
      const range = hover(document, parse(text), position, now)?.range;
      if (range === undefined) return;
      const offset = document.offsetAt(position);
      expect(document.offsetAt(range.start)).toBeLessThanOrEqual(offset);
      expect(document.offsetAt(range.end)).toBeGreaterThanOrEqual(offset);
    }),
    runs(2000),
  );
});

test('there is a path wherever there is a value, on one line', () => {
  fc.assert(
    fc.property(texts, fc.nat(), (text, place) => {
      const document = documentOf(text);
      const parsed = parse(text);
      const path = jsonPathAt(document, parsed, document.positionAt(place % (text.length + 1)));
      if (parsed.tree === undefined) expect(path).toBeUndefined();
      else expect(path).toMatch(/^\$[^\r\n]*$/);
    }),
    runs(2000),
  );
});

test('links lie over words of the document, and lead to the vendor', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const document = documentOf(text);
      for (const { range, target } of documentLinks(document, parse(text))) {
        expect(document.positionAt(document.offsetAt(range.start))).toEqual(range.start);
        expect(document.positionAt(document.offsetAt(range.end))).toEqual(range.end);
        expect(document.offsetAt(range.start)).toBeLessThanOrEqual(document.offsetAt(range.end));
        expect(target).toMatch(/^https:\/\/support\.huaweicloud\.com\//);
      }
    }),
    runs(1000),
  );
});
