import type { TextDocument } from 'vscode-languageserver-textdocument';
import { applyEdits } from '../../../language/src/documents/edits/applyEdits.ts';
import { parse, type ParsedDocument } from '../../../language/src/documents/parse.ts';
import { rangeOf } from '../../../language/src/documents/range.ts';
import { check } from '../../../language/src/rules/check.ts';
import { effectiveFixes } from '../../../language/src/rules/effectiveFixes.ts';
import type { Environment } from '../../../language/src/rules/environment.ts';
import type { Fix, ReportedFinding } from '../../../language/src/rules/findings/finding.ts';
import { runSteps } from '../../../language/src/rules/steps.ts';
import { secretPlaces, type SecretPlace } from '../../../language/src/secrets/secretPlaces.ts';
import { placeOf, type ProposedFix } from './problem.ts';

/** Returns the fixes of a diagnostic by its code and the offset where it begins. */
export type FixesOf = (code: string, offset: number) => readonly ProposedFix[];

/**
 * Returns the fixes that are right without a decision, as far as they can be tried in the time that a document has. None has
 * a secret of the document in its text, because reports are kept and shown.
 */
export function proposedFixes(document: TextDocument, parsed: ParsedDocument, environment: Environment): FixesOf {
  const findings = check(parsed, environment);
  const candidates = [...findings].sort((left, right) => left.span.offset - right.span.offset).flatMap(candidatesOf);
  const effective = runSteps(effectiveFixes(parsed, findings, candidates, environment));
  const secrets = secretPlaces(parsed);
  const proposed = new Map<string, ProposedFix[]>();
  for (const { finding, fix } of candidates) {
    if (!effective.has(fix) || hasSecret(fix, parsed, secrets)) continue;
    const key = keyOf(finding.code, finding.span.offset);
    proposed.set(key, [...(proposed.get(key) ?? []), proposedFix(document, fix)]);
  }
  return (code, offset) => proposed.get(keyOf(code, offset)) ?? [];
}

function candidatesOf(finding: ReportedFinding): { readonly finding: ReportedFinding; readonly fix: Fix }[] {
  const fixes = finding.fixes?.() ?? [];
  return fixes
    .filter(({ isSafe, isPreferred, command }) => (isSafe === true || isPreferred === true) && command === undefined)
    .map((fix) => ({ finding, fix }));
}

/** Whether a fix writes a secret: one of the document, or one that only the fixed document shows to be a secret. */
function hasSecret(fix: Fix, { text }: ParsedDocument, secrets: readonly SecretPlace[]): boolean {
  const edits = fix.edits();
  return [...secrets, ...secretPlaces(parse(applyEdits(text, edits)))].some(({ value }) =>
    edits.some(({ content }) => content.includes(value) || content.includes(JSON.stringify(value).slice(1, -1))),
  );
}

function proposedFix(document: TextDocument, { title, edits }: Fix): ProposedFix {
  return {
    title,
    edits: edits().map((edit) => ({ ...placeOf(rangeOf(document, edit)), newText: edit.content })),
  };
}

function keyOf(code: string, offset: number): string {
  return `${offset} ${code}`;
}
