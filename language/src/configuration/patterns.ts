import createIgnore, { type Ignore } from 'ignore';

/** Patterns in the syntax of `.gitignore`. */
export interface Patterns {
  /** Whether the last pattern that matches isn't negated; `undefined` if none matches. Paths have slashes; folders end with one. */
  readonly matches: (path: string) => boolean | undefined;
}

/**
 * Compiles patterns that are relative to a folder, as the paths are.
 * @param ignoresCase whether names in another case are the same, as Git has it on Windows and macOS
 */
export function patternsFrom(patterns: string | readonly string[], ignoresCase: boolean): Patterns {
  const compiled: Ignore = createIgnore({ ignorecase: ignoresCase }).add(patterns);
  return {
    matches(path) {
      const { ignored, unignored } = compiled.test(path);
      return ignored || unignored ? ignored : undefined;
    },
  };
}
