import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, test } from 'vitest';
import { repositoryFolder } from '../../scripts/editor/repository.ts';
import { jobEditorForSuite } from './support/jobEditor.ts';

let extension: string;
afterAll(async () => rm(extension, { recursive: true, force: true }));
const editor = jobEditorForSuite(async () => {
  extension = await extensionWithSlowServer();
  return { extensionDevelopmentPath: extension };
});

test('commands don’t wait for the language server', async () => {
  const { editorPane, quickInput, runCommand } = editor().workbench;
  await editorPane.open('sales_discovery.lfjob.json');
  await runCommand('LakeFormation: Sign In');
  await quickInput.waitFor('Sign in to local');
});

/** The built extension, with a language server that never answers: it ends with its client. */
async function extensionWithSlowServer(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lfjob-extension-'));
  const parts = ['package.json', 'package.nls.json', 'language-configuration.json', 'dist/client', 'images'];
  for (const part of [...parts, 'schemas', 'snippets', 'syntaxes']) {
    await cp(join(repositoryFolder, part), join(folder, part), { recursive: true });
  }
  await mkdir(join(folder, 'dist', 'server'));
  await writeFile(join(folder, 'dist', 'server', 'node.js'), "process.on('message', () => undefined);\n");
  return folder;
}
