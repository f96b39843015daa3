import type { Edit } from 'jsonc-parser';
import { applyEdits } from '../documents/edits/applyEdits.ts';
import { parse, type ParsedDocument } from '../documents/parse.ts';
import { checkInSteps } from './check.ts';
import type { Environment } from './environment.ts';
import type { ReportedFinding } from './findings/finding.ts';
import { addsNone, total, TrialBudget, unwantedByCode } from './fixTrials.ts';
import { isUnclear } from './json/findings.ts';
import type { Steps } from './steps.ts';

/** Limits how many sets of fixes `fixAll` tries for a version of the text to find those that can be applied together. */
const mostFixAllTrials = 16;

/**
 * Returns the text with the safe fixes applied: all of them, within a limit for the work. Applied to its own result, it changes
 * nothing, unless it came to that limit.
 */
export function* fixAll(parsed: ParsedDocument, environment: Environment): Steps<string> {
  let { parsed: current, findings } = yield* withoutOtherFormat(parsed, environment);
  const budget = new TrialBudget();
  // Each round leaves fewer findings, so the rounds end.
  while (budget.isLeft('fixAll')) {
    const fixed = yield* fixSafely(current, findings, environment, budget);
    if (fixed === undefined) break;
    ({ parsed: current, findings } = fixed);
  }
  return current.text;
}

interface CheckedText {
  readonly parsed: ParsedDocument;
  readonly findings: readonly ReportedFinding[];
}

/** Returns the job alone, if it is in a text of another format, with its findings, which weren't reported before. */
function* withoutOtherFormat(parsed: ParsedDocument, environment: Environment): Steps<CheckedText> {
  const findings = yield* checkInSteps(parsed, environment);
  // A text in another format has only this finding.
  const [only, ...others] = findings;
  const fix =
    others.length === 0 ? only?.fixes?.().find(({ isConversion, isSafe }) => isConversion && isSafe) : undefined;
  if (fix === undefined) return { parsed, findings };
  const job = parse(applyEdits(parsed.text, fix.edits()));
  return { parsed: job, findings: yield* checkInSteps(job, environment) };
}

/** Returns the document after one round of safe fixes; `undefined` if none improves it, as far as the budget shows. */
function* fixSafely(
  parsed: ParsedDocument,
  findings: readonly ReportedFinding[],
  environment: Environment,
  budget: TrialBudget,
): Steps<CheckedText | undefined> {
  const { text, problems } = parsed;
  // Where the syntax is ambiguous, everything else may be read in more than one way, too.
  if (problems.some((problem) => isUnclear(problem, text))) return undefined;
  const before = unwantedByCode(findings);
  const safe: (readonly Edit[])[] = [];
  for (const { fixes } of findings) {
    yield;
    for (const fix of fixes?.() ?? []) if (fix.isSafe === true) safe.push(fix.edits());
  }
  // All at once; where that isn't right, one half and then the other, down to single fixes.
  const pending: (readonly (readonly Edit[])[])[] = [separate(safe)];
  for (let trials = 0; trials < mostFixAllTrials && budget.isLeft('fixAll'); trials++) {
    const fixes = pending.shift();
    if (fixes === undefined || fixes.length === 0) break;
    const result = parse(applyEdits(text, fixes.flat()));
    yield;
    const left = yield* checkInSteps(result, environment);
    budget.spend(result, left);
    const after = unwantedByCode(left);
    if (total(after) < total(before) && addsNone(before, after)) return { parsed: result, findings: left };
    const middle = fixes.length >> 1;
    if (middle > 0) pending.push(fixes.slice(0, middle), fixes.slice(middle));
  }
  return undefined;
}

/** Returns fixes that change different places, as many as fit together from the first on. */
function separate(fixes: readonly (readonly Edit[])[]): (readonly Edit[])[] {
  const sorted = [...fixes].sort((left, right) => (left[0]?.offset ?? 0) - (right[0]?.offset ?? 0));
  const chosen: (readonly Edit[])[] = [];
  let end = -1;
  for (const edits of sorted) {
    if (edits.some(({ offset }) => offset <= end)) continue;
    chosen.push(edits);
    end = Math.max(end, ...edits.map(({ offset, length }) => offset + length));
  }
  return chosen;
}
