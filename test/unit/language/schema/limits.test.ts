import { describe, expect, it } from 'vitest';
import { keeps, lengthOf } from '../../../../language/src/schema/limits.ts';

describe('keeps', () => {
  it.each([
    ['𠮷'.repeat(4), true],
    ['𠮷'.repeat(5), false],
    ['𠮷'.repeat(2), true],
    ['𠮷', false],
  ])('counts the code points of %s', (text, expected) => {
    expect(keeps(text, { type: 'string', minLength: 2, maxLength: 4 })).toBe(expected);
  });
});

describe('lengthOf', () => {
  it('counts half a surrogate pair once', () => {
    expect(lengthOf('a\ud842')).toBe(2);
    expect(lengthOf('\udfb7\ud842')).toBe(2);
  });
});
