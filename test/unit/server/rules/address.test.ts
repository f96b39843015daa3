import { describe, expect, test } from 'vitest';
import { passwordsIn } from '../../../../server/src/rules/secrets/address.ts';

/** What is found in an address: each password in ⟨⟩, with a question mark where its end is not clear. */
function marked(address: string): string {
  return passwordsIn(address)
    .sort((left, right) => right.offset - left.offset)
    .reduce((text, { offset, length, isWhole }) => {
      const end = offset + length;
      return `${text.slice(0, offset)}⟨${text.slice(offset, end)}${isWhole ? '' : '?'}⟩${text.slice(end)}`;
    }, address);
}

describe('the passwords of an address', () => {
  test.each([
    'jdbc:mysql://hive:⟨word⟩@host:3306/meta',
    'jdbc:mysql://hive:⟨wo:rd⟩@host:3306/meta?useSSL=false',
    'jdbc:mysql://:⟨word⟩@host/meta',
    'jdbc:mysql://${env:HIVE_USER}:⟨word⟩@${env:HOST}:3306/meta',
    'jdbc:mysql://host:3306/meta?password=⟨word⟩',
    'jdbc:mysql://host:3306/meta?user=hive&PWD=⟨word⟩&useSSL=false',
    'jdbc:sqlserver://host:3306;user=hive;password=⟨word⟩;encrypt=true',
    'jdbc:mysql://hive:⟨one⟩@host:3306/meta?password=⟨two⟩',
    'jdbc:mysql://hive:⟨$${word}⟩@host:3306/meta',
  ])('%s', (address) => {
    expect(marked(address.replace(/[⟨⟩]/g, ''))).toBe(address);
  });

  test.each([
    ['an @ of its own', 'jdbc:mysql://hive:⟨wo?⟩@rd@host:3306/meta'],
    ['several hosts with one each', 'jdbc:mysql://hive:⟨one?⟩@host:3306,hive:two@other:3306/meta'],
    ['a semicolon of its own', 'jdbc:mysql://host:3306/meta?password=⟨wo?⟩;rd&useSSL=false'],
  ])('end nowhere clear with %s', (_, address) => {
    expect(marked(address.replace(/[⟨⟩?]+(?=⟩)|[⟨⟩]/g, ''))).toBe(address);
  });
});

test.each([
  '',
  'jdbc:mysql://host:3306/meta',
  'jdbc:mysql://hive@host:3306/meta',
  'jdbc:mysql://hive:@host:3306/meta',
  'jdbc:mysql://host:3306/meta?password=',
  'jdbc:mysql://host:3306/meta?mail=a@example.com',
  'jdbc:mysql://host:3306?mail=a@example.com',
  'jdbc:mysql://host:3306/meta?password=${secret:HIVE_PASSWORD}',
  'jdbc:mysql://hive:${secret:HIVE_PASSWORD}@host:3306/meta',
  'jdbc:mysql://${env:HIVE_USER}:${env:HIVE_PASSWORD}@host:3306/meta',
])('there is none in %j', (address) => {
  expect(passwordsIn(address)).toEqual([]);
});
