import { DiagnosticSeverity, type Diagnostic, type Range } from 'vscode-languageserver-types';
import type { RuleSeverity } from '../../../language/src/rules/rule.ts';

/** A place in a text. Lines and columns begin with 1; columns count UTF-16 code units, and the end is behind the last one. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A diagnostic as the reports have it. */
export interface Problem extends Place {
  readonly code: string;
  readonly severity: RuleSeverity;
  readonly message: string;
  /** The documentation of the rule. */
  readonly href: string;
  /** Other places in the file that have to do with it. */
  readonly related: readonly RelatedProblem[];
  /** Ways to fix it, if the report has them. */
  readonly fixes: readonly ProposedFix[];
}

export interface RelatedProblem extends Place {
  readonly message: string;
}

/** A way to fix a problem. */
export interface ProposedFix {
  readonly title: string;
  readonly edits: readonly ProposedEdit[];
}

/** A place, and the text that replaces what is there. */
export interface ProposedEdit extends Place {
  readonly newText: string;
}

const severities: Readonly<Record<DiagnosticSeverity, RuleSeverity>> = {
  [DiagnosticSeverity.Error]: 'error',
  [DiagnosticSeverity.Warning]: 'warning',
  [DiagnosticSeverity.Information]: 'information',
  [DiagnosticSeverity.Hint]: 'hint',
};

/** Returns the problem that a diagnostic reports. */
export function problemOf(diagnostic: Diagnostic, fixes: readonly ProposedFix[]): Problem {
  const {
    code = '',
    severity = DiagnosticSeverity.Error,
    codeDescription,
    range,
    relatedInformation = [],
  } = diagnostic;
  return {
    code: String(code),
    severity: severities[severity],
    message: textOf(diagnostic.message),
    href: codeDescription?.href ?? '',
    ...placeOf(range),
    related: relatedInformation.map(({ message, location }) => ({ message, ...placeOf(location.range) })),
    fixes,
  };
}

function textOf(message: Diagnostic['message']): string {
  return typeof message === 'string' ? message : message.value;
}

/** Returns a range of the protocol as a place, as people count. */
export function placeOf({ start, end }: Range): Place {
  return {
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
