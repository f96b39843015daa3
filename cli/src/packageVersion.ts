import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isObject } from '../../language/src/documents/value.ts';
import type { Host } from './host.ts';

/** Returns the version of the package. */
export async function packageVersion({ packageFolder }: Pick<Host, 'packageFolder'>): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'));
  return isObject(manifest) && typeof manifest.version === 'string' ? manifest.version : '';
}
