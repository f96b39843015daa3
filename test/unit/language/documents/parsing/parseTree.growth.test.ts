import { describe, expect, test } from 'vitest';
import { parseTree } from '../../../../../language/src/documents/parsing/parseTree.ts';
import { parseByRule } from '../../../../../language/src/documents/parsing/treeParser.ts';
import { startCounting } from '../../../../support/executedBlocks.ts';

const executedBlocks = await startCounting();

describe('a text isn’t read to its end by a rule for brackets that another rule is better than', () => {
  test.each([
    ['more brackets of the wrong kind', `{"a":{"b":[${'yes[}'.repeat(5000)}`],
    ['other mistakes than missing brackets', `[1 2${',[1,2]'.repeat(5000)}`],
  ])('%s', async (_, text) => {
    const byKind = await executedBlocks(() => void parseByRule(text, 500, 'kind'));
    const byTheBest = await executedBlocks(() => void parseTree(text, 500));
    expect(byTheBest / byKind).toBeLessThan(1.5);
  });
});
