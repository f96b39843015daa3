import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cursorAt } from '../../../../../language/src/documents/cursor/cursor.ts';
import { arbitraryBrokenText } from '../../../../support/arbitraryBrokenText.ts';
import { arbitraryJob } from '../../../../support/arbitraryJobs.ts';
import { runs } from '../../../../support/fastCheck.ts';

/** A comment in front makes the text be read token by token from its beginning. */
const comment = '/**/';

const texts = fc.oneof(arbitraryJob(), arbitraryBrokenText());

test('what can be written at a place is the same whether the text before it is passed over or read', () => {
  fc.assert(
    fc.property(texts, fc.nat(), (text, place) => {
      const offset = place % (text.length + 1);
      const read = cursorAt(comment + text, offset + comment.length);
      const shifted = read && {
        ...read,
        start: read.start - comment.length,
        end: read.end - comment.length,
        commaBefore: read.commaBefore === undefined ? undefined : read.commaBefore - comment.length,
      };
      expect(cursorAt(text, offset)).toEqual(shifted);
    }),
    runs(2000),
  );
});
