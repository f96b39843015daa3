import { describe, expect, it } from 'vitest';
import { placeAt, type Path } from '../../../../../language/src/documents/locate.ts';
import { parse } from '../../../../../language/src/documents/parse.ts';
import { childValue, nodeValue, valueAt } from '../../../../../language/src/documents/value.ts';
import { Rearrangement } from '../../../../../language/src/rules/placement/rearrangedTree.ts';

/** A change: the path of a property, and its other name or the object it is moved to. */
type Change = readonly [Path, string | Path];

/** Returns the value before and after changes, and the value of the changed tree. */
function rearranged(text: string, changes: readonly Change[]) {
  const { tree, data } = parse(text);
  if (tree === undefined) throw new Error('No tree.');
  const rearrangement = new Rearrangement();
  for (const [path, to] of changes) {
    const property = placeAt(tree, path)?.value.parent;
    if (property === undefined) throw new Error('No property.');
    if (typeof to === 'string') rearrangement.rename(path.slice(0, -1), property, to);
    else rearrangement.move(path.slice(0, -1), [property], to);
  }
  const result = rearrangement.appliedTo(tree, data);
  return { before: data, after: result.data, expected: nodeValue(result.tree) };
}

describe('the value of a rearranged tree', () => {
  it.each<[string, string, readonly Change[], unknown]>([
    ['a name is corrected', '{"a": {"nam": 1, "b": [2]}}', [[['a', 'nam'], 'name']], { a: { name: 1, b: [2] } }],
    ['a property is moved', '{"a": {"x": {"y": 1}}, "b": {}}', [[['a', 'x'], ['b']]], { a: {}, b: { x: { y: 1 } } }],
    ['an object is created', '{"x": [1]}', [[['x'], ['p', 'q']]], { p: { q: { x: [1] } } }],
    ['it is in an array', '[{"a": 1}, {"b": 2}]', [[[1, 'b'], 'c']], [{ a: 1 }, { c: 2 }]],
    [
      'the object is renamed, too',
      '{"a": {"b": 1}}',
      [
        [['a', 'b'], 'c'],
        [['a'], 'd'],
      ],
      { d: { b: 1 } },
    ],
    ['the last one of a name moves', '{"a": 1, "a": 2, "b": {}}', [[['a'], ['b']]], { a: 1, b: { a: 2 } }],
    ['a value is missing', '{"a": {"nam": 1, "b":, "c"}}', [[['a', 'nam'], 'name']], { a: { name: 1 } }],
  ])('is that of the tree where %s', (_, text, changes, value) => {
    const { after, expected } = rearranged(text, changes);
    expect(after).toEqual(value);
    expect(after).toEqual(expected);
  });

  it('keeps what isn’t changed, so that it costs as much as the changed objects have properties', () => {
    const text = '{"list": [{"a": {"b": 1}}], "c": {"nam": {"d": 2}, "e": {}}, "f": {}}';
    const { before, after } = rearranged(text, [
      [['c', 'nam'], 'name'],
      [['c', 'e'], ['f']],
    ]);
    expect(childValue(after, 'list')).toBe(childValue(before, 'list'));
    expect(valueAt(after, ['c', 'name'])).toBe(valueAt(before, ['c', 'nam']));
    expect(valueAt(after, ['f', 'e'])).toBe(valueAt(before, ['c', 'e']));
  });
});
