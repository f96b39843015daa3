import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { redaction } from '../../../../client/src/redaction/redaction.ts';
import { runs } from '../../../support/fastCheck.ts';

test.each([
  ['the secret as it is', ['s3cret'], 'token s3cret here', 'token •••••• here'],
  ['every occurrence', ['ab'], 'ab cab', '•••••• c••••••'],
  ['the longest first, so that nothing of it remains', ['ab', 'abcd'], 'abcd', '••••••'],
  ['the form in which JSON writes it', ['a"b\\c'], '{"password":"a\\"b\\\\c"}', '{"password":"••••••"}'],
  ['what a page could take for mark-up, escaped in JSON', ['a<b&c>'], '"a\\u003cb\\u0026c\\u003e"', '"••••••"'],
  ['other alphabets, escaped in JSON', ['schlüssel'], '"schl\\u00fcssel"', '"••••••"'],
  ['a slash, escaped in JSON', ['a/b'], '"a\\/b"', '"••••••"'],
  ['the form in which a page writes it', ['a&b"c\'<'], 'a&amp;b&quot;c&#39;&lt;', '••••••'],
  ['the form in which an address writes it', ['a b&c/d'], '?p=a%20b%26c%2Fd', '?p=••••••'],
  ['nothing for an empty secret', [''], 'text', 'text'],
])('masks %s', (_, secrets, text, masked) => {
  expect(redaction(secrets)(text)).toBe(masked);
});

test('no text keeps a secret', () => {
  const secret = fc.string({ minLength: 1 }).filter((text) => !text.includes('•'));
  fc.assert(
    fc.property(fc.array(secret, { minLength: 1 }), fc.array(fc.string()), (secrets, parts) => {
      const masked = redaction(secrets)(parts.join(secrets[0]));
      return secrets.every((one) => !masked.includes(one));
    }),
    runs(500),
  );
});
