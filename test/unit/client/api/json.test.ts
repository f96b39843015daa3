import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJson } from '../../../../client/src/api/json.ts';
import { runs } from '../../../support/fastCheck.ts';

const signal = new AbortController().signal;

/** What `JSON.parse` makes of a text; `undefined` where it isn't JSON. */
function expected(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

const whiteSpace = fc.constantFrom('', ' ', '\n', '\t\r');
const json = fc.tuple(fc.jsonValue({ maxDepth: 5 }), whiteSpace).map(([value, space]) => {
  return space + JSON.stringify(value, null, space) + space;
});
const tokens = fc
  .array(
    fc.constantFrom(
      ...['{', '}', '[', ']', ':', ',', '"a"', '"__proto__"', '"\\u0041\\n"', '"\\x"', '"\n"', '"'],
      ...['0', '01', '-', '-0', '1.', '1.5e+3', '1e', '+1', 'true', 'null', 'nul', 'NaN', ' ', '\u00a0', '//'],
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));
const changed = fc
  .tuple(json, fc.nat(), fc.nat(3), fc.constantFrom('', ',', '"', '}', ']', ':', 'x', '\\'))
  .map(([text, offset, length, content]) => {
    const start = offset % (text.length + 1);
    return text.slice(0, start) + content + text.slice(start + length);
  });

describe('reading JSON', () => {
  test.each([
    ['JSON', json],
    ['tokens in any order', tokens],
    ['JSON with a mistake', changed],
  ])('returns what JSON.parse returns for %s', async (_, texts) => {
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        expect(await parseJson(text, signal)).toStrictEqual(expected(text));
      }),
      runs(1000),
    );
  });

  test.each(['{"__proto__":{"a":1}}', '{"a":1,"b":2,"a":3}', '"\ud800"', '\ufeff1', ''])(
    'returns what JSON.parse returns for %j',
    async (text) => expect(await parseJson(text, signal)).toStrictEqual(expected(text)),
  );

  test('returns undefined for a text that is nested too deeply', async () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    expect(await parseJson(nested(500), signal)).toStrictEqual(expected(nested(500)));
    expect(await parseJson(nested(501), signal)).toBeUndefined();
  });

  test('lets other tasks run, and ends when the signal aborts', async () => {
    const controller = new AbortController();
    const reason = new Error('Cancelled');
    setTimeout(() => controller.abort(reason));
    await expect(parseJson(`[${'1,'.repeat(1_000_000)}1]`, controller.signal)).rejects.toBe(reason);
  });
});
