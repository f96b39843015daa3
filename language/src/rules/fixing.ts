import { applyEdits } from '../documents/edits/applyEdits.ts';
import type { Edit } from 'jsonc-parser';
import { parse, type ParsedDocument } from '../documents/parse.ts';
import type { Span } from '../documents/range.ts';
import { checkInSteps } from './check.ts';
import type { DiagnosticCode } from './catalogue.ts';
import type { Environment } from './environment.ts';
import type { Fix, ReportedFinding } from './findings/finding.ts';
import { isJsonRule, isUnclear } from './json/findings.ts';
import type { Steps } from './steps.ts';

/** Limits how many sets of fixes `fixAll` tries for a version of the text to find those that can be applied together. */
const mostFixAllTrials = 16;

/** Limits the work of trials: each reads all characters, and each finding costs about as much as 200 of them. */
const charactersPerFinding = 200;
const mostCharacters = { first: 4_000_000, others: 3_000_000, fixAll: 6_000_000 } as const;

/** So many fixes are tried in any document: the first one need not be right. */
const fewestTrials = 3;

/** Returns how many trials of a document are within a limit. */
function trialsWithin(most: number, { text }: ParsedDocument, findings: readonly ReportedFinding[]): number {
  return Math.max(fewestTrials, Math.floor(most / (text.length + findings.length * charactersPerFinding)));
}

/** A fix that can be offered for a finding. */
export interface FixCandidate {
  readonly finding: ReportedFinding;
  readonly fix: Fix;
}

/**
 * Returns the candidates that fix their finding and add none, while the rest of the text is read as before. Each is tried on
 * the document, which takes as long as a check, so that there is a limit, which is higher for the first finding; what isn't
 * tried isn't returned.
 * @param findings all findings of the document
 */
export function* effectiveFixes(
  parsed: ParsedDocument,
  findings: readonly ReportedFinding[],
  candidates: readonly FixCandidate[],
  environment: Environment,
): Steps<ReadonlySet<Fix>> {
  const before = countByCode(findings);
  const results = new Map<string, boolean>();
  const effective = new Set<Fix>();
  const mostTrials = trialsWithin(mostCharacters.others, parsed, findings);
  const mostForFirst = trialsWithin(mostCharacters.first, parsed, findings);
  for (const { finding, fix } of candidates) {
    const edits = fix.edits();
    // Fixes of the same rule with the same edits have the same effect.
    const effect = JSON.stringify([finding.code, edits]);
    let isTrue = results.get(effect);
    const isFirst = finding === candidates[0]?.finding;
    if (isTrue === undefined && results.size < (isFirst ? mostForFirst : mostTrials)) {
      isTrue = yield* isEffective(parsed, finding, edits, before, environment);
      results.set(effect, isTrue);
    }
    if (isTrue === true) effective.add(fix);
  }
  return effective;
}

function* isEffective(
  parsed: ParsedDocument,
  { code }: ReportedFinding,
  edits: readonly Edit[],
  before: ReadonlyMap<string, number>,
  environment: Environment,
): Steps<boolean> {
  if (code !== 'other-format' && touchesOpenText(parsed, edits)) return false;
  yield;
  const fixed = parse(applyEdits(parsed.text, edits));
  yield;
  // What is wrong in the job is reported when it isn't in a text of another format any more.
  if (code === 'other-format') return !(yield* checkInSteps(fixed, environment)).some((left) => left.code === code);
  if (!isJsonRule(code) && remainingProblems(fixed, []) !== remainingProblems(parsed, edits)) return false;
  const after = countByCode(yield* checkInSteps(fixed, environment));
  return (after.get(code) ?? 0) < (before.get(code) ?? 0) && addsNone(before, after);
}

