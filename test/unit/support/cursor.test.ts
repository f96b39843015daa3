import { expect, test } from 'vitest';
import { atCursor } from '../../support/cursor.ts';

test('takes the mark out and returns where it was', () => {
  const { document, position, offset } = atCursor('{\n "a|b": 1 }');
  expect(document.getText()).toBe('{\n "ab": 1 }');
  expect(position).toEqual({ line: 1, character: 3 });
  expect(offset).toBe(5);
});

test.each(['{}', '{|}|'])('refuses %s', (text) => {
  expect(() => atCursor(text)).toThrow('One cursor');
});
