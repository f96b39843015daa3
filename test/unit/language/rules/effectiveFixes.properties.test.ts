import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { parse } from '../../../../language/src/documents/parse.ts';
import type { Span } from '../../../../language/src/documents/range.ts';
import { diagnostics } from '../../../../language/src/features/diagnostics.ts';
import { check } from '../../../../language/src/rules/check.ts';
import { arbitraryBrokenText, arbitraryText } from '../../../support/arbitraryBrokenText.ts';
import { arbitraryJob } from '../../../support/arbitraryJobs.ts';
import { addedRules, brokenRules } from '../../../support/brokenRules.ts';
import { counterexamples } from '../../../support/counterexamples.ts';
import { documentOf } from '../../../support/cursor.ts';
import { runs } from '../../../support/fastCheck.ts';
import { keepsTheRest, lostComments } from '../../../support/fixEffects.ts';
import { actionsFor, afterAction, signedIn } from '../../../support/lightBulb.ts';
import { offeredFixes, type OfferedFix } from '../../../support/offeredFixes.ts';

vi.setConfig({ testTimeout: 600_000 });

const documents = fc.oneof(arbitraryJob(), arbitraryBrokenText());

describe('whatever the text', () => {
  test.each([
    ['any text', arbitraryText(), 1000],
    ['a job', arbitraryJob(), 200],
    ['a broken job', arbitraryBrokenText(), 500],
  ])('the findings in %s have their places in it', (_, texts, numRuns) => {
    fc.assert(
      fc.property(texts, (text) => {
        const places = check(parse(text), signedIn).flatMap(({ span, related }) => [
          span,
          ...(related?.() ?? []).flatMap(({ at }) => ('uri' in at ? [] : [at])),
        ]);
        expect(places.filter((place) => !isIn(text, place))).toEqual([]);
      }),
      runs(numRuns),
    );
  });

  test('diagnostics are shown at positions of the document', () => {
    fc.assert(
      fc.property(fc.oneof(documents, arbitraryText()), (text) => {
        const document = documentOf(text);
        const positions = diagnostics(document, parse(text), signedIn)
          .flatMap(({ range, relatedInformation = [] }) => [
            range,
            ...relatedInformation.map((to) => to.location.range),
          ])
          .flatMap(({ start, end }) => [start, end]);
        expect(positions.map((position) => document.positionAt(document.offsetAt(position)))).toEqual(positions);
      }),
      runs(500),
    );
  });
});

describe('a quick fix that is offered', () => {
  test('removes its finding and adds none', () => {
    forEveryText((text) => {
      const known = brokenRules(text);
      for (const { after, code, kind } of offeredFixes(text)) {
        const left = brokenRules(after);
        // What the user wrote stays, although it is ignored.
        const most = kind === 'adapt' ? (known.get(code) ?? 0) : (known.get(code) ?? 0) - 1;
        expect(left.get(code) ?? 0).toBeLessThanOrEqual(most);
        expect(addedRules(known, left)).toEqual([]);
      }
    });
  });

  test('changes what is in its title, and no other content of the document', () => {
    forEveryFix((fix) => expect(keepsTheRest(fix)).toBe(true));
  });

  test('keeps the value of the document if it repairs its JSON', () => {
    forEveryFix(({ kind, before, after }) => {
      if (kind === 'repair' || kind === 'comment') expect(parse(after).data).toEqual(parse(before).data);
    });
  });

  test('keeps every comment that isn’t a part of what it removes or replaces', () => {
    forEveryFix((fix) => expect(lostComments(fix)).toEqual([]));
  });

  test('is the same as its snippet with unchanged placeholders', () => {
    forEveryText((text) => {
      const [plain, snippets] = [false, true].map((snippetEdits) =>
        actionsFor(text, { snippetEdits }).map((action) => afterAction(text, action)),
      );
      expect(snippets).toEqual(plain);
    });
  });

  function forEveryFix(verify: (fix: OfferedFix) => void): void {
    forEveryText((text) => offeredFixes(text).forEach(verify));
  }

  function forEveryText(verify: (text: string) => void): void {
    fc.assert(
      fc.property(documents, (text) => {
        verify(text);
      }),
      { ...runs(250), examples: counterexamples },
    );
  }
});

function isIn(text: string, { offset, length }: Span): boolean {
  return offset >= 0 && length >= 0 && offset + length <= text.length;
}
