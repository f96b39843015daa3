import * as l10n from '@vscode/l10n';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { ParsedDocument } from '../documents/parse.ts';
import { check } from '../rules/check.ts';
import { severityOf } from '../rules/codes.ts';
import { toDiagnostic } from '../rules/findings/diagnostic.ts';
import { noEnvironment, type Environment } from '../rules/environment.ts';
import { failedCheck } from '../rules/findings/failedCheck.ts';
import type { ReportedFinding } from '../rules/findings/finding.ts';
import { mostSevere } from '../rules/findings/mostSevere.ts';

/** Returns the diagnostics of a document in the order of the text: the 1,000 most severe, then one that counts the others. */
export function diagnostics(
  document: TextDocument,
  parsed: ParsedDocument,
  environment: Environment = noEnvironment,
): Diagnostic[] {
  const checked = check(parsed, environment);
  const findings = checked.filter(({ code }) => code !== 'too-many-problems');
  const listed = mostSevere(findings);
  const others = findings.length - listed.length;
  const areCounted = findings.length === checked.length;
  return [...listed, ...(others > 0 || !areCounted ? [tooMany(others, areCounted)] : [])].map((finding) =>
    diagnosticOf(document, finding, environment),
  );
}

/** A finding is reported even if its message fails. */
function diagnosticOf(document: TextDocument, finding: ReportedFinding, environment: Environment): Diagnostic {
  try {
    return toDiagnostic(document, finding, environment);
  } catch (error) {
    const failed = { ...failedCheck(finding.code, error), severity: severityOf('check-failed') };
    return toDiagnostic(document, failed, environment);
  }
}

/** @param areCounted whether all other problems were found, so that there aren't more of them */
function tooMany(others: number, areCounted: boolean): ReportedFinding {
  return {
    code: 'too-many-problems',
    severity: severityOf('too-many-problems'),
    message: () => {
      if (!areCounted) {
        if (others === 0) return l10n.t('There may be more problems.');
        return others === 1
          ? l10n.t('At least 1 other problem isn’t reported.')
          : l10n.t('At least {0} other problems aren’t reported.', others);
      }
      return others === 1
        ? l10n.t('1 more problem isn’t reported.')
        : l10n.t('{0} more problems aren’t reported.', others);
    },
    span: { offset: 0, length: 0 },
  };
}
