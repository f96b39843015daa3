import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { rangeOf, type Span } from '../documents/range.ts';
import { rules, ruleUrl, type RuleCode, type RuleSeverity } from './catalogue.ts';

/** A broken rule: what to say and where. */
export interface Finding {
  readonly code: RuleCode;
  readonly message: string;
  readonly span: Span;
  /** The severity where it is not the rule's own. */
  readonly severity?: RuleSeverity | undefined;
}

const severities: Readonly<Record<RuleSeverity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The severity of a finding: its own, else its rule's. The smaller, the more severe. */
export function severityOf({ code, severity }: Finding): DiagnosticSeverity {
  return severities[severity ?? rules[code].severity];
}

/** A finding as the editor shows it. */
export function toDiagnostic(document: TextDocument, finding: Finding): Diagnostic {
  const { code, message, span } = finding;
  return {
    range: rangeOf(document, span),
    severity: severityOf(finding),
    code,
    codeDescription: { href: ruleUrl(code) },
    source: 'lfjob',
    message,
  };
}
