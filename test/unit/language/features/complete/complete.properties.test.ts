import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { parse } from '../../../../../language/src/documents/parse.ts';
import { complete } from '../../../../../language/src/features/complete/complete.ts';
import type { CompletionEnvironment } from '../../../../../language/src/features/complete/context.ts';
import { worsened } from '../../../../support/acceptance.ts';
import { arbitraryBrokenText, arbitraryText } from '../../../../support/arbitraryBrokenText.ts';
import { arbitraryJob } from '../../../../support/arbitraryJobs.ts';
import { accepted, itemsAt, plain, withSnippets } from '../../../../support/completion.ts';
import { documentOf } from '../../../../support/cursor.ts';
import { runs } from '../../../../support/fastCheck.ts';
import { offsetsOf } from '../../../../support/offsets.ts';
import { signedIn } from '../../../../support/lightBulb.ts';

vi.setConfig({ testTimeout: 1_200_000 });

const folder = new URL('../../../../fixtures/valid/', import.meta.url);
const fixtures = readdirSync(folder).map((file) => [file, readFileSync(new URL(file, folder), 'utf8')] as const);

const environment: CompletionEnvironment = {
  connection: signedIn.connection,
  otherTexts: () => fixtures.slice(0, 3).map(([, text]) => text),
};

/** What each offered item makes worse, with the item's label. @param seen texts that were looked at already */
function faultsAt(text: string, offset: number, seen = new Set<string>()): string[] {
  return itemsAt(text, offset, withSnippets, environment).flatMap((item) => {
    const after = accepted(text, item);
    if (seen.has(after)) return [];
    seen.add(after);
    return worsened(text, offset, item).map((fault) => `${item.label}: ${fault}`);
  });
}

/** An offset that a position can name: not within a line break. */
function offsetIn(text: string, place: number): number {
  const document = documentOf(text);
  return document.offsetAt(document.positionAt(place % (text.length + 1)));
}

describe('accepting any offered item makes no document worse', () => {
  test.each(fixtures)('at every offset of %s', (_, text) => {
    const seen = new Set<string>();
    for (const offset of offsetsOf(text)) {
      expect(faultsAt(text, offset, seen), `at ${offset}`).toEqual([]);
    }
  });

  test.each([
    ['a job', arbitraryJob(), 400],
    ['a broken job', arbitraryBrokenText(), 400],
    [
      'a job that is cut off',
      fc.tuple(arbitraryJob(), fc.nat()).map(([text, at]) => text.slice(0, at % (text.length + 1))),
      200,
    ],
  ])('in %s', (_, texts, numRuns) => {
    fc.assert(
      fc.property(texts, fc.nat(), (text, place) => {
        expect(faultsAt(text, offsetIn(text, place))).toEqual([]);
      }),
      runs(numRuns),
    );
  });
});

test('at any place of any text there is an answer, and every item can be accepted', () => {
  fc.assert(
    fc.property(arbitraryText(), fc.nat(), (text, place) => {
      const offset = offsetIn(text, place);
      itemsAt(text, offset, withSnippets, environment).forEach((item) => accepted(text, item));
    }),
    runs(400),
  );
});

test('a client without snippets gets the same text as one that leaves the placeholders unchanged', () => {
  fc.assert(
    fc.property(fc.oneof(arbitraryJob(), arbitraryBrokenText()), fc.nat(), (text, place) => {
      const offset = offsetIn(text, place);
      const [left, right] = [plain, withSnippets].map((options) =>
        itemsAt(text, offset, options, environment).map((item) => accepted(text, item)),
      );
      expect(left).toEqual(right);
    }),
    runs(250),
  );
});

test('the answer is the same whether the document is parsed already or not', () => {
  fc.assert(
    fc.property(fc.oneof(arbitraryJob(), arbitraryBrokenText()), fc.nat(), (text, place) => {
      const document = documentOf(text);
      const position = document.positionAt(place % (text.length + 1));
      const [left, right] = [undefined, parse(text)].map((parsed) =>
        complete(document, parsed, position, withSnippets, environment),
      );
      expect(left).toEqual(right);
    }),
    runs(500),
  );
});
