import { expect, it } from 'vitest';
import type { RuleSeverities } from '../../../../language/src/rules/environment.ts';
import { RememberedChecks } from '../../../../cli/src/checking/rememberedChecks.ts';

it('checks only the texts that have changed since the last run', async () => {
  const checked: string[] = [];
  const remembered = new RememberedChecks(async (text) => {
    checked.push(text);
    return Promise.resolve({ text, problems: [] });
  });
  const run = async (texts: readonly string[], severities: RuleSeverities = new Map()): Promise<string[]> => {
    checked.length = 0;
    remembered.beginRun();
    for (const text of texts) {
      expect((await remembered.check(text, { severities, fix: false, withFixes: false })).text).toBe(text);
    }
    return [...checked];
  };
  expect(await run(['a', 'b', 'a'])).toEqual(['a', 'b']);
  expect(await run(['a', 'c'])).toEqual(['c']);
  expect(await run(['a', 'c'])).toEqual([]);
  expect(await run(['a', 'b'])).toEqual(['b']);
  expect(await run(['a'], new Map([['comment', 'off']]))).toEqual(['a']);
});
