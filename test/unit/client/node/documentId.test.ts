import { mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { documentId } from '../../../../client/src/node/documentId.ts';

test('a file has one ID, also behind a symbolic link', async ({ onTestFinished }) => {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'lfjob-document-')));
  onTestFinished(async () => rm(folder, { recursive: true }));
  const path = join(folder, 'täglich 1.lfjob.json');
  await writeFile(path, '{}');
  await symlink(folder, join(folder, 'link'), 'dir');
  expect(await documentId(pathToFileURL(path).href)).toBe(path);
  expect(await documentId(pathToFileURL(join(folder, 'link', 'täglich 1.lfjob.json')).href)).toBe(path);
});

test.each(['file:///not/there.lfjob.json', 'untitled:Untitled-1', 'vscode-vfs://github/jobs/nightly.lfjob.json'])(
  'the ID of %s is its URI',
  async (uri) => {
    expect(await documentId(uri)).toBe(uri);
  },
);
