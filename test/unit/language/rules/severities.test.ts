import { describe, expect, test } from 'vitest';
import { parse } from '../../../../language/src/documents/parse.ts';
import { codeActions } from '../../../../language/src/features/codeActions.ts';
import { rules, type RuleCode } from '../../../../language/src/rules/catalogue.ts';
import { isRuleCode } from '../../../../language/src/rules/codes.ts';
import { check } from '../../../../language/src/rules/check.ts';
import type { Environment, RuleSeverities } from '../../../../language/src/rules/environment.ts';
import { mostSevere } from '../../../../language/src/rules/findings/mostSevere.ts';
import { fixAll } from '../../../../language/src/rules/fixAll.ts';
import { runSteps } from '../../../../language/src/rules/steps.ts';
import { documentOf } from '../../../support/cursor.ts';
import { jobWithProperties } from '../../../support/jobs.ts';
import { signedIn } from '../../../support/lightBulb.ts';

const withSeverities = (severities: RuleSeverities): Environment => ({ ...signedIn, severities });

/** What is found in a text: `severity code`. */
function found(text: string, severities: RuleSeverities = new Map()): string[] {
  return mostSevere(check(parse(text), withSeverities(severities))).map(({ severity, code }) => `${severity} ${code}`);
}

function titles(text: string, severities: RuleSeverities, only?: string[]): string[] {
  const document = documentOf(text);
  const range = { start: document.positionAt(0), end: document.positionAt(text.length) };
  const options = { only, snippetEdits: false };
  return runSteps(codeActions(document, parse(text), range, withSeverities(severities), options)).map(
    ({ title }) => title,
  );
}

const codes = Object.keys(rules).filter(isRuleCode);
const exampleOf = (code: RuleCode): string => jobWithProperties(rules[code].example.in, rules[code].example.invalid);

describe.each(codes)('%s is reported', (code) => {
  test.each(['error', 'warning', 'information', 'hint'] as const)('as %s', (severity) => {
    expect(found(exampleOf(code), new Map([[code, severity]]))).toEqual([`${severity} ${code}`]);
  });
});

// These stand for other problems, which are then reported one by one; see below.
const standing: readonly string[] = ['block-of-other-type', 'other-format'];

test.each(codes.filter((code) => !standing.includes(code)))('%s is off, and so are its fixes', (code) => {
  const off: RuleSeverities = new Map([[code, 'off']]);
  expect(found(exampleOf(code), off)).toEqual([]);
  expect(titles(exampleOf(code), off)).toEqual([]);
  expect(runSteps(fixAll(parse(exampleOf(code)), withSeverities(off)))).toBe(exampleOf(code));
});

test('other-format is off, and what else is wrong in the text is reported', () => {
  expect(found(exampleOf('other-format'), new Map([['other-format', 'off']]))).toContain('error unquoted-text');
});

describe('the schema’s own severities', () => {
  const catalog = jobWithProperties('metadata_discovery_parameter', '"target_catalog": "my lake"');
  const doubtful = jobWithProperties('metadata_migration_parameter', '"conflict_strategy": "UPDATE"');
  const instance = jobWithProperties('permission_migration_parameter', '"instance_id": "${env:A}-b!"');

  test.each([
    ['soften what only related pages say', catalog, 'warning wrong-form'],
    ['soften a value that the sources leave open', doubtful, 'warning unknown-value'],
  ])('%s', (_, text, finding) => {
    expect(found(text)).toEqual([finding]);
  });

  test('don’t count against the user’s', () => {
    expect(found(catalog, new Map([['wrong-form', 'error']]))).toEqual(['error wrong-form']);
    expect(found(doubtful, new Map([['unknown-value', 'hint']]))).toEqual(['hint unknown-value']);
    expect(found(catalog, new Map([['wrong-form', 'off']]))).toEqual([]);
  });

  test('don’t make a rule of what is a reference', () => {
    expect(found(instance)).toEqual([]);
  });
});

describe('a rule that is off', () => {
  const text = '{ \'name\': "nightly-discovery", "type": "Metadata_Discovery", "parameter": {}, }';

  test('leaves the others on', () => {
    const off: RuleSeverities = new Map([
      ['missing-block', 'off'],
      ['other-quotes', 'off'],
    ]);
    expect(found(text)).toEqual([
      'error other-quotes',
      'error wrong-form',
      'error unknown-value',
      'warning missing-block',
      'error surplus-comma',
    ]);
    expect(found(text, off)).toEqual(['error wrong-form', 'error unknown-value', 'error surplus-comma']);
  });

  test('isn’t fixed on save', () => {
    const off: RuleSeverities = new Map([['surplus-comma', 'off']]);
    expect(runSteps(fixAll(parse(text), withSeverities(off)))).toContain('"parameter": {}, }');
    expect(titles(text, off)).not.toContain('Remove the comma');
  });

  test('doesn’t keep a fix of another rule back', () => {
    const reveals = '{ "name": "job_1", "type": "Metadata_Discovery", "parameter": {} }';
    expect(titles(reveals, new Map([['missing-block', 'off']]))).toContain('Replace with METADATA_DISCOVERY');
  });

  test('no longer replaces what a block of another type lacks and has', () => {
    const block = '"permission_migration_parameter": { "data_location": "obs://a/b", "table_depth": 2 }';
    const mixed = jobWithProperties('parameter', block);
    expect(found(mixed)).toEqual(['warning block-of-other-type']);
    expect(found(mixed, new Map([['block-of-other-type', 'off']]))).toEqual([
      'error missing-property',
      'warning unknown-property',
      'warning unknown-property',
    ]);
  });

  // The vendor's own example has three blocks.
  test('doesn’t ask for the properties of a block that doesn’t count', () => {
    const twoBlocks = jobWithProperties(
      'parameter',
      '"metadata_discovery_parameter": { "data_location": "obs://a/b" }',
    );
    expect(found(twoBlocks)).toEqual(['warning unused-block']);
    expect(found(twoBlocks, new Map([['unused-block', 'off']]))).toEqual([]);
  });
});
