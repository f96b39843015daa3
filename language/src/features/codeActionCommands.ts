import type { Range } from 'vscode-languageserver-types';

/**
 * The command of a code action that moves a secret out of a document. The client takes it from its own document, so that it
 * stays there, keeps it, and only then writes the reference in its place.
 */
export const moveSecretCommand = 'lakeformation.moveSecret';

export interface MoveSecretParams {
  readonly uri: string;
  /** The version of the document that the range is of. */
  readonly version: number;
  /** Where the secret is, within the quotes of a text. */
  readonly range: Range;
  /** A name for it. */
  readonly name: string;
}

/** The command after a code action that removed a token: it shows how long the token can be used. */
export const reportTokenCommand = 'lakeformation.reportRemovedToken';

/**
 * The command after a code action that wrote a reference to an environment variable: it shows how to set the variable.
 */
export const explainVariableCommand = 'lakeformation.explainVariable';

export interface ExplainVariableParams {
  readonly name: string;
}
