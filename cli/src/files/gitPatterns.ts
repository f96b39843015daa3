import { patternsFrom, type Patterns } from '../../../language/src/configuration/patterns.ts';

/** The file systems where Git ignores the case of names. */
const ignoresCase = process.platform === 'win32' || process.platform === 'darwin';

/** Compiles patterns that are relative to a folder, as the paths are, as Git does on this file system. */
export function gitPatterns(patterns: string | readonly string[]): Patterns {
  return patternsFrom(patterns, ignoresCase);
}
