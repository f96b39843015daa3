import { describe, expect, test } from 'vitest';
import { isSameWord, nearest } from '../../../../language/src/schema/nearest.ts';

const fruits = ['apple', 'banana', 'cherry_pie', 'fig'];

describe('the nearest word', () => {
  test.each([
    ['the word itself', 'banana', 'banana'],
    ['another case', 'BaNaNa', 'banana'],
    ['another separator', 'cherry-pie', 'cherry_pie'],
    ['camel case', 'cherryPie', 'cherry_pie'],
    ['spaces', ' cherry pie ', 'cherry_pie'],
    ['no separator', 'cherrypie', 'cherry_pie'],
    ['a letter left out', 'banna', 'banana'],
    ['a letter too many', 'appple', 'apple'],
    ['another letter', 'bamana', 'banana'],
    ['two letters swapped', 'baanna', 'banana'],
    ['two letters of nine', 'chery_pye', 'cherry_pie'],
    ['one letter of three', 'fid', 'fig'],
    ['a letter of another script', 'аpple', 'apple'],
  ])('%s: %s', (_, word, expected) => {
    expect(nearest(word, fruits)).toBe(expected);
  });

  test('is the nearest of several', () => {
    expect(nearest('execute_mont', ['execute_month', 'execute_months', 'execute_minute'])).toBe('execute_month');
  });

  test('doesn’t depend on the order', () => {
    expect(nearest('execute_mont', ['execute_months', 'execute_minute', 'execute_month'])).toBe('execute_month');
  });

  test('may be a sign alone', () => {
    expect(nearest('**', ['*'])).toBe('*');
  });
});

describe('no nearest word', () => {
  test.each([
    ['too far away', 'kiwi', fruits],
    ['two letters of five', 'axxle', fruits],
    ['a word in a longer one', 'apple_and_more', fruits],
    ['as near to two', 'bat', ['cat', 'hat']],
    ['the same as two but for separators', 'a-b', ['a_b', 'a.b']],
    ['nothing to choose from', 'apple', []],
    ['nothing', '', fruits],
  ])('%s: %j', (_, word, candidates) => {
    expect(nearest(word, candidates)).toBeUndefined();
  });

  test('also when the word is very long, and at once', () => {
    expect(nearest('a'.repeat(1_000_000), fruits)).toBeUndefined();
  });
});

describe('two words are the same', () => {
  test.each([
    ['file_sample_rate', 'fileSampleRate', true],
    ['DOUBLE_QUOTE', 'double quote', true],
    ['obs://a', 'OBS A', true],
    ['a', 'b', false],
    ['*', '', false],
    ['上海', '上_海', true],
  ])('%s, %s: %s', (left, right, same) => {
    expect(isSameWord(left, right)).toBe(same);
  });
});
