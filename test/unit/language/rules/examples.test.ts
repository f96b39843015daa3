import { describe, expect, test } from 'vitest';
import { parse } from '../../../../language/src/documents/parse.ts';
import { rules } from '../../../../language/src/rules/catalogue.ts';
import { check } from '../../../../language/src/rules/check.ts';
import { noEnvironment, type Environment } from '../../../../language/src/rules/environment.ts';
import { lookUpIn, sampleInstance } from '../../../support/instanceValues.ts';
import { instanceId, jobWithProperties } from '../../../support/jobs.ts';

const elsewhere = {
  uri: 'test:/other.lfjob.json',
  range: { start: { line: 1, character: 2 }, end: { line: 1, character: 9 } },
};

/** Signed in to the instance of the fixtures, with another open job. */
const environment: Environment = {
  ...noEnvironment,
  connection: { name: 'dev', instanceId },
  instanceValues: lookUpIn(sampleInstance),
  namesakes: (name) => (name === 'another_open_job' ? [elsewhere] : []),
};

const codesIn = (text: string): string[] => check(parse(text), environment).map(({ code }) => code);

describe.each(Object.entries(rules))('%s', (code, { severity, example }) => {
  test('its example breaks it, and nothing else', () => {
    const found = check(parse(jobWithProperties(example.in, example.invalid)), environment);
    expect(found.map((finding) => finding.code)).toEqual([code]);
    expect(found[0]?.severity).toBe(severity);
  });

  test('its corrected example breaks nothing', () => {
    expect(codesIn(jobWithProperties(example.in, example.valid))).toEqual([]);
  });
});
