import { parse } from '../../server/src/documents/parse.ts';
import { check } from '../../server/src/rules/check.ts';
import { signedIn } from './lightBulb.ts';

/** How often each rule is broken in a text. */
export function brokenRules(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of check(parse(text), signedIn)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/** The rules that are broken more often than before. */
export function addedRules(before: string, after: string): string[] {
  const known = brokenRules(before);
  return [...brokenRules(after)].filter(([code, count]) => count > (known.get(code) ?? 0)).map(([code]) => code);
}
