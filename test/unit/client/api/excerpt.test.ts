import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerpt, wordsOf } from '../../../../client/src/api/excerpt.ts';
import { mask, redaction } from '../../../../client/src/redaction/redaction.ts';
import { startCounting } from '../../../support/executedBlocks.ts';
import { runs } from '../../../support/fastCheck.ts';

const executedBlocks = await startCounting();

describe('an excerpt', () => {
  test('is the beginning of a text', () => {
    const same = (text: string): string => text;
    expect(excerpt('abcdef', 6, same)).toBe('abcdef');
    expect(excerpt('abcdefg', 6, same)).toBe('abcde…');
    expect(excerpt('abc'.repeat(100_000), 6, same)).toBe('abcab…');
  });

  test('is all that is masked of a text', () => {
    let longest = 0;
    excerpt('x'.repeat(1_000_000), 100, (text) => {
      longest = Math.max(longest, text.length);
      return text;
    });
    expect(longest).toBeLessThan(2000);
  });

  test('has no part of a secret, wherever the limit is', () => {
    const secrets = ['pass-1234', 'Token'.concat('0123456789'.repeat(40))];
    const redact = redaction(secrets);
    const forms = secrets.flatMap((secret) => [secret, encodeURIComponent(secret), btoa(secret)]);
    const parts = fc.array(fc.constantFrom(...forms, ' ', '. '.repeat(50), '. '.repeat(460)), { maxLength: 40 });
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 300 }), (texts, limit) => {
        const shown = excerpt(texts.join(' '), limit, redact);
        expect(shown.length).toBeLessThanOrEqual(limit);
        expect(shown.replaceAll(mask, '').replace(/^•+|•+…?$/g, '')).toMatch(/^[. …]*$/);
      }),
      runs(1000),
    );
  });
});

describe('the words of a page', () => {
  test.each([
    ['have no tags', '<h1>502 Bad</h1>\n<p class="a">Gateway</p>', '502 Bad Gateway'],
    ['have no scripts and styles', 'a<script>if (1<2) b</script >c<STYLE type="x">p{}</Style>d', 'a c d'],
    ['end where a script has no end', 'a<script>b<p>c', 'a'],
    ['end where a script ends without its bracket', 'a<script>b</script c', 'a'],
    ['have elements with similar names', '<scripted>a</scripted>', 'a'],
    ['have what is no tag', 'a < b', 'a < b'],
    ['are a text without mark-up', 'a\n b', 'a b'],
    ['are none of an empty page', '', ''],
  ])('%s', (_, page, words) => {
    expect(wordsOf(page)).toBe(words);
  });

  test.each(['<', '<>', '<script>', '</script>', '</script', '<script></script', '<style', ' ', '>', '<!--'])(
    'take twice as long for %j twice as often',
    async (unit) => {
      const small = await executedBlocks(() => wordsOf(unit.repeat(10_000)));
      const large = await executedBlocks(() => wordsOf(unit.repeat(20_000)));
      expect(large / small).toBeLessThan(2.1);
      const before = process.cpuUsage();
      wordsOf(unit.repeat(100_000));
      // What regular expressions do isn't counted in steps. In microseconds: one that backtracks needs seconds.
      expect(process.cpuUsage(before).user).toBeLessThan(1_000_000);
    },
  );
});
