import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../../../language/src/documents/edits/applyEdits.ts';
import { insertInto } from '../../../../../language/src/documents/edits/containerEdits.ts';
import { parse } from '../../../../../language/src/documents/parse.ts';

describe('inserting into a container on one line', () => {
  it.each([
    ['behind its last child', '["a"]', 0, '["a", "new"]'],
    ['behind another one', '["a", "b"]', 0, '["a", "new", "b"]'],
    ['behind a line comment after the last child', '["a" // why\n]', 0, '["a", // why\n"new"\n]'],
    ['behind a line comment after another one', '["a", // why\n"b"]', 0, '["a", // why\n"new",\n"b"]'],
  ])('%s', (_, text, previous, expected) => {
    const { tree } = parse(text);
    if (tree === undefined) throw new Error('The text has no value.');
    const edits = insertInto(text, tree, tree.children?.[previous], [() => '"new"']);
    expect(applyEdits(text, edits)).toBe(expected);
  });
});
