import { expect, test } from 'vitest';
import { unsupportedNode } from '../../../cli/src/unsupportedNode.ts';
import manifest from '../../../package.json' with { type: 'json' };

test.each(['v18.20.4', 'v20.11.1', 'v16.0.0'])('%s is too old', (version) => {
  expect(unsupportedNode(version)).toBe(`lfjob requires Node.js 20.12 or later, but this is ${version}.`);
});

test.each(['v20.12.0', 'v22.1.0', 'v24.21.0', process.version])('%s is supported', (version) => {
  expect(unsupportedNode(version)).toBeUndefined();
});

test('the manifest has the same limit', () => {
  expect(manifest.engines.node).toBe('>=20.12.0');
});
