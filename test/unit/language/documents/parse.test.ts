import { describe, expect, test } from 'vitest';
import { cursorAt } from '../../../../language/src/documents/cursor/cursor.ts';
import { formattingEdits } from '../../../../language/src/documents/edits/formattingEdits.ts';
import { parse } from '../../../../language/src/documents/parse.ts';

const options = { tabSize: 2, insertSpaces: true };

describe('a text that is nested too deep is refused, and neither completed nor formatted', () => {
  test.each([
    ['brackets that match', '['.repeat(40_000) + ']'.repeat(40_000)],
    ['brackets that are not closed', '['.repeat(40_000)],
    ['objects with brackets that close nothing', '{]'.repeat(10_000)],
    ['arrays with braces that close nothing', '[}'.repeat(10_000)],
    ['properties with brackets that close nothing', '{"a":]'.repeat(10_000)],
  ])('%s', (_, text) => {
    expect(parse(text)).toMatchObject({ refusal: 'too-deep', problems: [] });
    expect(cursorAt(text, text.length >> 1)).toBeUndefined();
    expect(formattingEdits(text, options)).toEqual([]);
  });
});

test('brackets in strings and comments nest nothing', () => {
  const brackets = '['.repeat(1000);
  expect(parse(`{"a": "${brackets}"} // ${brackets}`).refusal).toBeUndefined();
});

describe('the time to parse grows with the text, not faster, for', () => {
  test.each([
    ['arrays that are not closed', `[${'{"a":[\n1},'.repeat(100_000)}`],
    ['opening quotes without their partners', '‘,'.repeat(400_000)],
  ])('%s', (_, text) => {
    expect(parse(text).problems).toHaveLength(5_000);
  });
});
