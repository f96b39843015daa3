import { describe, expect, it } from 'vitest';
import { visible, visibleJson, visibleLines } from '../../../../cli/src/output/visible.ts';

describe('visible', () => {
  it.each([
    ['plain text, 中文, é, 👍', 'plain text, 中文, é, 👍'],
    ['\u001b[31mred', '\\u001b[31mred'],
    ['a\r\nb\tc', 'a\\u000d\\u000ab\\u0009c'],
    ['\u009b1m \u007f', '\\u009b1m \\u007f'],
    ['\u202egnp.exe', '\\u202egnp.exe'],
    ['\ufeff\u200b', '\\ufeff\\u200b'],
    ['\ud83d', '\\ud83d'],
    ['\u2028\u2029', '\\u2028\\u2029'],
    ['\u{e0041}', '\\udb40\\udc41'],
  ])('of %j', (text, expected) => {
    expect(visible(text)).toBe(expected);
  });
});

it.each(['\u0000\u009b\u202e\ufeff\u{e0041}', 'a\nb', '"\\'])('JSON that is visible has the same value: %j', (text) => {
  const json = visibleJson(JSON.stringify({ text }, undefined, 2));
  expect(JSON.parse(json)).toEqual({ text });
  expect(json).not.toMatch(/[^\n\P{Cc}]|\p{Cf}/u);
});

it('the lines of a text stay', () => {
  expect(visibleLines('a\n\tb\u0007')).toBe('a\n\tb\\u0007');
});
