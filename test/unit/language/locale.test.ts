import { expect, it } from 'vitest';
import { isSimplifiedChinese } from '../../../language/src/locale.ts';

it.each([
  ['zh', true],
  ['zh-cn', true],
  ['zh_CN.UTF-8', true],
  ['zh-Hans-SG', true],
  ['zh-tw', false],
  ['zh-Hant', false],
  ['zha', false],
  ['en', false],
  ['', false],
])('the locale "%s" is Simplified Chinese: %s', (locale, expected) => {
  expect(isSimplifiedChinese(locale)).toBe(expected);
});
