import fc from 'fast-check';
import { findNodeAtOffset, getNodePath, parseTree, type Node } from 'jsonc-parser';
import { expect, test } from 'vitest';
import { LazyNode } from '../../../../../language/src/documents/fast/lazyTree.ts';
import { nodeAt, pathOf } from '../../../../../language/src/documents/locate.ts';
import { parse } from '../../../../../language/src/documents/parse.ts';
import { runs } from '../../../../support/fastCheck.ts';

const strings = fc.constantFrom('"a"', '"b"', '":"', '":a"', '"a:"', '"a :"', '"\\":"', '"\\u003a"', '" : "');
const { json } = fc.letrec<{ json: string; properties: string; elements: string }>((tie) => ({
  json: fc.oneof({ maxDepth: 3 }, strings, fc.constantFrom('1', 'null'), tie('properties'), tie('elements')),
  properties: fc
    .array(fc.tuple(strings, fc.constantFrom(':', ' :', ': ', '\n:'), tie('json')), { maxLength: 4 })
    .map((properties) => `{${properties.map((parts) => parts.join('')).join(',')}}`),
  elements: fc.array(tie('json'), { maxLength: 3 }).map((elements) => `[${elements.join(', ')}]`),
}));

test('only a text with a property twice is read with a place for every property', () => {
  fc.assert(
    fc.property(json, (text) => {
      const { tree, data, problems } = parse(text);
      expect([problems, data]).toEqual([[], JSON.parse(text)]);
      expect(tree instanceof LazyNode).toBe(!hasRepeatedProperty(text));
    }),
    runs(5000),
  );
});

test('the node and the path at an offset are those of jsonc-parser, in whatever order they are asked for', () => {
  fc.assert(
    fc.property(json, fc.array(fc.nat(200), { minLength: 1, maxLength: 8 }), (text, offsets) => {
      const { tree } = parse(text);
      const whole = parseTree(text);
      if (tree === undefined || whole === undefined || !(tree instanceof LazyNode)) return;
      for (const offset of offsets) {
        const node = nodeAt(tree, offset);
        const expected = findNodeAtOffset(whole, offset, true);
        expect(node && [node.type, node.offset, node.length]).toEqual(
          expected && [expected.type, expected.offset, expected.length],
        );
        // jsonc-parser's path of a property is that of its object.
        if (node && expected && node.type !== 'property') expect(pathOf(node)).toEqual(getNodePath(expected));
      }
    }),
    runs(2000),
  );
});

function hasRepeatedProperty(text: string): boolean {
  const isRepeated = ({ type, children = [] }: Node): boolean => {
    const names = type === 'object' ? children.map((property): unknown => property.children?.[0]?.value) : [];
    return new Set(names).size < names.length || children.some(isRepeated);
  };
  const tree = parseTree(text);
  return tree !== undefined && isRepeated(tree);
}
