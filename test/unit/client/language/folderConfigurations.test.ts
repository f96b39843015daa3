import { describe, expect, test } from 'vitest';
import {
  folderConfigurations,
  folderRules,
  isConfiguredJob,
} from '../../../../client/src/language/folderConfigurations.ts';

const configurations = folderConfigurations([
  { uri: 'file:///w/lfjob.config.json', text: '{ "rules": { "comment": "off" }, "files": ["jobs/*.json", "*.lf"] }' },
  { uri: 'file:///w/jobs/new%20ones/lfjob.config.json', text: '{ "files": ["é.json"] }' },
]);

test('the language server gets the rules of each folder, the innermost first', () => {
  expect(folderRules(configurations)).toEqual({
    folders: [
      { uri: 'file:///w/jobs/new%20ones/', rules: {} },
      { uri: 'file:///w/', rules: { comment: 'off' } },
    ],
  });
});

test('what can’t be used is left out, with a sentence', () => {
  const [configuration] = folderConfigurations([
    { uri: 'file:///w/lfjob.config.json', text: '{ "rules": { "coment": "off", "comment": "hint" }, "token": "" }' },
  ]);
  expect(folderRules(configuration ? [configuration] : []).folders).toEqual([
    { uri: 'file:///w/', rules: { comment: 'hint' } },
  ]);
  expect(configuration?.problems).toEqual([
    expect.stringContaining('Unknown property "token"'),
    expect.stringContaining('"coment"'),
  ]);
});

describe('a file is a job by the configuration of the nearest folder', () => {
  test.each([
    ['file:///w/jobs/a.json', true],
    ['file:///w/jobs/deep/a.json', false],
    ['file:///w/deep/a.lf', true],
    ['file:///w/a.json', false],
    ['file:///w/jobs/lfjob.config.json', false],
    ['file:///w/jobs/new%20ones/%C3%A9.json', true],
    ['file:///w/jobs/new%20ones/a.json', false],
    ['file:///other/jobs/a.json', false],
    ['untitled:Untitled-1', false],
  ])('%s: %s', (uri, isJob) => {
    expect(isConfiguredJob(uri, configurations)).toBe(isJob);
  });
});
