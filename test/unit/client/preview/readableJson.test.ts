import { expect, test } from 'vitest';
import { readableJson } from '../../../../client/src/preview/readableJson.ts';

test('JSON is formatted, and its numbers stay as they are written', () => {
  expect(readableJson('{"id":"a","create_time":12345678901234567890,"rate":1.0}')).toBe(
    '{\n  "id": "a",\n  "create_time": 12345678901234567890,\n  "rate": 1.0\n}\n',
  );
});

test.each([
  ['large', `["${'x'.repeat(100 * 1024)}"]`],
  [
    'nested so deeply that its indentation would be large',
    `${'['.repeat(400)}${'1,'.repeat(20_000)}1${']'.repeat(400)}`,
  ],
  ['nested too deeply', '['.repeat(10_000) + ']'.repeat(10_000)],
])('JSON that is %s stays as it came', (_, json) => {
  expect(readableJson(json)).toBe(json);
});
