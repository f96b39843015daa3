import { applyChanges, type TextChange } from '../documents/textChange.ts';
import { parse, type ParsedDocument } from '../documents/parse.ts';
import type { Span } from '../documents/range.ts';
import { findingsOf, type RatedFinding } from './check.ts';
import type { Environment } from './environment.ts';
import { isJsonRule, isUnclear } from './json/findings.ts';
import type { Fix } from './finding.ts';

/** So many checks of a document are made to find the fixes that do; what is left is for the next time, or for the author. */
const mostTrials = 16;

/**
 * Whether a fix keeps what it promises in this document: its finding goes, none comes, and the rest of the text is read as
 * before. The same mistake may hide another one, which the author should see first.
 */
export function isImprovement(
  parsed: ParsedDocument,
  findings: readonly RatedFinding[],
  { code }: RatedFinding,
  fix: Fix,
  environment: Environment,
): boolean {
  const changes = fix.changes();
  if (touchesOpenText(parsed, changes)) return false;
  const mendedDocument = parse(applyChanges(parsed.text, changes));
  if (!isJsonRule(code) && remainingProblems(mendedDocument, []) !== remainingProblems(parsed, changes)) return false;
  const before = countByCode(findings);
  const after = countByCode(findingsOf(mendedDocument, environment));
  return (after.get(code) ?? 0) < (before.get(code) ?? 0) && addsNone(before, after);
}

/** On a line with a text that has no end, whatever is put in becomes a part of it. */
function touchesOpenText({ text, problems }: ParsedDocument, changes: readonly TextChange[]): boolean {
  const openTexts = problems.filter(({ kind }) => kind === 'open-text');
  return changes.some((change) =>
    openTexts.some((openText) => {
      const [from, to] = [openText.offset, change.offset].sort((left, right) => left - right);
      return !/[\r\n]/.test(text.slice(from, to));
    }),
  );
}

/** How many problems are outside of the changes; a comma too many may become the one that is needed. */
function remainingProblems({ problems }: ParsedDocument, changes: readonly TextChange[]): number {
  const isChanged = ({ offset }: Span): boolean =>
    changes.some((change) => change.offset <= offset && offset < change.offset + change.length);
  return problems.filter((problem) => problem.kind !== 'surplus-comma' && !isChanged(problem)).length;
}

/** The text with every fix made that is safe without a look. Done to its result it changes nothing. */
export function fixAll(parsed: ParsedDocument, environment: Environment): string {
  let current = parsed;
  // Every round leaves fewer findings than there were, so that there is a last one.
  for (let next = mended(current, environment); next !== undefined; next = mended(current, environment)) {
    current = parse(next);
  }
  return current.text;
}

/** The text after one round of safe fixes; `undefined` where there is none that improves it. */
function mended(parsed: ParsedDocument, environment: Environment): string | undefined {
  const { text, problems } = parsed;
  // What is not JSON for a reason that is not clear may all be meant otherwise.
  if (problems.some((problem) => isUnclear(problem, text))) return undefined;
  const before = findingsOf(parsed, environment);
  const safe = before.flatMap(({ fixes = [] }) => fixes.filter(({ isSafe }) => isSafe === true));
  const pending: (readonly (readonly TextChange[])[])[] = [apart(safe.map((fix) => fix.changes()))];
  // All at once; where that does not do, one half and then the other, down to single ones.
  for (let trial = 0; trial < mostTrials; trial++) {
    const fixes = pending.shift();
    if (fixes === undefined || fixes.length === 0) return undefined;
    const result = applyChanges(text, fixes.flat());
    const after = findingsOf(parse(result), environment);
    if (after.length < before.length && addsNone(countByCode(before), countByCode(after))) return result;
    const middle = fixes.length >> 1;
    if (middle > 0) pending.push(fixes.slice(0, middle), fixes.slice(middle));
  }
  return undefined;
}

function addsNone(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): boolean {
  return [...after].every(([code, count]) => count <= (before.get(code) ?? 0));
}

function countByCode(findings: readonly RatedFinding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of findings) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/** As many fixes as do not touch each other's text. */
function apart(fixes: readonly (readonly TextChange[])[]): (readonly TextChange[])[] {
  const sorted = [...fixes].sort((left, right) => (left[0]?.offset ?? 0) - (right[0]?.offset ?? 0));
  const chosen: (readonly TextChange[])[] = [];
  let end = -1;
  for (const changes of sorted) {
    if (changes.some(({ offset }) => offset <= end)) continue;
    chosen.push(changes);
    end = Math.max(end, ...changes.map(({ offset, length }) => offset + length));
  }
  return chosen;
}
