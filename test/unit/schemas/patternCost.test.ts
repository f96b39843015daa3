import { cpuUsage } from 'node:process';
import { expect, test } from 'vitest';
import { jobSchema } from '../../../language/src/generated/jobSchema.js';

/** All regular expressions in a schema. */
function patternsIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([name, value]: [string, unknown]) =>
    name === 'pattern' && typeof value === 'string' ? [value] : patternsIn(value),
  );
}

const length = 100_000;
const hostile = ['/', 'a', '0', ':', 'a/', '${', '*'].flatMap((unit) =>
  ['', 'obs://', 'jdbc:'].map((start) => `${start}${unit.repeat(length / unit.length)}\n`),
);

test.each([...new Set(patternsIn(jobSchema))])(
  '%s matches a hostile string of 100,000 characters at once',
  (pattern) => {
    const expression = new RegExp(pattern, 'u');
    const before = cpuUsage();
    for (const text of hostile) expression.test(text);
    const { user } = cpuUsage(before);
    // In microseconds. A pattern that backtracks needs seconds for one string alone.
    expect(user).toBeLessThan(500_000);
  },
);
