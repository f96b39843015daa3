import { expect, test } from 'vitest';
import { secretTexts } from '../../../../client/src/secrets/secretValue.ts';
import { parse } from '../../../../language/src/documents/parse.ts';
import { secretPlaces } from '../../../../language/src/secrets/secretPlaces.ts';

function textsOf(property: string, value: string): string[] {
  const text = JSON.stringify({ [property]: value });
  return secretTexts(text, secretPlaces(parse(text), 'resolved'));
}

test.each([
  ['password', 'one', ['one']],
  ['access_key', 'one', ['one']],
  ['secret_key', 'one', ['one']],
  ['smtp_password', 'one', ['one']],
  ['password', '', []],
  ['description', 'password=one', []],
  ['jdbc_url', 'jdbc:mysql://hive:one@host:3306/meta?password=two', ['one', 'two']],
  ['jdbc_url', 'jdbc:mysql://host:3306/meta', []],
  ['other_url', 'postgresql://hive:one@host', ['one']],
  ['jdbc_url', 'jdbc:mysql://root:S3cr@tPass@h/db', ['S3cr@tPass', 'S3cr', 'tPass']],
  ['jdbc_url', 'jdbc:mysql://root:S3/cret@h', ['S3/cret', 'cret']],
  ['jdbc_url', 'jdbc:mysql://h/d?password=abc&def', ['abc&def', 'abc', 'def']],
  ['jdbc_url', 'jdbc:mysql://h/d?password=abc&useSSL=false', ['abc&useSSL=false', 'abc']],
  ['jdbc_url', 'jdbc:oracle:thin:scott/tiger@//h/s', ['tiger']],
  ['jdbc_url', 'jdbc:oracle:thin:scott/"tiger"@//h/s', ['"tiger"', 'tiger']],
  ['jdbc_url', 'jdbc:mysql://u:a%40b%2Fc@h', ['a%40b%2Fc', 'a@b/c']],
  ['jdbc_url', 'jdbc:mysql://u:100%@h', ['100%']],
  ['jdbc_url', 'jdbc:mysql://u:a@h', [':a@']],
])('%s "%s" must not show %j', (property, value, secrets) => {
  expect(textsOf(property, value)).toEqual(secrets);
});

test('of an address with ever so many parts, a few are looked for', () => {
  expect(textsOf('jdbc_url', `jdbc:mysql://h/d?password=${'abc&'.repeat(10_000)}`).length).toBeLessThan(100);
});
