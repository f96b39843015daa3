import { describe, expect, test } from 'vitest';
import { isReferring, referencesIn } from '../../../../language/src/documents/reference.ts';

/** What is found in a text, in short: `secret:NAME`, `env:NAME`, or `malformed:` and the text. */
const found = (text: string): string[] => referencesIn(text).map(({ kind, name }) => `${kind}:${name}`);

describe('references', () => {
  test.each([
    ['${secret:HIVE_PASSWORD}', ['secret:HIVE_PASSWORD']],
    ['${secret:hive.password-2}', ['secret:hive.password-2']],
    ['${secret:_}', ['secret:_']],
    ['${env:HIVE_HOST}', ['env:HIVE_HOST']],
    ['${env:_x1}', ['env:_x1']],
    ['jdbc:mysql://${env:HOST}:${env:PORT}/${secret:DB}', ['env:HOST', 'env:PORT', 'secret:DB']],
    ['${env:A}${env:A}', ['env:A', 'env:A']],
    ['a}${env:A}}', ['env:A']],
    ['$${env:A} ${env:B}', ['env:B']],
  ])('%s', (text, references) => {
    expect(found(text)).toEqual(references);
  });
});

describe('no references', () => {
  test.each([
    '',
    'plain',
    '$',
    '$$',
    '{}',
    '$HOME',
    '$(date)',
    '$ {env:A}',
    '$${',
    '$${env:A}',
    '$${a} and $${b}',
    '$$${env:A}',
  ])('%j', (text) => {
    expect(found(text)).toEqual([]);
    expect(isReferring(text)).toBe(false);
  });
});

describe('what was meant as a reference', () => {
  test.each([
    ['${', ['malformed:${']],
    ['${}', ['malformed:${}']],
    ['${HOST}', ['malformed:${HOST}']],
    ['${secret:}', ['malformed:${secret:}']],
    ['${secret:a b}', ['malformed:${secret:a b}']],
    ['${secret:1a}', ['malformed:${secret:1a}']],
    ['${secret:-a}', ['malformed:${secret:-a}']],
    ['${secret: a}', ['malformed:${secret: a}']],
    ['${secret.a}', ['malformed:${secret.a}']],
    ['${Secret:a}', ['malformed:${Secret:a}']],
    ['${env:A-B}', ['malformed:${env:A-B}']],
    ['${env:A.B}', ['malformed:${env:A.B}']],
    ['${env:Ä}', ['malformed:${env:Ä}']],
    ['${env:A', ['malformed:${env:A']],
    ['${env:A ${env:B}', ['malformed:${env:A ${env:B}']],
    ['${x} ${env:A} ${y}', ['malformed:${x}', 'env:A', 'malformed:${y}']],
  ])('%s', (text, references) => {
    expect(found(text)).toEqual(references);
  });
});

describe('a value is known only later', () => {
  test.each([
    ['${env:A}', true],
    ['a ${secret:A} b', true],
    ['${oops}', true],
    ['a', false],
    [7, false],
    [null, false],
    [undefined, false],
    [['${env:A}'], false],
  ])('%j: %j', (value, referring) => {
    expect(isReferring(value)).toBe(referring);
  });
});
