import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic,
  type DiagnosticRelatedInformation,
} from 'vscode-languageserver-types';
import { rangeOf } from '../../documents/range.ts';
import { ruleUriOf } from '../codes.ts';
import type { Environment } from '../environment.ts';
import type { RelatedPlace, ReportedFinding } from './finding.ts';
import type { RuleSeverity } from '../rule.ts';

const severities: Readonly<Record<RuleSeverity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Returns the diagnostic of a finding, with a link to its rule's documentation. */
export function toDiagnostic(
  document: TextDocument,
  finding: ReportedFinding,
  { ruleUri }: Pick<Environment, 'ruleUri'>,
): Diagnostic {
  const { code, message, span, severity, isUnnecessary, related } = finding;
  return {
    range: rangeOf(document, span),
    severity: severities[severity],
    code,
    codeDescription: { href: ruleUriOf(code, ruleUri) },
    source: 'lfjob',
    message: message(),
    ...(isUnnecessary && { tags: [DiagnosticTag.Unnecessary] }),
    ...(related && { relatedInformation: related().map((place) => relatedInformation(document, place)) }),
  };
}

function relatedInformation(document: TextDocument, { message, at }: RelatedPlace): DiagnosticRelatedInformation {
  return { message, location: 'uri' in at ? at : { uri: document.uri, range: rangeOf(document, at) } };
}
