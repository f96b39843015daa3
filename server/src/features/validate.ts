import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { ParsedDocument } from '../documents/parse.ts';
import { annotationFindings } from '../rules/annotations.ts';
import { severityOf, toDiagnostic, type Finding } from '../rules/report.ts';
import { schemaFindings } from '../rules/schema.ts';
import { syntaxFindings } from '../rules/syntax.ts';

/** A list that nobody reads to its end; it also bounds the work for a document that is wrong everywhere. */
const mostDiagnostics = 1000;

/** Everything that is to be said of a document, in the order of the text. */
export function validate(document: TextDocument, parsed: ParsedDocument): Diagnostic[] {
  const findings = [
    ...syntaxFindings(document.getText(), parsed),
    ...schemaFindings(parsed),
    ...(parsed.tree ? annotationFindings(parsed.tree) : []),
  ];
  return mostSevere(findings)
    .sort((left, right) => left.span.offset - right.span.offset)
    .map((finding) => toDiagnostic(document, finding));
}

/** All findings, or the most severe ones where there are too many: an error must not get lost behind a thousand hints. */
function mostSevere(findings: Finding[]): Finding[] {
  if (findings.length <= mostDiagnostics) return findings;
  return findings.sort((left, right) => severityOf(left) - severityOf(right)).slice(0, mostDiagnostics);
}
