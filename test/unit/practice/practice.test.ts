import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { practiceJobPath } from '../../../client/src/jobs/practiceJob.ts';
import { applyEdits } from '../../../language/src/documents/edits/applyEdits.ts';
import { parse } from '../../../language/src/documents/parse.ts';
import { check } from '../../../language/src/rules/check.ts';
import { noEnvironment } from '../../../language/src/rules/environment.ts';
import type { ReportedFinding } from '../../../language/src/rules/findings/finding.ts';

const practiceJob = readFileSync(new URL(`../../../${practiceJobPath}`, import.meta.url), 'utf8');

test('the practice job has some mistakes, and the first fix of each fixes it', () => {
  expect(mistakesIn(practiceJob).map(({ code }) => code)).toEqual([
    'missing-comma',
    'unknown-property',
    'unknown-value',
    'unknown-value',
    'wrong-form',
    'schedule-value',
  ]);
  let text = practiceJob;
  for (let [mistake] = mistakesIn(text); mistake !== undefined; [mistake] = mistakesIn(text)) {
    const before = mistakesIn(text).length;
    text = applyEdits(text, mistake.fixes?.()[0]?.edits() ?? []);
    expect(mistakesIn(text)).toHaveLength(before - 1);
  }
});

function mistakesIn(text: string): ReportedFinding[] {
  return check(parse(text), noEnvironment).filter(({ severity }) => severity === 'error' || severity === 'warning');
}
