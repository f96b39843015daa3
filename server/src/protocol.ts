/** What our client sends as `initializationOptions`. Another client can send none of it. */
export interface InitializationOptions {
  /** The translated messages: the contents of `l10n/bundle.l10n.<locale>.json`. English if left out. */
  readonly l10n?: Readonly<Record<string, string>>;
  /** The commands for code actions that the client has. None if left out. */
  readonly commands?: readonly string[];
  /**
   * The URI of a rule's documentation in this client, with `{code}` in place of the rule's code. Without it, diagnostics link
   * to the documentation on the web.
   */
  readonly ruleUri?: string;
}

/** Request: counts the errors in a text, which need not be an open document. `CheckParams` → `CheckResult`. */
export const checkRequest = 'lfjob/check';

export interface CheckParams {
  readonly text: string;
  /** The document that the text belongs to, so that it is checked against that document's connection. */
  readonly uri?: string;
}

export interface CheckResult {
  /** The number of diagnostics with severity error. */
  readonly errors: number;
}

/** Notification to the server: the connections that jobs would be submitted to changed. `ConnectionParams`. */
export const connectionNotification = 'lfjob/didChangeConnection';

export interface ConnectionParams {
  /** The connection of jobs outside all folders; `null` if none is selected. */
  readonly connection: ConnectionIdentity | null;
  /** The connections of the jobs below each folder. Of nested folders, the innermost one counts. */
  readonly folders?: readonly { readonly uri: string; readonly connection: ConnectionIdentity | null }[];
}

export interface ConnectionIdentity {
  readonly name: string;
  readonly instanceId: string;
}

/** Notification to the server: the stored secrets changed. `SecretsParams`, which has no secret's value. */
export const secretsNotification = 'lfjob/didChangeSecrets';

export interface SecretsParams {
  readonly names: readonly string[];
}

/** What the server adds to its capabilities under `experimental`. */
export interface ExperimentalCapabilities {
  /** The edition of the API that jobs are checked against. */
  readonly apiEdition: string;
}

/** Request: returns the path of a property or element. `TextDocumentPositionParams` → `JsonPathResult`. */
export const jsonPathRequest = 'lfjob/jsonPath';

export interface JsonPathResult {
  /** The path in JSONPath notation; `null` if there is no value at the position. */
  readonly path: string | null;
}

/** Request: returns the documentation of a job's block. `{ textDocument }` → `DocumentationResult`. */
export const documentationRequest = 'lfjob/documentation';

export interface DocumentationResult {
  readonly title: string;
  readonly url: string;
}

/** The configuration section that the server requests: the severity, or "off", of each rule by its code. */
export const rulesSection = 'lakeformation.rules';
