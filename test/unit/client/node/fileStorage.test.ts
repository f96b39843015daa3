import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileStorage } from '../../../../client/src/node/fileStorage.ts';
import { describeSharedStorage } from '../../../support/storageContract.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lfjob-storage-'));
});
afterEach(async () => rm(folder, { recursive: true }));

describeSharedStorage(async () => {
  const path = join(folder, 'not', 'there', 'yet');
  return Promise.resolve([fileStorage(path), fileStorage(path)]);
});

test('a file storage has a file for each key, and nothing else', async () => {
  const storage = fileStorage(folder);
  await storage.add('a.1', 'added');
  await storage.add('a.1', 'not added');
  await storage.put('a.1', 'put');
  await storage.put('a.2', 'put');
  expect(await readdir(folder)).toEqual(['a.1', 'a.2']);
});

test('a file storage rejects where its folder can’t be used', async () => {
  const path = join(folder, 'file');
  await writeFile(path, '');
  const storage = fileStorage(path);
  await expect(storage.keys()).rejects.toThrow('ENOTDIR');
  await expect(storage.get('a.1')).rejects.toThrow('ENOTDIR');
  await expect(storage.add('a.1', '')).rejects.toThrow('EEXIST');
  await expect(storage.put('a.1', '')).rejects.toThrow('EEXIST');
});
