import { describe, expect, test } from 'vitest';
import { FolderRules } from '../../../../server/src/state/folderRules.ts';
import { ruleSettingsFrom } from '../../../../language/src/rules/settings.ts';

const folders = [
  { uri: 'file:///jobs', rules: { comment: 'hint' } },
  { uri: 'file:///jobs/strict/', rules: { 'short-months': 'error' } },
];
const setting = ruleSettingsFrom({ comment: 'off', 'unknown-property': 'error' }).severities;

describe('the severities of a document', () => {
  const rules = new FolderRules();
  rules.update({ folders });

  test.each([
    ['file:///other/a.lfjob.json', { comment: 'off', 'unknown-property': 'error' }],
    ['file:///jobs-old/a.lfjob.json', { comment: 'off', 'unknown-property': 'error' }],
    ['file:///jobs/a.lfjob.json', { comment: 'hint', 'unknown-property': 'error' }],
    ['file:///jobs/strict/deep/a.lfjob.json', { comment: 'off', 'unknown-property': 'error', 'short-months': 'error' }],
  ])('%s', (uri, severities) => {
    expect(Object.fromEntries(rules.of(uri, setting))).toEqual(severities);
  });
});

test('an update is a change only if a severity is another one', () => {
  const rules = new FolderRules();
  expect(rules.update({ folders: [] })).toBe(false);
  expect(rules.update({ folders })).toBe(true);
  expect(rules.update({ folders: structuredClone(folders) })).toBe(false);
  expect(rules.update(undefined)).toBe(true);
});

test.each([
  [null],
  [{ folders: 'a' }],
  [{ folders: [null, 7, { rules: { comment: 'off' } }, { uri: 'file:///jobs', rules: 'off' }] }],
  [{ folders: [{ uri: 'file:///jobs', rules: { coment: 'off', comment: 'loud' } }] }],
])('nothing is set by %j', (params) => {
  const rules = new FolderRules();
  rules.update(params);
  expect(Object.fromEntries(rules.of('file:///jobs/a.lfjob.json', new Map()))).toEqual({});
});
