import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { ParsedDocument } from '../documents/parse.ts';
import { check } from '../rules/check.ts';
import { toDiagnostic } from '../rules/diagnostic.ts';
import { noEnvironment, type Environment } from '../rules/environment.ts';

/** Everything that is to be said of a document, in the order of the text. */
export function validate(
  document: TextDocument,
  parsed: ParsedDocument,
  environment: Environment = noEnvironment,
): Diagnostic[] {
  return check(parsed, environment).map((finding) => toDiagnostic(document, finding, environment));
}
