import fc from 'fast-check';
import { test } from 'vitest';
import { arbitraryAnswer } from '../../../fuzz/hostileAnswer.ts';
import { readAnswer } from '../../../fuzz/readAnswer.ts';
import { runs } from '../../../support/fastCheck.ts';

/** How long reading takes is measured by `npm run fuzz`. */
test('whatever a service answers is read or a failure, and nothing of a secret is left', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryAnswer(5000), async (answer) => readAnswer(answer, () => undefined)),
    { ...runs(100), endOnFailure: true },
  );
});
