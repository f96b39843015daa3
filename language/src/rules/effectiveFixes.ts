import type { Edit } from 'jsonc-parser';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { applyEdits } from '../documents/edits/applyEdits.ts';
import { areSameTrees } from '../documents/areSameTrees.ts';
import { parse, type ParsedDocument } from '../documents/parse.ts';
import type { Span } from '../documents/range.ts';
import type { DiagnosticCode } from './catalogue.ts';
import { checkInSteps } from './check.ts';
import type { Environment } from './environment.ts';
import type { Fix, ReportedFinding } from './findings/finding.ts';
import { addsNone, countOf, TrialBudget, unwantedByCode } from './fixTrials.ts';
import { isJsonRule } from './json/findings.ts';
import type { Steps } from './steps.ts';

/** A fix that can be offered for a finding. */
export interface FixCandidate {
  readonly finding: ReportedFinding;
  readonly fix: Fix;
}

/** The document that fixes are tried on. */
interface Trials {
  readonly parsed: ParsedDocument;
  readonly before: ReadonlyMap<DiagnosticCode, number>;
  readonly touchesOpenText: (edits: readonly Edit[]) => boolean;
  readonly environment: Environment;
  readonly budget: TrialBudget;
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
  const budget = new TrialBudget();
  const before = unwantedByCode(findings);
  const trials: Trials = { parsed, before, touchesOpenText: openTextTest(parsed), environment, budget };
  const results = new Map<string, boolean>();
  const effective = new Set<Fix>();
  for (const { finding, fix } of candidates) {
    const edits = fix.edits();
    if (edits.length === 0) continue;
    // Fixes of the same rule with the same edits have the same effect.
    const effect = JSON.stringify([finding.code, edits]);
    let isTrue = results.get(effect);
    const isFirst = finding === candidates[0]?.finding;
    if (isTrue === undefined && budget.isLeft(isFirst ? 'first' : 'others')) {
      isTrue =
        fix.isConversion === true
          ? yield* endsFormat(trials, finding, edits)
          : yield* isEffective(trials, finding, fix, edits);
      results.set(effect, isTrue);
    }
    if (isTrue === true) effective.add(fix);
  }
  return effective;
}

function* isEffective(
  { parsed, before, touchesOpenText, environment, budget }: Trials,
  { code }: ReportedFinding,
  { mayLeaveFinding }: Fix,
  edits: readonly Edit[],
): Steps<boolean> {
  // What a fix of the JSON does to the string shows in the tree.
  if (!isJsonRule(code) && touchesOpenText(edits)) return false;
  yield;
  const fixed = parse(applyEdits(parsed.text, edits));
  yield;
  const isReadAlike = isJsonRule(code)
    ? areSameTrees(fixed.tree, parsed.tree)
    : areSameProblems(remainingProblems(parsed, edits), remainingProblems(fixed, []));
  const left = isReadAlike ? yield* checkInSteps(fixed, environment) : [];
  budget.spend(fixed, left);
  if (!isReadAlike) return false;
  const after = unwantedByCode(left);
  return (mayLeaveFinding === true || countOf(code, after) < countOf(code, before)) && addsNone(before, after);
}

/** Whether the text isn't reported any more as one of another format; what is wrong in the job is reported from then on. */
function* endsFormat(
  { parsed, environment, budget }: Trials,
  { code }: ReportedFinding,
  edits: readonly Edit[],
): Steps<boolean> {
  const job = parse(applyEdits(parsed.text, edits));
  yield;
  const left = yield* checkInSteps(job, environment);
  budget.spend(job, left);
  return !left.some((finding) => finding.code === code);
}

/**
 * Returns a test whether edits are on a line with a string that has no closing quote, where whatever is inserted becomes part
 * of the string, and the string may end elsewhere without what is removed.
 */
function openTextTest({ text, problems }: ParsedDocument): Trials['touchesOpenText'] {
  const openTexts = problems.filter(({ kind }) => kind === 'open-text' || kind === 'missing-quote');
  if (openTexts.length === 0) return () => false;
  const document = TextDocument.create('', 'lfjob', 0, text);
  const openLines = new Set(openTexts.map(({ offset }) => document.positionAt(offset).line));
  return (edits) => edits.some(({ offset }) => openLines.has(document.positionAt(offset).line));
}

/** The syntax problems of a text outside of edits. */
interface RemainingProblems {
  readonly count: number;
  /** The brackets that are missing, each with where it is in the edited text. */
  readonly brackets: readonly string[];
}

/** Returns the syntax problems outside of edits, except surplus commas: one may become the comma that is needed. */
function remainingProblems({ problems }: ParsedDocument, edits: readonly Edit[]): RemainingProblems {
  const isEdited = ({ offset }: Span): boolean =>
    edits.some((edit) => edit.offset <= offset && offset < edit.offset + edit.length);
  const moved = (offset: number): number =>
    edits.reduce((sum, edit) => (edit.offset < offset ? sum + edit.content.length - edit.length : sum), offset);
  const remaining = problems.filter((problem) => problem.kind !== 'surplus-comma' && !isEdited(problem));
  return {
    count: remaining.length,
    brackets: remaining.flatMap(({ kind, edit }) =>
      kind === 'open-bracket' && edit ? [`${moved(edit.offset)} ${edit.content.trim()}`] : [],
    ),
  };
}

function areSameProblems(one: RemainingProblems, other: RemainingProblems): boolean {
  return one.count === other.count && one.brackets.join() === other.brackets.join();
}
