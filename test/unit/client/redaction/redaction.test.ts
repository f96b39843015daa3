import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { unescapedViews } from '../../../../client/src/redaction/escapes.ts';
import { mask, redaction } from '../../../../client/src/redaction/redaction.ts';
import { edgesOf, encodings, partsOf, unencoded, type Encoded } from '../../../support/encodings.ts';
import { startCounting } from '../../../support/executedBlocks.ts';
import { runs } from '../../../support/fastCheck.ts';
import { isJson } from '../../../support/isJson.ts';

/**
 * What the secrets are made of: the same bytes in every run. Random ones have, once in ten thousand runs, five of those
 * that a text has that stays.
 */
const bytes = createHash('shake256', { outputLength: 300 }).update('secrets').digest();

/** A secret with everything that has to be escaped somewhere. */
const secret = `p"w\\d/ü密🔑&<b>'=%41+ ${bytes.toString('hex', 0, 16)}`;

/** Secrets of characters that are escaped somewhere, or that escapes are made of. */
const secretCharacters = Array.from(`abu0259AZ "\\'/%&+<>=#;\n\u0001ü密🔑`);

const longSecrets = fc
  .string({ unit: fc.constantFrom(...secretCharacters), minLength: 8 })
  .filter((text) => text.trim() === text);

describe('a text', () => {
  test.each([
    ['the secret as it is', ['s3cret'], 'token s3cret here', 'token •••••• here'],
    ['every occurrence', ['abcd'], 'abcd (abcd)', '•••••• (••••••)'],
    ['the longest, so that nothing of it remains', ['abcdefgh', 'abcdefghij'], 'abcdefghij', '••••••'],
    ['secrets that overlap', ['abcdefgh', 'efghijkl'], '_abcdefghijkl_', '_••••••_'],
    ['a beginning of 12 characters', ['abcdefghijklmnop'], 'abcdefghijkl…', '••••••…'],
    ['an end of 12 characters', ['abcdefghijklmnop'], '…efghijklmnop', '…••••••'],
    ['12 characters in the middle', ['abcdefghijklmnop'], '…cdefghijklmn…', '…••••••…'],
    ['12 characters as they are escaped', ['abc/=def/ghi'], 'abc&#x2F;&#x3D;xy', '••••••xy'],
    ['a short secret before an @', ['s3cr'], 'jdbc:mysql://u:s3cr@h', 'jdbc:mysql://u:••••••@h'],
    ['a very short secret where it is all', ['1'], '1', '••••••'],
  ])('loses %s', (_, secrets, text, masked) => {
    expect(redaction(secrets)(text)).toBe(masked);
  });

  test.each([
    ['for no secret', [], 'text'],
    ['for an empty secret', [''], 'text'],
    ['with a short secret within its words', ['s3c'], 's3cret has3c as3c'],
    ['with a very short secret', ['e', '1'], 'e 1'],
    ['with too short a part', ['abcdefghijklmnop'], 'abcdefghijk bcdefghijkl fghijklmnop'],
    ['with digits that stand for something else', [secret], 'cGFzc3dvcmQtMTIz 70617373776f72642d313233'],
  ])('stays unchanged %s', (_, secrets, text) => {
    expect(redaction(secrets)(text)).toBe(text);
  });

  it('has no secret, whatever that is', () => {
    fc.assert(
      fc.property(fc.array(longSecrets, { minLength: 1, maxLength: 3 }), fc.array(fc.string()), (secrets, parts) => {
        const masked = redaction(secrets)(parts.join(secrets[0]));
        return secrets.every((one) => !masked.includes(one));
      }),
      runs(200),
    );
  });
});

