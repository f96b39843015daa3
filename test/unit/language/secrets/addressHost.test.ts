import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { addressHost } from '../../../../language/src/secrets/addressHost.ts';

describe('the host of an address', () => {
  test.each([
    ['jdbc:mysql://10.0.0.5:3306/hive?useSSL=false', 'mysql://10.0.0.5'],
    ['jdbc:mysql://10.0.0.5', 'mysql://10.0.0.5'],
    [' jdbc:postgresql://[fd00::1]:5432/hive', 'postgresql://[fd00::1]'],
    ['jdbc:mysql:replication://a:1,b:2,a:3/hive', 'mysql://a,b'],
    ['jdbc:zenith:@10.0.0.5:1888', 'zenith://10.0.0.5'],
    ['jdbc:oracle:thin:@//db.example:1521/hive', 'oracle://db.example'],
    ['jdbc:oracle:thin:@db.example:1521:hive', 'oracle://db.example'],
    ['jdbc:sqlserver://db.example;databaseName=hive', 'sqlserver://db.example'],
    ['dlf.cn-hangzhou.aliyuncs.com', 'dlf.cn-hangzhou.aliyuncs.com'],
    ['dlf.cn-hangzhou.aliyuncs.com:8080/path', 'dlf.cn-hangzhou.aliyuncs.com'],
    ['https://dlf.cn-hangzhou.aliyuncs.com', 'https://dlf.cn-hangzhou.aliyuncs.com'],
    ['${secret:URL}', '${secret:URL}'],
    ['jdbc:mysql://${env:HOST}:${env:PORT}/hive', 'mysql://${env:HOST}'],
    ['jdbc:mysql://${env:USER}:${secret:DB}@${env:HOST}/hive', 'mysql://${env:HOST}'],
    ['${env:HOST}:${env:PORT}', '${env:HOST}'],
    ['localhost:${env:PORT}', 'localhost'],
    ['jdbc:mysql://(host=a,port=1)/hive', 'mysql://…'],
    ['jdbc:mysql:hive', 'mysql://hive'],
    ['jdbc:mysql://', 'mysql://…'],
    ['jdbc:mysql://a\u202eb/hive', 'mysql://…'],
    ['', '…'],
  ])('%j is %s', (address, host) => {
    expect(addressHost(address)).toBe(host);
  });

  // MySQL Connector/J and pgjdbc end the authority there.
  test.each([
    'jdbc:mysql://other.example:3306/x@10.0.0.5:3306/hive',
    'jdbc:mysql://other.example#@10.0.0.5/hive',
    'jdbc:mysql://other.example?x=@10.0.0.5/hive',
    'jdbc:mysql://hive:word@other.example/x@10.0.0.5/hive',
    'jdbc:mysql://10.0.0.5@other.example/hive',
    'https://other.example\\@10.0.0.5',
  ])('of %s is the one that drivers connect to', (address) => {
    expect(addressHost(address).replace(/^\w+/, '')).toBe('://other.example');
  });

  test('of a long address has at most 100 characters', () => {
    expect(addressHost(`jdbc:mysql://${'a'.repeat(5000)}/hive`)).toHaveLength(100);
  });

  test.each([
    (word: string) => `jdbc:mysql://hive:${word}@10.0.0.5/hive`,
    (word: string) => `jdbc:mysql://hive:${word}/x@10.0.0.5/hive`,
    (word: string) => `jdbc:mysql://hive:x/${word}@10.0.0.5/hive`,
    (word: string) => `jdbc:mysql://hive:x,${word}/x@10.0.0.5/hive`,
    (word: string) => `jdbc:oracle:thin:hive/${word}@10.0.0.5:1521:hive`,
    (word: string) => `jdbc:oracle:thin:hive/x@${word}@//10.0.0.5:1521/hive`,
    (word: string) => `jdbc:mysql://10.0.0.5/hive?password=${word}`,
    (word: string) => `jdbc:sqlserver://10.0.0.5;password=${word}`,
  ])('has no password, %#', (addressWith) => {
    const word = randomUUID();
    expect(addressHost(addressWith(word))).not.toContain(word);
  });
});
