import { expect, test } from 'vitest';
import { formattingEdits } from '../../../../../language/src/documents/edits/formattingEdits.ts';
import { maximumSize } from '../../../../../language/src/documents/limits.ts';

const options = { tabSize: 2, insertSpaces: true };

/** Arrays in arrays, the innermost with `elements`. */
function nested(depth: number, elements: string): string {
  return '['.repeat(depth) + elements + ']'.repeat(depth);
}

test.each([
  ['JSON that is indented by more than the service accepts', nested(400, `1${',1'.repeat(20_000)}`), options],
  ['JSON that is indented by hundreds of times its size', nested(490, `1${',1'.repeat(9_000)}`), options],
  // Each of several passes would write as much.
  ['a fifteenth of that, with a syntax error', nested(400, `1${',1'.repeat(1_000)},`), options],
  // jsonc-parser indents each line one level more than the one before.
  ['arrays that are not closed', `[${'{"a":[\n1},'.repeat(100_000)}`, options],
  ['more syntax problems than are counted', `[1${','.repeat(20_000)}1]`, options],
  ['more than 12 MB', `[1]${' '.repeat(maximumSize)}`, options],
  ['a job, with an absurd tab size', '{"name":"nightly"}', { tabSize: 1e9, insertSpaces: true }],
  ['a number, with an absurd tab size', '1 ', { tabSize: 2 ** 31 - 1, insertSpaces: true }],
])('%s: no edits', (_, text, chosen) => {
  expect(formattingEdits(text, chosen)).toEqual([]);
});

test('the tab size doesn’t matter where tabs indent', () => {
  expect(formattingEdits('[1]', { tabSize: 1e9, insertSpaces: false })).toHaveLength(2);
});
