import { describe, expect, test } from 'vitest';
import { rules, type RuleCode } from '../../../../language/src/rules/catalogue.ts';
import { isRuleCode } from '../../../../language/src/rules/codes.ts';
import { jobWithProperties } from '../../../support/jobs.ts';
import { actionsFor, titlesOf } from '../../../support/lightBulb.ts';

/** The fix that one key makes, by the rule with the fixed example; `undefined` where none is the right one. */
const preferred: Record<RuleCode, string | undefined> = {
  'empty-document': undefined,
  'invalid-json': undefined,
  comment: 'Remove the comment',
  'surplus-comma': 'Remove the comma',
  'missing-comma': 'Insert ,',
  'missing-colon': 'Insert :',
  'missing-value': undefined,
  'open-bracket': 'Insert }',
  'mismatched-bracket': 'Replace with }',
  'other-quotes': 'Replace with ""',
  'unquoted-text': 'Replace with "description"',
  'wrong-escape': 'Replace with "a\\b\\\\c"',
  'look-alike-character': 'Replace with ,',
  'byte-order-mark': 'Remove the byte order mark',
  'duplicate-property': 'Remove "description"',
  'unpaired-surrogate': undefined,
  'too-deep': undefined,
  'too-large': undefined,
  'missing-property': 'Insert "value"',
  'unknown-property': 'Rename to "file_sample_rate"',
  'wrong-type': 'Replace with true',
  'number-for-string': 'Replace with "2"',
  'unknown-value': 'Replace with MANNUAL',
  'newer-edition': undefined,
  'wrong-length': undefined,
  'wrong-form': 'Replace with "nightly_discovery"',
  'out-of-range': undefined,
  'too-many-items': undefined,
  'misplaced-property': 'Move to the top level',
  'wrapped-job': 'Unwrap',
  'missing-block': 'Insert "metadata_discovery_parameter"',
  'unused-block': undefined,
  'block-of-other-type': 'Rename to "metadata_discovery_parameter" and change "type" to METADATA_DISCOVERY',
  'missing-source-property': 'Insert "jdbc_url"',
  'unused-source-property': undefined,
  'jdbc-url': 'Replace with jdbc:mysql://192.168.0.10:3306/hivemeta',
  'missing-peering-property': 'Insert "accepted_vpc_id"',
  'unused-peering-property': undefined,
  'subnet-ip': undefined,
  'objects-without-parents': 'Insert TABLE',
  'repeated-value': 'Remove the duplicate',
  'location-target': undefined,
  'location-unchanged': undefined,
  'location-repeated': undefined,
  'location-shadowed': 'Move before "file:/"',
  'missing-catalog-id': 'Insert "catalog_id"',
  'unused-catalog-id': undefined,
  'unused-conversion': undefined,
  'affix-without-target': undefined,
  'unused-text-format': undefined,
  'table-depth': undefined,
  'repeated-principal': 'Remove the duplicate',
  'hyphen-in-name': undefined,
  'schedule-without-frequency': 'Insert "execute_frequency", "execute_day", "execute_hour", and "execute_minute"',
  'schedule-value': undefined,
  'incomplete-schedule': 'Insert "execute_minute"',
  'unused-schedule': undefined,
  'short-months': undefined,
  'untouched-placeholder': undefined,
  'other-format': 'Keep only the job',
  'response-property': 'Keep only the job',
  'instance-mismatch': 'Use the instance of connection "dev"',
  'repeated-job-name': undefined,
  'unknown-catalog': 'Replace with gold',
  'unknown-database': 'Replace with sales',
  'unknown-principal': 'Replace with analysts',
  'plaintext-secret': undefined,
  'malformed-reference': 'Change to a reference to a secret',
  'misplaced-reference': undefined,
};

function exampleOf(code: string): string {
  if (!isRuleCode(code)) throw new Error(`${code} is no rule`);
  return jobWithProperties(rules[code].example.in, rules[code].example.invalid);
}

describe('of the fixes, preferred is', () => {
  test.each(Object.entries(preferred))('for %s: %s', (code, title) => {
    const actions = actionsFor(exampleOf(code)).filter(({ isPreferred }) => isPreferred);
    expect(titlesOf(actions)).toEqual(title === undefined ? [] : [title]);
  });
});

describe('there are fixes, and the choice is the author’s', () => {
  test.each([
    ['duplicate-property', ['Remove "description"', 'Remove the last "description"']],
    ['unknown-property', ['Rename to "file_sample_rate"', 'Remove "fileSampleRate"']],
    ['out-of-range', ['Replace with 100']],
    ['unused-block', ['Remove "metadata_discovery_parameter"', 'Adapt the other properties to "PERMISSION_MIGRATION"']],
    ['unused-catalog-id', ['Change "policy_type" to DLF', 'Remove "catalog_id"']],
    [
      'affix-without-target',
      [
        'Insert "user_to": "IAM_USER"',
        'Insert "user_to": "IAM_GROUP"',
        'Insert "user_to": "ROLE"',
        'Remove "user_prefix"',
      ],
    ],
    ['location-repeated', ['Remove this element', 'Remove the first element']],
    ['location-unchanged', ['Remove the element']],
    ['schedule-value', ['Change "execute_frequency" to MONTHLY']],
    ['plaintext-secret', ['Replace with an environment variable']],
  ])('for %s: %j', (code, titles) => {
    expect(titlesOf(actionsFor(exampleOf(code)))).toEqual(titles);
  });
});

describe('nothing is offered where only the author knows', () => {
  test.each([
    'empty-document',
    'invalid-json',
    'missing-value',
    'unpaired-surrogate',
    'too-deep',
    'too-large',
    'wrong-length',
    'too-many-items',
    'hyphen-in-name',
    'newer-edition',
    'subnet-ip',
    'location-target',
    'short-months',
    'untouched-placeholder',
    'repeated-job-name',
  ])('%s', (code) => {
    expect(actionsFor(exampleOf(code))).toEqual([]);
  });
});
