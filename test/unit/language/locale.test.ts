import { expect, it } from 'vitest';
import { isSimplifiedChinese, localesFrom } from '../../../language/src/locale.ts';

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

it.each([
  [[], {}, undefined, undefined],
  [['check', '--locale', 'zh'], { LANG: 'en' }, 'zh', 'en'],
  [['--locale=zh-cn', 'check'], {}, 'zh-cn', undefined],
  [['--locale=en', '--locale=zh'], {}, 'zh', undefined],
  [['--locales'], { LC_ALL: '', LC_MESSAGES: 'zh_CN', LANG: 'en' }, undefined, 'zh_CN'],
])('the locales of %j in %j', (commandLine, env, chosen, environment) => {
  expect(localesFrom(commandLine, env)).toEqual({ chosen, environment });
});