describe('JSON', () => {
  const answer = {
    id: '2180518f',
    create_time: 1712345678901,
    header: true,
    e: 'e',
    list: [1, '1', 'true', null, { password: '123', text: 'the 123 times' }],
  };

  test.each(['1', 'e', 'true', '123', '1712345678901', ':', '"', '\\', 'null', '{', 'list', 'password'])(
    'stays JSON, whatever the secret: %s',
    (short) => {
      const shown: unknown = JSON.parse(redaction([short])(JSON.stringify(answer)));
      expect(shown).toMatchObject({ header: true });
    },
  );

  test.each([
    ['a string', ['1'], '{"a":"1","b":"12"}', '{"a":"••••••","b":"12"}'],
    ['a number, which becomes a string', ['12'], '{"a":12,"b":1712}', '{"a":"••••••","b":1712}'],
    ['a number with a long secret in it', ['12345678'], '[1712345678901]', '["17••••••901"]'],
    ['a name with a long secret in it', ['longsecret'], '{"a longsecret":1}', '{"a ••••••":1}'],
    ['a part of a string', ['longsecret'], '["alongsecret\\n"]', '["a••••••\\n"]'],
    [
      'a short secret in JSON in JSON',
      ['12'],
      JSON.stringify({ a: '{"b":12}' }),
      JSON.stringify({ a: `{"b":"${mask}"}` }),
    ],
  ])('loses %s', (_, secrets, text, masked) => {
    expect(redaction(secrets)(text)).toBe(masked);
  });

  it('stays as written everywhere else', () => {
    const text = '{ "a": 12345678901234567890.10,\r\n"a" :\t[ "\\u0041", "s3cret" ] }\n';
    expect(redaction(['s3cret'])(text)).toBe(text.replace('s3cret', mask));
  });

  it('keeps names that are as a short secret', () => {
    expect(redaction(['name'])('{"name":"name"}')).toBe('{"name":"••••••"}');
  });

  it('has no secret of 8 characters and more, and is JSON still', () => {
    fc.assert(
      fc.property(longSecrets, fc.jsonValue(), fc.string(), fc.string(), (one, value, before, after) => {
        const text = JSON.stringify({
          value,
          [`k${one}`]: [`${before}${one}${after}`, JSON.stringify({ [one]: one })],
        });
        const masked = redaction([one])(text);
        JSON.parse(masked);
        return !masked.includes(one) && !masked.includes(JSON.stringify(one).slice(1, -1));
      }),
      runs(500),
    );
  });
});

/** A secret of each kind. */
const kinds = {
  'a password': secret,
  'a token': bytes.toString('base64'),
  'an access key': bytes.toString('hex', 16, 26).toUpperCase(),
} as const;

/** Where an answer repeats what was sent. */
const answers = {
  'a sentence': (echo: string) => `It says (${echo}). & more`,
  'a page of HTML': (echo: string) => `<html><p title="${echo}">502 Bad Gateway</p></html>`,
  'a value in JSON': (echo: string) => JSON.stringify({ error_msg: `It says (${echo}).`, more: 1 }),
  'a name in JSON': (echo: string) => JSON.stringify({ [`It has ${echo}`]: null }),
  'JSON in JSON': (echo: string) => JSON.stringify({ body: JSON.stringify({ parameter: [echo], more: 1 }) }),
} as const;

describe.each(Object.entries(kinds))('%s', (_, sent) => {
  describe.each(Object.entries(answers))('in %s', (_, answerWith) => {
    test.each(encodings)('is masked unchanged in $name', ({ encode }) => {
      const encoded = encode(unencoded(sent));
      const answer = answerWith(encoded.text);
      const masked = redaction([sent])(answer);
      expect(masked).toContain(mask);
      for (const part of [...partsOf(unencoded(sent), 12), ...partsOf(encoded, 12)]) expect(masked).not.toContain(part);
      expect(isJson(masked)).toBe(isJson(answer));
      // What isn't of the secret stays.
      expect(masked.slice(0, 6)).toBe(answer.slice(0, 6));
      expect(masked.slice(-3)).toBe(answer.slice(-3));
    });
  });
});

