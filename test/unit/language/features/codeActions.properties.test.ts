import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { parse } from '../../../../language/src/documents/parse.ts';
import { fixAllKind, sortKind } from '../../../../language/src/features/codeActions.ts';
import { arbitraryBrokenText } from '../../../support/arbitraryBrokenText.ts';
import { arbitraryJob } from '../../../support/arbitraryJobs.ts';
import { addedRules, brokenRules } from '../../../support/brokenRules.ts';
import { counterexamples } from '../../../support/counterexamples.ts';
import { runs } from '../../../support/fastCheck.ts';
import { actionsFor, afterAction } from '../../../support/lightBulb.ts';
import { commentsOf, meaningOf, missingComments } from '../../../support/tokens.ts';
import { unknownProperties } from '../../../support/unknownProperties.ts';

vi.setConfig({ testTimeout: 600_000 });

describe('Fix all', () => {
  const fixed = (text: string): string => afterAsking(text, fixAllKind);

  test('done twice is the same as done once', () => {
    forEveryText(400, (text) => expect(fixed(fixed(text))).toBe(fixed(text)));
  });

  test('adds no finding', () => {
    forEveryText(400, (text) => expect(addedRules(brokenRules(text), brokenRules(fixed(text)))).toEqual([]));
  });

  test('keeps every comment', () => {
    forEveryText(400, (text) => expect(missingComments(commentsOf(text), fixed(text))).toEqual([]));
  });

  test('keeps every property that the API doesn’t know', () => {
    forEveryText(400, (text) => {
      const left = unknownProperties(parse(fixed(text)));
      expect(left).toEqual(expect.arrayContaining(unknownProperties(parse(text))));
    });
  });
});

describe('Sort properties', () => {
  const sorted = (text: string): string => afterAsking(text, sortKind);

  test('puts $schema first, and what it doesn’t know last', () => {
    const text = '{"other":1,"type":"t","$schema":"s","name":"n"}';
    expect(sorted(text)).toBe('{"$schema":"s","name":"n","type":"t","other":1}');
  });

  test('keeps the value of the document', () => {
    forEveryText(1000, (text) => expect(parse(sorted(text)).data).toEqual(parse(text).data));
  });

  test('done twice is the same as done once', () => {
    forEveryText(1000, (text) => expect(sorted(sorted(text))).toBe(sorted(text)));
  });

  test('keeps every comment', () => {
    forEveryText(1000, (text) => expect(commentsIn(sorted(text)).sort()).toEqual(commentsIn(text).sort()));
  });

  test('adds no finding', () => {
    forEveryText(400, (text) => expect(addedRules(brokenRules(text), brokenRules(sorted(text)))).toEqual([]));
  });

  test('leaves a text alone with properties in order', () => {
    forEveryText(1000, (text) => {
      const isInOrder = isDeepStrictEqual(meaningOf(sorted(text)), meaningOf(text));
      if (isInOrder) expect(sorted(text)).toBe(text);
    });
  });

  test('leaves a text alone that isn’t JSON', () => {
    forEveryText(1000, (text) => {
      const isJson = parse(text).problems.every(({ kind }) => kind === 'comment');
      if (!isJson) expect(sorted(text)).toBe(text);
    });
  });
});

function forEveryText(numRuns: number, verify: (text: string) => void): void {
  fc.assert(
    fc.property(fc.oneof(arbitraryJob(), arbitraryBrokenText()), (text) => {
      verify(text);
    }),
    { ...runs(numRuns), examples: counterexamples },
  );
}

/** The text after a source action; the text itself where there is nothing to do. */
function afterAsking(text: string, kind: string): string {
  const [action] = actionsFor(text, { only: [kind], snippetEdits: false });
  return action ? afterAction(text, action) : text;
}

function commentsIn(text: string): string[] {
  return commentsOf(text).map((comment) => comment.text);
}
