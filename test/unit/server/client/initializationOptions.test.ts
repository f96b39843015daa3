import { describe, expect, test } from 'vitest';
import { publishedRuleUri } from '../../../../language/src/rules/codes.ts';
import { commandsFrom, messagesFor, ruleUriFrom } from '../../../../server/src/client/initializationOptions.ts';

describe('the commands of a client', () => {
  test.each([
    [{ commands: ['lakeformation.moveSecret', 7] }, ['lakeformation.moveSecret']],
    [{ commands: 'lakeformation.moveSecret' }, []],
    [undefined, []],
  ])('%j: %j', (options, commands) => {
    expect(commandsFrom(options)).toEqual(commands);
  });
});

describe('the messages', () => {
  test('of a client are taken as far as they are strings', () => {
    expect(messagesFor({ l10n: { 'A {0}': 'Ein {0}', b: 7, c: null, d: ['e'] } }, 'zh-cn')).toEqual({
      'A {0}': 'Ein {0}',
    });
  });

  test.each([
    [{ locale: 'zh-cn' }, 'en'],
    [{ locale: 'zh' }, undefined],
    [{ locale: 'zh_CN.UTF-8' }, undefined],
    [{ locale: 'zh-Hans-SG' }, undefined],
    [undefined, 'zh-cn'],
    [{ locale: undefined }, 'zh-CN'],
  ])('are Chinese for %j and %j', (options, locale) => {
    expect(messagesFor(options, locale)).toHaveProperty('Unexpected comma.');
  });

  test.each([
    [undefined, undefined],
    [null, 'en'],
    ['zh-cn', 'de'],
    [{ locale: 'en' }, 'zh-cn'],
    [{ locale: 7 }, 'zh-cn'],
    [undefined, 'zh-tw'],
    [undefined, 'zh-Hant'],
    [undefined, 'zha'],
    [{ l10n: null }, 'fr'],
    [{ l10n: ['a'] }, 'fr'],
  ])('are English for %j and %j', (options, locale) => {
    expect(messagesFor(options, locale)).toBeUndefined();
  });
});

describe('the URI of the rules’ documentation', () => {
  test('is the one of the client', () => {
    expect(ruleUriFrom({ ruleUri: 'rules:/{code}.md' })).toBe('rules:/{code}.md');
  });

  test.each([[undefined], [null], [{}], [{ ruleUri: 7 }], [{ ruleUri: 'rules:/without-the-code' }]])(
    'is the one on the web for %j',
    (options) => {
      expect(ruleUriFrom(options)).toBe(publishedRuleUri);
    },
  );
});
