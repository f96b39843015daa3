import { expect, test } from 'vitest';
import { isWorkingDocument } from '../../../../client/src/language/workingDocument.ts';

test.each([
  ['file', true, true],
  ['untitled', false, true],
  ['vscode-userdata', true, true],
  ['vscode-remote', true, true],
  ['vscode-vfs', true, true],
  ['memfs', true, true],
  ['git', true, false],
  ['vscode-local-history', true, false],
  ['showModifications', false, false],
  ['conflictResolution', false, false],
])('a document of the scheme %s, of a file system: %s, is worked on: %s', (scheme, isFileSystem, expected) => {
  expect(isWorkingDocument(scheme, isFileSystem)).toBe(expected);
});
