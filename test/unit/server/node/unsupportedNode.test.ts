import { expect, test } from 'vitest';
import manifest from '../../../../package.json' with { type: 'json' };
import { unsupportedNode } from '../../../../server/src/node/unsupportedNode.ts';

test.each(['v18.20.4', 'v16.0.0', 'v0.12.18', '', 'unknown'])('the server refuses to run on %j', (version) => {
  expect(unsupportedNode(version)).toContain('requires Node.js');
});

test.each(['v20.0.0', 'v24.21.0', '22.3.0', 'v100.0.0'])('the server runs on %j', (version) => {
  expect(unsupportedNode(version)).toBeUndefined();
});

test('the oldest version is the one in the manifest', () => {
  const oldest = manifest.engines.node.replace(/^>=/, '');
  expect(unsupportedNode(oldest)).toBeUndefined();
  expect(unsupportedNode(`${Number.parseInt(oldest, 10) - 1}.99.0`)).toBeDefined();
});
