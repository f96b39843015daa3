import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver-types';
import type { CheckResult } from '../protocol.ts';

/** Nobody reads a longer list in a question. */
const mostWarnings = 100;

/** Returns the result of `lfjob/check` for the diagnostics of a text. */
export function checkResult(diagnostics: readonly Diagnostic[]): CheckResult {
  const ofSeverity = (severity: DiagnosticSeverity): Diagnostic[] =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity);
  return {
    errors: ofSeverity(DiagnosticSeverity.Error).length,
    warnings: ofSeverity(DiagnosticSeverity.Warning)
      .slice(0, mostWarnings)
      .map(({ code = '', message }) => ({
        code: String(code),
        message: typeof message === 'string' ? message : message.value,
      })),
  };
}
