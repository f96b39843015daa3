import { describe, expect, it, test } from 'vitest';
import { parse } from '../../../../language/src/documents/parse.ts';
import { secretPlaces } from '../../../../language/src/secrets/secretPlaces.ts';

/** What is written at each secret place, and the value that is sent. */
function found(text: string, references?: 'written' | 'resolved'): string[][] {
  return secretPlaces(parse(text), references).map(({ offset, length, value }) => [
    text.slice(offset, offset + length),
    value,
  ]);
}

describe('the secrets of a job', () => {
  test.each([
    ['the value of a property with the name of a secret', '{"a":{"password":"x"}}', [['"x"', 'x']]],
    ['one that the API does not know', '{"My_Password2":"x"}', [['"x"', 'x']]],
    [
      'every string in an object within it',
      '{"password":{"a":{"b":"x"},"c":"y"}}',
      [
        ['"x"', 'x'],
        ['"y"', 'y'],
      ],
    ],
    [
      'every string in an array within it',
      '{"secret_key":["x",["y"]]}',
      [
        ['"x"', 'x'],
        ['"y"', 'y'],
      ],
    ],
    [
      'numbers, as they are written',
      '{"password":[12345678901234567890,1.50]}',
      [
        ['12345678901234567890', '12345678901234567890'],
        ['1.50', '1.50'],
      ],
    ],
    [
      'the values of duplicate properties',
      '{"password":"x","password":"y"}',
      [
        ['"x"', 'x'],
        ['"y"', 'y'],
      ],
    ],
    ['a string with escapes', '{"password":"\\u0061\\/"}', [['"\\u0061\\/"', 'a/']]],
    ['a text beside a reference', '{"password":"x${secret:DB}"}', [['"x${secret:DB}"', 'x${secret:DB}']]],
    ['an escaped reference, as it is sent', '{"password":"$${a"}', [['"$${a"', '${a']]],
    ['a password in an address', '{"jdbc_url":"jdbc:mysql://u:\\u0061@h/d"}', [['\\u0061', 'a']]],
    [
      'an address whose string is not closed as a whole',
      '{"jdbc_url":"jdbc:mysql://u:ab@h',
      [['"jdbc:mysql://u:ab@h', 'jdbc:mysql://u:ab@h']],
    ],
  ])('have %s', (_, text, places) => {
    expect(found(text)).toEqual(places);
  });

  test.each([
    ['null, true and false', '{"password":[null,true,false]}'],
    ['an empty string', '{"password":""}'],
    ['references', '{"password":"${secret:A}${env:B}","jdbc_url":"jdbc:mysql://u:${secret:A}@h"}'],
    ['what is not JSON at all', ''],
  ])('don’t have %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  it('have what looks like a reference once references are resolved', () => {
    expect(found('{"password":"${secret:A}"}', 'resolved')).toEqual([['"${secret:A}"', '${secret:A}']]);
  });

  it('have their place and the property that makes them secrets', () => {
    const text = '{"a":[{"password":{"b":["x"]}},{"url":"jdbc:mysql://u:p@h"}]}';
    expect(secretPlaces(parse(text))).toMatchObject([
      { kind: 'value', isQuoted: true, property: 'password', path: ['a', 0, 'password', 'b', 0] },
      { kind: 'addressPart', property: 'url', path: ['a', 1, 'url'] },
    ]);
  });
});
