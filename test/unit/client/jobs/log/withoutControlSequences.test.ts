import { expect, test } from 'vitest';
import { withoutControlSequences } from '../../../../../client/src/jobs/log/withoutControlSequences.ts';

test.each([
  ['colors', '\u001b[1;31mERROR\u001b[0m no route', 'ERROR no route'],
  ['a color within a secret', 'pass\u001b[33mword', 'password'],
  ['a cleared line', '50 %\u001b[2K\r100 %', '50 %\r100 %'],
  ['a title', '\u001b]0;spark\u0007begin', 'begin'],
  ['a link', '\u001b]8;;https://x\u001b\\job\u001b]8;;\u001b\\', 'job'],
  ['a title without its end', '\u001b]0;spark\nERROR\u0007', '\u001b]0;spark\nERROR\u0007'],
  ['other escapes', '\u001b7a\u001b8\u001bcb', 'ab'],
  ['what it doesn’t have', 'a [31m b \u001b', 'a [31m b \u001b'],
])('a log is shown without %s', (_, log, shown) => {
  expect(withoutControlSequences(log)).toBe(shown);
});