describe('what is left of a secret', () => {
  const someEncodings = fc.array(fc.constantFrom(...encodings), { maxLength: 2 });
  const surroundings = fc.string({ unit: fc.constantFrom(...secretCharacters) });
  const tokens = fc.string({ unit: fc.constantFrom(...Array.from('ABYZabyz0189+/=')), minLength: 12, maxLength: 80 });
  const passwords = fc.string({ unit: fc.constantFrom(...secretCharacters), minLength: 12, maxLength: 40 });
  const secrets = fc.oneof(tokens, passwords).filter((text) => text.trim() === text);
  /** Those that have nothing in them that reads as an escape, which is less once it is decoded. */
  const plainSecrets = secrets.filter((text) => [...unescapedViews({ text })].length === 1);

  /** What is left of 12 units and more where an encoded text is cut at both ends, and what of that is whole characters. */
  function cut(encoded: Encoded, from: number, length: number): { readonly rest: string; readonly whole: Encoded } {
    const { text, origins } = encoded;
    const start = from % Math.max(1, text.length - 11);
    const end = Math.min(text.length, start + 12 + (length % Math.max(1, text.length - start - 11)));
    const inside = edgesOf(encoded).filter((edge) => edge >= start && edge <= end);
    const [first, last] = [inside[0] ?? end, inside.at(-1) ?? end];
    return {
      rest: text.slice(start, end),
      whole: { text: text.slice(first, last), origins: origins.slice(first, last) },
    };
  }

  it('is nothing that stands for 12 characters, however it is encoded twice and cut off', () => {
    fc.assert(
      fc.property(
        ...[secrets, someEncodings, fc.nat(), fc.nat(), surroundings, surroundings],
        (text, stack, from, length, before, after) => {
          const encoded = stack.reduce((inner, { encode }) => encode(inner), unencoded(text));
          const { rest, whole } = cut(encoded, from, length);
          const masked = redaction([text])(`${before}${rest}${after}`);
          for (const part of partsOf(unencoded(text), 12)) expect(masked).not.toContain(part);
          for (const part of partsOf(whole, 12)) expect(masked).not.toContain(part);
        },
      ),
      runs(1000),
    );
  });

  it('is nothing of 12 characters as written that stands for 4, encoded once', () => {
    fc.assert(
      fc.property(
        ...[plainSecrets, fc.constantFrom(...encodings), fc.nat(), fc.nat()],
        (text, { encode, isOfDigits }, from, length) => {
          const { rest, whole } = cut(encode(unencoded(text)), from, length);
          const masked = redaction([text])(`(${rest})`);
          // The padding of Base64 stands for nothing.
          const parts = isOfDigits ? partsOf(unencoded(rest.replace(/=+$/, '')), 12) : partsOf(whole, 4, 12);
          for (const part of parts) expect(masked).not.toContain(part);
        },
      ),
      runs(1000),
    );
  });
});

describe('a whole secret', () => {
  const secrets = fc
    .string({ unit: fc.constantFrom(...secretCharacters), minLength: 12, maxLength: 40 })
    .filter((text) => text.trim() === text && [...unescapedViews({ text })].length === 1);

  it('is masked to both its ends, whichever of its characters are escaped', () => {
    const escapes = encodings.filter(({ isOfDigits }) => !isOfDigits);
    fc.assert(
      fc.property(secrets, fc.constantFrom(...escapes), (text, { encode }) => {
        expect(redaction([text])(`(${encode(unencoded(text)).text.trim()})`)).toBe('(••••••)');
      }),
      runs(1000),
    );
  });
});

const executedBlocks = await startCounting();

describe('twice as long a text takes twice as many steps:', () => {
  test.each<[string, string, readonly string[]]>([
    ['a repeated secret', 'a', ['a'.repeat(4000)]],
    ['backslashes', '\\', ['abcdefgh']],
    ['escapes of escapes', '%25', ['abcdefgh']],
    ['escaped characters', '\\u0061', ['abcdefgh']],
    ['brackets', '[', ['abcdefgh']],
    ['half of an escape', '&#', ['abcdefgh']],
    ['wrapped lines', 'a\n', ['abcdefgh']],
    ['white space', '          ', ['abcdefgh', 'ab']],
    ['words', 'password ', ['password', 'pass']],
    ['Base64 of Base64', 'WVdKalpHVm1aMmc9', ['abcdefgh']],
    ['hexadecimal', '6162636465666768', ['abcdefgh']],
    ['strings in JSON', '"a",', ['abcdefgh']],
    ['secrets that begin alike', 'password_1', Array.from({ length: 2000 }, (_, index) => `password_1${index}`)],
  ])('%s', { timeout: 60_000 }, async (_, part, secrets) => {
    const steps = async (length: number): Promise<number> => {
      const text = `[${part.repeat(length / part.length)}0]`;
      return executedBlocks(() => void redaction(secrets)(text));
    };
    const small = await steps(20_000);
    expect((await steps(40_000)) / small).toBeLessThan(2.5);
  });
});
