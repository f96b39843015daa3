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
  /** Where the secret stands, within the quotes of a text. */
  readonly range: Range;
  /** A name for it. */
  readonly name: string;
}

/** The command that follows a code action which removed a token: says how long it can be used. */
export const reportTokenCommand = 'lakeformation.reportRemovedToken';

/** The command that follows a code action which wrote a reference to an environment variable: says how it is set. */
export const explainVariableCommand = 'lakeformation.explainVariable';

export interface ExplainVariableParams {
  readonly name: string;
}
