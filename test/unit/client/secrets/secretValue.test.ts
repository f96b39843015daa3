import { expect, test } from 'vitest';
import { secretsIn } from '../../../../client/src/secrets/secretValue.ts';

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
])('%s "%s" must not show %j', (member, text, secrets) => {
  expect(secretsIn(member, text)).toEqual(secrets);
});
