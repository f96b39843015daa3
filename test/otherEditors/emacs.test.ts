import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageFolder, temporaryFolder, type TemporaryFolder } from '../support/commandLine.ts';
import { installFromDebian } from './installFromDebian.ts';

const page = readFileSync(new URL('../../docs/editors.md', import.meta.url), 'utf8');
const script = fileURLToPath(new URL('emacs.el', import.meta.url));

/** The configuration on the page, with the built command line in the place of the installed one. */
function configuration(): string {
  const [, block = ''] = /```elisp\n([^]*?)```/.exec(page) ?? [];
  const installed = '"npx" "--no" "lfjob"';
  expect(block).toContain(installed);
  return block.replace(installed, `"${process.execPath}" "${join(packageFolder, 'dist/cli/main.js')}"`);
}

let folder: TemporaryFolder;
beforeAll(async () => {
  await installFromDebian('emacs', ['emacs-nox', 'elpa-eglot']);
  folder = await temporaryFolder({
    'init.el': configuration(),
    'job.lfjob.json': '{\n  "name": "nightly",\n  "type": "METADATA_DISC",\n}\n',
  });
});
afterAll(async () => folder.remove());

test('Emacs shows diagnostics, completes a value, and applies fixes with the configuration on the page', async () => {
  const { stdout } = await promisify(execFile)('emacs', ['--batch', '-q', '-l', script], {
    cwd: folder.path,
    env: { PATH: process.env.PATH, HOME: folder.path, LANG: 'C.UTF-8' },
  });
  const lines = stdout.split('\n');
  expect(lines.filter((line) => line.startsWith('diagnostic: ')).sort()).toEqual([
    expect.stringContaining('[missing-property]'),
    expect.stringContaining('[surplus-comma]'),
    expect.stringContaining('[unknown-value]'),
  ]);
  expect(lines).toContain('completed:   "type": "METADATA_DISCOVERY",');
  expect(lines).toContain(`fixed: ${JSON.stringify('{\n  "name": "nightly",\n  "type": "METADATA_DISCOVERY"\n}\n')}`);
});
