/** What our client tells the server in `initialize`. Another client may send none of it. */
export interface InitializationOptions {
  /** The translated messages: the contents of `l10n/bundle.l10n.<locale>.json`. None for English. */
  readonly l10n?: Readonly<Record<string, string>>;
  /** The commands for code actions, of those below, that the client has. None unless it says so. */
  readonly commands?: readonly string[];
}

/** Asks how many errors a text has; the text need not be an open document. Answers `CheckResult`. */
export const checkRequest = 'lfjob/check';

export interface CheckParams {
  readonly text: string;
  /** The document that it is the text of, whose connection it is compared with. */
  readonly uri?: string;
}

export interface CheckResult {
  /** Diagnostics of severity error. */
  readonly errors: number;
}

/** Tells which connections jobs would be submitted to, whenever that changes: a notification to the server. */
export const connectionNotification = 'lfjob/didChangeConnection';

export interface ConnectionParams {
  /** Where the jobs go that are in none of the folders; `null` while none is chosen. */
  readonly connection: ConnectionIdentity | null;
  /** Where the jobs of a folder go: those whose URI lies below its own; of several folders around one, the innermost counts. */
  readonly folders?: readonly { readonly uri: string; readonly connection: ConnectionIdentity | null }[];
}

export interface ConnectionIdentity {
  readonly name: string;
  readonly instanceId: string;
}

/** Tells the names of the secrets that the client keeps, whenever they change: a notification to the server. Never a value. */
export const secretsNotification = 'lfjob/didChangeSecrets';

export interface SecretsParams {
  readonly names: readonly string[];
}

/** What the server says of itself in `initialize`, under `experimental`. */
export interface ExperimentalCapabilities {
  /** The edition of the API that jobs are checked against. */
  readonly apiEdition: string;
}

/** Asks for the path of the member at a position of an open document. Answers `JsonPathResult`. */
export const jsonPathRequest = 'lfjob/jsonPath';

export interface JsonPathResult {
  /** In JSONPath notation; `null` where there is no value. */
  readonly path: string | null;
}

/** Asks for the page about the block of an open document's job. Answers `DocumentationResult`. */
export const documentationRequest = 'lfjob/documentation';

export interface DocumentationResult {
  readonly title: string;
  readonly url: string;
}

/** The section of the configuration that the server asks for: the severity, or "off", of a rule by its code. */
export const rulesSection = 'lakeformation.rules';
