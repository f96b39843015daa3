import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { getLanguageService, TextDocument } from 'vscode-json-languageservice';
import { parse } from '../../../../language/src/documents/parse.ts';
import { foldingRanges } from '../../../../language/src/features/foldingRanges.ts';
import { arbitraryBrokenText, arbitraryText } from '../../../support/arbitraryBrokenText.ts';
import { arbitraryJob } from '../../../support/arbitraryJobs.ts';
import { runs } from '../../../support/fastCheck.ts';

/** The first and last line of each fold, and its kind where it has one. */
function folds(text: string): string[] {
  return foldingRanges(parse(text)).map(({ startLine, endLine, kind }) =>
    [`${startLine}-${endLine}`, kind].filter((part) => part !== undefined).join(' '),
  );
}

describe('folds', () => {
  test.each([
    ['a block, without the line that closes it', '{\n  "a": 1\n}', ['0-1']],
    ['a block in a block', '{\n  "a": [\n    1\n  ]\n}', ['1-2', '0-3']],
    ['a text that is not indented', '{\n"a": {\n"b": 1\n}\n}', ['1-2', '0-3']],
    ['no block on one line, nor on two', '{ "a": [\n] }', []],
    ['a comment', '/* a\n b\n*/\n{}', ['0-2 comment']],
    ['no bracket in a text or comment', '{\n"a": "[\\"",\n// [\n/* { */\n"b": "}"\n}', ['0-4']],
    ['line breaks of every kind', '{\r\n"a": 1\r\n}', ['0-1']],
    ['line breaks of carriage returns', '{\r"a": 1\r}', ['0-1']],
    ['a text that is not closed ends with its line', '{\n"a": "{\n"b": 1\n}', ['0-2']],
    ['no bracket without its partner', '[\n{\n"a": 1\n]', ['0-2']],
    ['no comment that is not closed twice', '/* a\n b', ['0-1 comment']],
    ['nothing', '', []],
  ])('%s', (_, text, expected) => {
    expect(folds(text)).toEqual(expected);
  });
});

test('folds what VS Code’s JSON server folds', () => {
  const service = getLanguageService({});
  fc.assert(
    fc.property(arbitraryJob(), fc.boolean(), (job, isIndented) => {
      const indented = JSON.stringify(parse(job).data, null, 2);
      const text = isIndented ? indented : indented.replace(/^ +/gm, '');
      const document = TextDocument.create('test:/job.json', 'json', 1, text);
      const theirs = service.getFoldingRanges(document).map(({ startLine, endLine }) => `${startLine}-${endLine}`);
      expect(folds(text).sort()).toEqual(theirs.sort());
    }),
    runs(200),
  );
});

test('folds lines of the text alone, whatever it is', () => {
  fc.assert(
    fc.property(fc.oneof(arbitraryBrokenText(), arbitraryText()), (text) => {
      const lines = text.split(/\r\n?|\n/).length;
      const wrong = foldingRanges(parse(text)).filter(
        ({ startLine, endLine }) => !(startLine >= 0 && startLine < endLine && endLine < lines),
      );
      expect(wrong).toEqual([]);
    }),
    runs(1000),
  );
});

test.each([
  ['brackets that are not closed', '[\n'.repeat(1_000_000) + '}\n'.repeat(1_000_000)],
  ['a comment that is not closed', `/*${' *\n'.repeat(1_000_000)}`],
])('isn’t slow for many %s', (_, text) => {
  expect(foldingRanges(parse(text)).length).toBeLessThan(2);
});

test('folds the outermost blocks where there are more than an editor shows', () => {
  const elements = Array.from({ length: 6000 }, () => '{\n"a": 1\n}').join(',\n');
  const ranges = foldingRanges(parse(`{\n"list": [\n${elements}\n]\n}`));
  expect(ranges).toHaveLength(5000);
  expect(ranges.slice(0, 2).map(({ startLine }) => startLine)).toEqual([0, 1]);
});
