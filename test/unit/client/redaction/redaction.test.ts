import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { mask, redaction } from '../../../../client/src/redaction/redaction.ts';
import { runs } from '../../../support/fastCheck.ts';

/** A secret with everything that has to be escaped somewhere. */
const secret = `p"w\\d/ü密🔑&<b>'=%41+ ${randomUUID()}`;

/** Secrets of characters that are escaped somewhere, or that escapes are made of. */
const longSecrets = fc
  .string({ unit: fc.constantFrom(...Array.from(`abu0259AZ "\\'/%&+<>=#;\n\u0001ü密🔑`)), minLength: 8 })
  .filter((text) => text.trim() === text);

describe('a text', () => {
  test.each([
    ['the secret as it is', ['s3cret'], 'token s3cret here', 'token •••••• here'],
    ['every occurrence', ['abcd'], 'abcd (abcd)', '•••••• (••••••)'],
    ['the longest, so that nothing of it remains', ['abcdefgh', 'abcdefghij'], 'abcdefghij', '••••••'],
    ['secrets that overlap', ['abcdefgh', 'efghijkl'], '_abcdefghijkl_', '_••••••_'],
    ['a beginning of 12 characters', ['abcdefghijklmnop'], 'abcdefghijkl…', '••••••…'],
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
    ['with too short a beginning', ['abcdefghijklmnop'], 'abcdefghijk'],
  ])('stays as it is %s', (_, secrets, text) => {
    expect(redaction(secrets)(text)).toBe(text);
  });

  const json = (text: string): string => JSON.stringify(text).slice(1, -1);
  const utf16 = (text: string, write: (unit: number) => string): string =>
    Array.from({ length: text.length }, (_, index) => write(text.charCodeAt(index))).join('');
  const percent = (text: string): string =>
    Array.from(Buffer.from(text), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  const html = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0) ?? 0};`);
  const named = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

  test.each<[string, (text: string) => string]>([
    ['as JSON writes it', json],
    ['as JSON in JSON writes it', (text) => json(json(text))],
    ['as JSON in JSON in JSON writes it', (text) => json(json(json(text)))],
    [
      'with every character escaped in JSON',
      (text) => utf16(text, (unit) => `\\u${unit.toString(16).padStart(4, '0')}`),
    ],
    ['with slashes escaped in JSON', (text) => json(text).replaceAll('/', '\\/')],
    ['as a URL writes it', encodeURIComponent],
    [
      'as a URL writes it, in lower case',
      (text) => encodeURIComponent(text).replace(/%../g, (escape) => escape.toLowerCase()),
    ],
    ['as a form writes it', (text) => new URLSearchParams([['', text]]).toString().slice(1)],
    ['with every byte percent-encoded', percent],
    ['as a URL in a URL writes it', (text) => encodeURIComponent(encodeURIComponent(text))],
    ['as HTML writes it, in decimals', html],
    [
      'as HTML writes it, in hexadecimals',
      (text) => Array.from(text, (one) => `&#x${(one.codePointAt(0) ?? 0).toString(16).toUpperCase()};`).join(''),
    ],
    ['as HTML writes it, with names', named],
    ['as a URL in HTML in JSON writes it', (text) => json(named(encodeURI(text)))],
    ['in Base64', (text) => Buffer.from(text).toString('base64')],
    ['in Base64 for URLs', (text) => Buffer.from(text).toString('base64url')],
    ['in Base64 behind a user', (text) => Buffer.from(`u:${text}`).toString('base64')],
    ['in Base64, percent-encoded', (text) => encodeURIComponent(Buffer.from(text).toString('base64'))],
    ['in hexadecimal', (text) => Buffer.from(text).toString('hex')],
    ['in hexadecimal, in upper case', (text) => Buffer.from(text).toString('hex').toUpperCase()],
    ['wrapped', (text) => text.replace(/.{7}(?=.)/gu, '$&\n  ')],
    ['in Base64, wrapped', (text) => Buffer.from(text).toString('base64').replace(/.{10}/g, '$&\r\n')],
    ['in Base64, wrapped, in JSON', (text) => json(Buffer.from(text).toString('base64').replace(/.{10}/g, '$&\n'))],
  ])('has no secret %s', (_, write) => {
    const masked = redaction([secret])(`It says (${write(secret)}). & more`);
    // Base64 ends with what the last byte shares with its padding.
    expect(masked).toMatch(/^It says \(.{0,4}•{6}.{0,4}\)\. & more$/u);
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

  it('stays as it is written everywhere else', () => {
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

describe('a large text is redacted in time:', () => {
  test.each<[string, string, readonly string[]]>([
    ['a repeated secret', 'a', ['a'.repeat(4000)]],
    ['backslashes', '\\', ['abcdefgh']],
    ['escapes of escapes', '%25', ['abcdefgh']],
    ['brackets', '[', ['abcdefgh']],
    ['half of an escape', '&#', ['abcdefgh']],
    ['wrapped lines', 'a\n', ['abcdefgh']],
    ['secrets that begin alike', 'password_1', Array.from({ length: 2000 }, (_, index) => `password_1${index}`)],
  ])('%s', (_, part, secrets) => {
    const redact = redaction(secrets);
    // What took time by the square of the length would not end before the test is given up.
    expect(redact(part.repeat(500_000 / part.length)).length).toBeGreaterThan(0);
  });
});
