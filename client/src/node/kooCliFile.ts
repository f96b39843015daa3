import { access, readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { KooCliFile } from '../auth/foundKeys.ts';

/** The largest file that is read, in bytes: profiles have some hundred each. */
const largestFile = 1024 * 1024;

/**
 * Returns KooCLI's profile file, `.hcloud/config.json` in a home folder.
 * @param home by default the user's
 */
export function kooCliFile(home = homedir()): KooCliFile {
  const path = join(home, '.hcloud', 'config.json');
  return {
    path: join('~', '.hcloud', 'config.json'),
    exists: async () =>
      access(path).then(
        () => true,
        () => false,
      ),
    async read() {
      const { size } = await stat(path);
      if (size > largestFile) throw new Error(`The file has ${size} bytes.`);
      return readFile(path, 'utf8');
    },
  };
}
