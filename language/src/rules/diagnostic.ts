import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic,
  type DiagnosticRelatedInformation,
} from 'vscode-languageserver-types';
import { rangeOf } from '../documents/range.ts';
import { ruleUrl } from './codes.ts';
import type { RelatedPlace, ReportedFinding } from './finding.ts';
import type { RuleSeverity } from './rule.ts';

const severities: Readonly<Record<RuleSeverity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A finding as the editor shows it. */
export function toDiagnostic(document: TextDocument, finding: ReportedFinding): Diagnostic {
  const { code, message, span, severity, isUnnecessary, related } = finding;
  return {
    range: rangeOf(document, span),
    severity: severities[severity],
    code,
    codeDescription: { href: ruleUrl(code) },
    source: 'lfjob',
    message: message(),
    ...(isUnnecessary && { tags: [DiagnosticTag.Unnecessary] }),
    ...(related && { relatedInformation: related().map((place) => relatedInformation(document, place)) }),
  };
}

function relatedInformation(document: TextDocument, { message, at }: RelatedPlace): DiagnosticRelatedInformation {
  return { message, location: 'uri' in at ? at : { uri: document.uri, range: rangeOf(document, at) } };
}
