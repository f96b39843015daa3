import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { kooCliFile } from '../../../../client/src/node/kooCliFile.ts';

let home: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'lfjob-home-'));
});

afterEach(async () => rm(home, { recursive: true, force: true }));

async function write(text: string): Promise<void> {
  await mkdir(join(home, '.hcloud'));
  await writeFile(join(home, '.hcloud', 'config.json'), text);
}

test('KooCLI’s file in the home folder is read', async () => {
  await write('{"profiles":[]}');
  const file = kooCliFile(home);
  expect(await file.exists()).toBe(true);
  expect(await file.read()).toBe('{"profiles":[]}');
  expect(file.path).toBe(join('~', '.hcloud', 'config.json'));
});

test('a file that isn’t there, or is too large, isn’t read', async () => {
  const file = kooCliFile(home);
  expect(await file.exists()).toBe(false);
  await expect(file.read()).rejects.toThrow('ENOENT');
  await write(' '.repeat(1024 * 1024 + 1));
  await expect(file.read()).rejects.toThrow('bytes');
});
