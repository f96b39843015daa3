import { parse } from '../../language/src/documents/parse.ts';
import { check } from '../../language/src/rules/check.ts';
import { signedIn } from './lightBulb.ts';

/** How often each rule is broken. */
export type BrokenRules = ReadonlyMap<string, number>;

/** The rules that a text breaks. */
export function brokenRules(text: string): BrokenRules {
  const counts = new Map<string, number>();
  for (const { code } of check(parse(text), signedIn)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/** The rules that are broken more often than before, except by sample values: whoever inserts them marks them for that. */
export function addedRules(before: BrokenRules, after: BrokenRules): string[] {
  return [...after]
    .filter(([code, count]) => code !== 'untouched-placeholder' && count > (before.get(code) ?? 0))
    .map(([code]) => code);
}