/** On a line with a string that has no closing quote, whatever is inserted becomes part of the string. */
function touchesOpenText({ text, problems }: ParsedDocument, edits: readonly Edit[]): boolean {
  const openTexts = problems.filter(({ kind }) => kind === 'open-text');
  return edits.some((edit) =>
    openTexts.some((openText) => {
      const [from, to] = [openText.offset, edit.offset].sort((left, right) => left - right);
      return !/[\r\n]/.test(text.slice(from, to));
    }),
  );
}

/** Returns the number of syntax problems outside of the edits, except surplus commas: one may become the comma that is needed. */
function remainingProblems({ problems }: ParsedDocument, edits: readonly Edit[]): number {
  const isEdited = ({ offset }: Span): boolean =>
    edits.some((edit) => edit.offset <= offset && offset < edit.offset + edit.length);
  return problems.filter((problem) => problem.kind !== 'surplus-comma' && !isEdited(problem)).length;
}

/**
 * Returns the text with the safe fixes applied: all of them, within a limit for the work. Applied to its own result, it changes
 * nothing, unless it came to that limit.
 */
export function* fixAll(parsed: ParsedDocument, environment: Environment): Steps<string> {
  let { parsed: current, findings } = yield* withoutOtherFormat(parsed, environment);
  let trialsLeft = trialsWithin(mostCharacters.fixAll, parsed, findings);
  // Each round leaves fewer findings, so the rounds end.
  while (trialsLeft > 0) {
    const { fixed, trials }: FixedSafely = yield* fixSafely(current, findings, trialsLeft, environment);
    if (fixed === undefined) break;
    trialsLeft -= trials;
    current = fixed.parsed;
    findings = fixed.findings;
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
  const fixes = findings.flatMap((finding) => (finding.code === 'other-format' ? (finding.fixes?.() ?? []) : []));
  const [fix] = fixes.filter(({ isSafe }) => isSafe);
  if (fix === undefined) return { parsed, findings };
  const job = parse(applyEdits(parsed.text, fix.edits()));
  return { parsed: job, findings: yield* checkInSteps(job, environment) };
}

/** The document after one round of safe fixes, `undefined` if none improves it, and how many sets of fixes were tried. */
interface FixedSafely {
  readonly fixed: CheckedText | undefined;
  readonly trials: number;
}

function* fixSafely(
  parsed: ParsedDocument,
  findings: readonly ReportedFinding[],
  mostTrials: number,
  environment: Environment,
): Steps<FixedSafely> {
  const { text, problems } = parsed;
  // Where the syntax is ambiguous, everything else may be read in more than one way, too.
  if (problems.some((problem) => isUnclear(problem, text))) return { fixed: undefined, trials: 0 };
  const before = countByCode(findings);
  const safe: (readonly Edit[])[] = [];
  for (const { fixes } of findings) {
    yield;
    for (const fix of fixes?.() ?? []) if (fix.isSafe === true) safe.push(fix.edits());
  }
  // All at once; where that isn't right, one half and then the other, down to single fixes.
  const pending: (readonly (readonly Edit[])[])[] = [separate(safe)];
  let trials = 0;
  while (trials < Math.min(mostFixAllTrials, mostTrials)) {
    const fixes = pending.shift();
    if (fixes === undefined || fixes.length === 0) break;
    trials++;
    const result = parse(applyEdits(text, fixes.flat()));
    yield;
    const left = yield* checkInSteps(result, environment);
    if (left.length < findings.length && addsNone(before, countByCode(left))) {
      return { fixed: { parsed: result, findings: left }, trials };
    }
    const middle = fixes.length >> 1;
    if (middle > 0) pending.push(fixes.slice(0, middle), fixes.slice(middle));
  }
  return { fixed: undefined, trials };
}

function countByCode(findings: readonly { readonly code: DiagnosticCode }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of findings) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/** A sample value that a fix inserts is there to be replaced, and marked for that. */
function addsNone(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): boolean {
  return [...after].every(([code, count]) => count <= (before.get(code) ?? 0) || code === 'untouched-placeholder');
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
