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
import { addsNone, countOf, mostTrials, unwantedByCode } from './fixTrials.ts';
import { isJsonRule } from './json/findings.ts';
import type { Steps } from './steps.ts';

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
  const before = unwantedByCode(findings);
  const results = new Map<string, boolean>();
  const effective = new Set<Fix>();
  const most = mostTrials('others', parsed, findings);
  const mostForFirst = mostTrials('first', parsed, findings);
  for (const { finding, fix } of candidates) {
    const edits = fix.edits();
    if (edits.length === 0) continue;
    // Fixes of the same rule with the same edits have the same effect.
    const effect = JSON.stringify([finding.code, edits]);
    let isTrue = results.get(effect);
    const isFirst = finding === candidates[0]?.finding;
    if (isTrue === undefined && results.size < (isFirst ? mostForFirst : most)) {
      isTrue =
        fix.isConversion === true
          ? yield* endsFormat(parsed, finding, edits, environment)
          : yield* isEffective(parsed, finding, fix, edits, before, environment);
      results.set(effect, isTrue);
    }
    if (isTrue === true) effective.add(fix);
  }
  return effective;
}

function* isEffective(
  parsed: ParsedDocument,
  { code }: ReportedFinding,
  { mayLeaveFinding }: Fix,
  edits: readonly Edit[],
  before: ReadonlyMap<DiagnosticCode, number>,
  environment: Environment,
): Steps<boolean> {
  if (touchesOpenText(parsed, edits)) return false;
  yield;
  const fixed = parse(applyEdits(parsed.text, edits));
  yield;
  const isReadAlike = isJsonRule(code)
    ? areSameTrees(fixed.tree, parsed.tree)
    : remainingProblems(fixed, []) === remainingProblems(parsed, edits);
  if (!isReadAlike) return false;
  const after = unwantedByCode(yield* checkInSteps(fixed, environment));
  return (mayLeaveFinding === true || countOf(code, after) < countOf(code, before)) && addsNone(before, after);
}

/** Whether the text isn't reported any more as one of another format; what is wrong in the job is reported from then on. */
function* endsFormat(
  { text }: ParsedDocument,
  { code }: ReportedFinding,
  edits: readonly Edit[],
  environment: Environment,
): Steps<boolean> {
  const job = parse(applyEdits(text, edits));
  yield;
  return !(yield* checkInSteps(job, environment)).some((left) => left.code === code);
}

/** On a line with a string that has no closing quote, whatever is inserted becomes part of the string. */
function touchesOpenText({ text, problems }: ParsedDocument, edits: readonly Edit[]): boolean {
  const openTexts = problems.filter(({ kind }) => kind === 'open-text');
  if (openTexts.length === 0) return false;
  const document = TextDocument.create('', 'lfjob', 0, text);
  const openLines = new Set(openTexts.map(({ offset }) => document.positionAt(offset).line));
  return edits.some(({ offset }) => openLines.has(document.positionAt(offset).line));
}

/** Returns the number of syntax problems outside of the edits, except surplus commas: one may become the comma that is needed. */
function remainingProblems({ problems }: ParsedDocument, edits: readonly Edit[]): number {
  const isEdited = ({ offset }: Span): boolean =>
    edits.some((edit) => edit.offset <= offset && offset < edit.offset + edit.length);
  return problems.filter((problem) => problem.kind !== 'surplus-comma' && !isEdited(problem)).length;
}
