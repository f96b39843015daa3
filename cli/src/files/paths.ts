import { isAbsolute, relative, sep } from 'node:path';

/** Returns a path for output and reports: relative to the working directory if it is in there, with slashes. */
export function shownPath(path: string, cwd: string): string {
  const inside = pathInside(cwd, path);
  if (inside === undefined || inside === '') return path.replaceAll(sep, '/');
  // At the start of a line, a colon may begin a command for the CI that reads the output.
  return /^[:#-]/.test(inside) ? `./${inside}` : inside;
}

/** Returns the path from a folder to something in it, with slashes; `''` for the folder itself, `undefined` for what is outside. */
export function pathInside(folder: string, path: string): string | undefined {
  const inside = relative(folder, path);
  if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return undefined;
  return inside.replaceAll(sep, '/');
}
