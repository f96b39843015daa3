import { describe, expect, test } from 'vitest';
import { publishedRuleUri } from '../../../../language/src/rules/codes.ts';
import { commandsFrom, messagesFrom, ruleUriFrom } from '../../../../server/src/client/initializationOptions.ts';

describe('the commands of a client', () => {
  test.each([
    [{ commands: ['lakeformation.moveSecret', 7] }, ['lakeformation.moveSecret']],
    [{ commands: 'lakeformation.moveSecret' }, []],
    [undefined, []],
  ])('%j: %j', (options, commands) => {
    expect(commandsFrom(options)).toEqual(commands);
  });
});

describe('translated messages', () => {
  test('are taken as far as they are texts', () => {
    expect(messagesFrom({ l10n: { 'A {0}': 'Ein {0}', b: 7, c: null, d: ['e'] } })).toEqual({ 'A {0}': 'Ein {0}' });
  });

  test.each([[undefined], [null], ['de'], [[]], [{}], [{ l10n: null }], [{ l10n: 'de' }], [{ l10n: ['a'] }]])(
    'are none: %j',
    (options) => {
      expect(messagesFrom(options)).toBeUndefined();
    },
  );
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
