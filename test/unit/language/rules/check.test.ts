import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { parse } from '../../../../language/src/documents/parse.ts';
import { check, type Checks } from '../../../../language/src/rules/check.ts';
import { noEnvironment } from '../../../../language/src/rules/environment.ts';

const quoted = randomUUID();

const checks: Checks = {
  broken() {
    throw new RangeError(`unexpected ${quoted}`);
  },
  comment: () => [{ code: 'comment', message: () => 'A comment.', span: { offset: 0, length: 1 } }],
};

describe('a check that throws', () => {
  const findings = check(parse('{}'), noEnvironment, checks);

  test('is reported as an error, beside what the other checks find', () => {
    expect(findings.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'error check-failed',
      'error comment',
    ]);
  });

  test('is named with the kind of its error, without the text that the error quotes', () => {
    const message = findings[0]?.message() ?? '';
    expect(message).toContain('"broken"');
    expect(message).toContain('RangeError');
    expect(message).not.toContain(quoted);
  });
});

test.each([
  ['duplicate-property', `{${'"a":1,'.repeat(6000)}"a":1}`],
  ['unpaired-surrogate', `["${'\ude00'.repeat(6000)}"]`],
  ['malformed-reference', `[${'"${x}",'.repeat(6000)}1]`],
])('the first 5,000 problems of %s are findings, and the others are counted', (problem, text) => {
  const findings = check(parse(text), noEnvironment);
  expect(findings.filter(({ code }) => code === problem)).toHaveLength(5000);
  expect(findings.filter(({ code }) => code === 'too-many-problems')).toMatchObject([{ count: 1000 }]);
});
