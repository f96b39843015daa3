import createIgnore, { type Ignore } from 'ignore';

/** The file systems where Git ignores the case of names. */
const ignoresCase = process.platform === 'win32' || process.platform === 'darwin';

/** Patterns in the syntax of `.gitignore`. */
export interface Patterns {
  /** Whether the last pattern that matches isn't negated; `undefined` if none matches. Paths have slashes; folders end with one. */
  readonly matches: (path: string) => boolean | undefined;
}

/** Compiles patterns that are relative to a folder, as the paths are. */
export function patternsFrom(patterns: string | readonly string[]): Patterns {
  const compiled: Ignore = createIgnore({ ignorecase: ignoresCase }).add(patterns);
  return {
    matches(path) {
      const { ignored, unignored } = compiled.test(path);
      return ignored || unignored ? ignored : undefined;
    },
  };
}
