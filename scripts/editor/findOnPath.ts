import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The files of this name in the folders of the PATH, in their order. */
export function findOnPath(name: string): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).filter((path) => existsSync(path));
}
