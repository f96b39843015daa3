import { describe, expect, test } from 'vitest';
import { parse } from '../../../../language/src/documents/parse.ts';
import { check } from '../../../../language/src/rules/check.ts';
import { noEnvironment } from '../../../../language/src/rules/environment.ts';
import { TrialBudget } from '../../../../language/src/rules/fixTrials.ts';
import { jobWithProperties } from '../../../support/jobs.ts';

/** How many fixes are tried if each leaves the text about the same. */
function trialsOf(text: string): number {
  const budget = new TrialBudget();
  const parsed = parse(text);
  const findings = check(parsed, noEnvironment);
  let trials = 0;
  for (; budget.isLeft('others'); trials++) budget.spend(parsed, findings);
  return trials;
}

/** A job with principals, some of them with misspelled types. */
function jobOf(principals: number, misspelled: number): string {
  const listed = Array.from({ length: principals }, (_, index) => ({
    principal_type: index < misspelled ? 'user' : 'USER',
    principal_source: 'IAM',
    principal_name: `user_${index}`,
  }));
  return jobWithProperties('metadata_discovery_parameter', `"principals": ${JSON.stringify(listed)}`);
}

test('in a job of 100 KB with 100 mistakes, a fix of each that a light bulb shows is tried', () => {
  const job = jobOf(800, 100);
  expect(job.length).toBeGreaterThan(90_000);
  expect(trialsOf(job)).toBeGreaterThanOrEqual(20);
  // With a comma too many, it is read by its tokens.
  expect(trialsOf(job.replace('[', '[,'))).toBeGreaterThanOrEqual(20);
});

test('one fix is tried in a document of any size', () => {
  expect(trialsOf(`{"name":"${'x'.repeat(10_000_000)}"}`)).toBe(1);
});

describe('fewer fixes are tried the longer one takes', () => {
  test.each([
    ['most of the text is read, and nothing reported of it', `{}${'}}'.repeat(50_000)}`, 10],
    ['strings in single quotes are one finding', `[${"'a',".repeat(12_500)}`, 5],
    ['not all problems are looked at', jobOf(20_000, 20_000), 1],
  ])('%s', (_, text, most) => {
    expect(trialsOf(text)).toBeLessThanOrEqual(most);
  });
});
