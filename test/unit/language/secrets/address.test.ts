import { describe, expect, test } from 'vitest';
import { generousPasswords, strictPasswords } from '../../../../language/src/secrets/address.ts';

/** What is found in an address: each password in ⟨⟩, with a question mark where its end isn't clear. */
function marked(address: string): string {
  return strictPasswords(address)
    .sort((left, right) => right.offset - left.offset)
    .reduce((text, { offset, length, isWhole }) => {
      const end = offset + length;
      return `${text.slice(0, offset)}⟨${text.slice(offset, end)}${isWhole ? '' : '?'}⟩${text.slice(end)}`;
    }, address);
}

describe('the strict passwords of an address', () => {
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
    'jdbc:oracle:thin:scott/⟨word⟩@//host:1521/service',
    'jdbc:oracle:thin:scott/⟨wo/rd⟩@host:1521:sid',
    'jdbc:sqlserver://host:1433;user=sa;password=⟨wo@rd⟩;encrypt=true',
  ])('%s', (address) => {
    expect(marked(address.replace(/[⟨⟩]/g, ''))).toBe(address);
  });

  test.each([
    ['an @ of its own', 'jdbc:mysql://hive:⟨wo?⟩@rd@host:3306/meta'],
    ['an @ of its own for Oracle', 'jdbc:oracle:thin:scott/⟨wo?⟩@rd@host:1521:sid'],
    ['several hosts with one each', 'jdbc:mysql://hive:⟨one?⟩@host:3306,hive:two@other:3306/meta'],
    ['a semicolon of its own', 'jdbc:mysql://host:3306/meta?password=⟨wo?⟩;rd&useSSL=false'],
  ])('end nowhere clear with %s', (_, address) => {
    expect(marked(address.replace(/[⟨⟩?]+(?=⟩)|[⟨⟩]/g, ''))).toBe(address);
  });
});

test.each([
  '',
  'jdbc:oracle:thin:@//host:1521/service',
  'jdbc:oracle:thin:/@wallet',
  'jdbc:oracle:thin:scott/${secret:TIGER}@host:1521:sid',
  'jdbc:mysql://root:wo/rd@host',
  'jdbc:mysql://host:3306/meta',
  'jdbc:mysql://hive@host:3306/meta',
  'jdbc:mysql://hive:@host:3306/meta',
  'jdbc:mysql://host:3306/meta?password=',
  'jdbc:mysql://host:3306/meta?mail=a@example.com',
  'jdbc:mysql://host:3306?mail=a@example.com',
  'jdbc:mysql://host:3306/meta?password=${secret:HIVE_PASSWORD}',
  'jdbc:mysql://hive:${secret:HIVE_PASSWORD}@host:3306/meta',
  'jdbc:mysql://${env:HIVE_USER}:${env:HIVE_PASSWORD}@host:3306/meta',
])('there is no strict one in %j', (address) => {
  expect(strictPasswords(address)).toEqual([]);
});

describe('the generous passwords of an address', () => {
  test.each([
    ['an @', 'jdbc:mysql://root:⟨S3cr@tPass⟩@h/db'],
    ['a slash', 'jdbc:mysql://root:⟨S3/cret⟩@h/db'],
    ['a question mark and a colon', 'jdbc:mysql://root:⟨a?b:c#d⟩@h/db'],
    ['several hosts', 'jdbc:mysql://u:⟨one@h:1,u:two⟩@g/db'],
    ['no user', 'jdbc:mysql://:⟨word⟩@h/db'],
    ['what reads as a parameter before the host', 'jdbc:mysql://u:⟨ab;pwd=x@h/db⟩'],
    ['an @ behind the host', 'jdbc:mysql://h:⟨3306/db?mail=a⟩@b'],
    ['a parameter', 'jdbc:mysql://h/db?user=u&password=⟨ab&cd;ef⟩'],
    ['an @ in a parameter', 'jdbc:mysql://h:3306/db?user=u&password=⟨a@b⟩'],
    ['both', 'jdbc:mysql://u:⟨one⟩@h:3306/db?a=b&password=⟨t@wo⟩'],
    ['spaces around =', 'jdbc:sqlserver://h;Password = ⟨a;b=c⟩'],
    ['keys', 'obs://h/path?AccessKeyId=⟨a&SecretAccessKey=b⟩'],
    ['a name with dots', 'jdbc:hive2://h/?fs.obs.secret.key=⟨a⟩'],
    ['no scheme', 'h:3306/db?user=u&password=⟨a⟩'],
    ['no slashes', 'jdbc:other:u:⟨a/b⟩@h'],
    ['Oracle', 'jdbc:oracle:thin:scott/⟨ti/g@er⟩@//h:1521/s'],
    ['Oracle and quotes', 'jdbc:oracle:oci:"sc/tt"/⟨"tig@er"⟩@tns'],
    ['a reference', 'jdbc:mysql://${env:U}:${secret:P}@h/db'],
    ['references with text around', 'jdbc:mysql://u:⟨a⟩${secret:P}⟨b⟩${env:Q}⟨@c⟩@h/db'],
    ['a reference as a parameter', 'jdbc:mysql://h/db?password=${secret:P}&useSSL=false'],
    ['a reference as a parameter, and another', 'jdbc:mysql://h/db?password=${secret:X}&sslpassword=⟨foo⟩'],
    ['a reference and more in a parameter', 'jdbc:mysql://h/db?password=${secret:X}⟨&more⟩'],
    ['what is no reference', 'jdbc:mysql://u:⟨${a:b}$${c}${⟩@h/db'],
  ])('with %s', (_, address) => {
    expect(hidden(address.replace(/[⟨⟩]/g, ''))).toBe(address);
  });

  test.each([
    '',
    'word',
    'password=one',
    'mail me@example.com',
    'jdbc:mysql://h:3306/db?user=u',
    'jdbc:oracle:thin:@//h:1521/s',
  ])('there is none in %j', (text) => {
    expect(generousPasswords(text)).toEqual([]);
  });

  test('are without regard to references where these are filled in', () => {
    expect(generousPasswords('jdbc:mysql://u:a${env:B}c@h', [])).toEqual([{ offset: 15, length: 10 }]);
  });
});

/** An address with what is hidden of it in ⟨⟩. */
function hidden(address: string): string {
  return generousPasswords(address).reduceRight((text, { offset, length }) => {
    const end = offset + length;
    return `${text.slice(0, offset)}⟨${text.slice(offset, end)}⟩${text.slice(end)}`;
  }, address);
}
