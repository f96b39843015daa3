/** Returns a path without the slashes at its end. A regular expression for them is quadratic in the slashes. */
export function withoutSlashes(path: string): string {
  let end = path.length;
  while (path[end - 1] === '/') end--;
  return path.slice(0, end);
}
