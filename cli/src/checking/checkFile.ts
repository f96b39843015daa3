import type { RuleSeverities } from '../../../language/src/rules/environment.ts';
import { Failure } from '../failure.ts';
import type { JobFile } from '../files/findJobs.ts';
import type { ReadText } from '../files/readText.ts';
import { replaceText } from '../files/replaceText.ts';
import type { CheckOptions } from './checkText.ts';
import type { Problem } from './problem.ts';
import type { Check } from './rememberedChecks.ts';

/** What a check found in a file. */
export interface CheckedFile {
  /** The path in reports. */
  readonly name: string;
  readonly problems: readonly Problem[];
  /** Whether fixes were written into the file. */
  readonly isFixed: boolean;
  /** A sentence about why the file wasn't checked, or its fixes not written. */
  readonly failure?: string;
}

/**
 * Checks a file that has been read, and writes its fixes.
 * @param overriding severities that count before those of the file
 */
export async function checkFile(
  { path, name, severities }: JobFile,
  read: ReadText,
  options: Omit<CheckOptions, 'severities'>,
  overriding: RuleSeverities,
  check: Check,
): Promise<CheckedFile> {
  if ('failure' in read) return { name, problems: [], isFixed: false, failure: read.failure };
  const { text, problems } = await check(read.text, {
    ...options,
    severities: new Map([...severities, ...overriding]),
  });
  if (text === read.text) return { name, problems, isFixed: false };
  try {
    await replaceText(path, text, name);
    return { name, problems, isFixed: true };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { name, problems, isFixed: false, failure: error.message };
  }
}
