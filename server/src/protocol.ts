/** What our client sends as `initializationOptions`. Another client can send none of it. */
export interface InitializationOptions {
  /**
   * The language of the messages, such as `zh-cn`; that of the `initialize` request if left out. The server has English and
   * Simplified Chinese; any other language is English.
   */
  readonly locale?: string;
  /** The messages of another language, by the English ones. */
  readonly l10n?: Readonly<Record<string, string>>;
  /** The commands for code actions and suggestions that the client has. None if left out. */
  readonly commands?: readonly string[];
  /**
   * The URI of a rule's documentation in this client, with `{code}` in place of the rule's code. Without it, diagnostics link
   * to the documentation on the web.
   */
  readonly ruleUri?: string;
  /** The client answers `lfjob/instanceValues`. No other client gets the request. */
  readonly instanceValues?: boolean;
}

/** Request: checks a text, which need not be an open document. `CheckParams` → `CheckResult`. */
export const checkRequest = 'lfjob/check';

export interface CheckParams {
  readonly text: string;
  /** The document that the text belongs to, so that it is checked against that document's connection. */
  readonly uri?: string;
}

export interface CheckResult {
  /** The number of diagnostics with severity error. */
  readonly errors: number;
  /** The diagnostics with severity warning, in the order of the text; of more than 100, the first. */
  readonly warnings: readonly CheckWarning[];
}

export interface CheckWarning {
  /** The code of the rule. */
  readonly code: string;
  readonly message: string;
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

/**
 * Notification to the server: the severities of rules changed that the folders of the workspace set, in `lfjob.config.json`.
 * `FolderRulesParams`.
 */
export const folderRulesNotification = 'lfjob/didChangeFolderRules';

export interface FolderRulesParams {
  /**
   * The rules of the jobs below each folder, with severities as `lakeformation.rules` has them, which counts for the other
   * rules. Of nested folders, the innermost one counts.
   */
  readonly folders: readonly { readonly uri: string; readonly rules: Readonly<Record<string, string>> }[];
}

/** Notification to the server: the stored secrets changed. `SecretsParams`, which has no secret's value. */
export const secretsNotification = 'lfjob/didChangeSecrets';

export interface SecretsParams {
  readonly names: readonly string[];
}

/**
 * Request to the client: what the instance of a connection has. `InstanceValuesParams` → `InstanceValuesResult`. The client
 * returns at once what it knows, and sends `lfjob/didChangeInstanceValues` when there is more.
 */
export const instanceValuesRequest = 'lfjob/instanceValues';

export interface InstanceValuesParams {
  /** The name of a connection, as `lfjob/didChangeConnection` has it. */
  readonly connection: string;
  readonly query: InstanceValuesQuery;
}

/** What is asked about an instance. */
export type InstanceValuesQuery =
  | { readonly kind: 'catalogs' }
  | { readonly kind: 'databases'; readonly catalog: string }
  | { readonly kind: 'users' | 'groups'; readonly source: string }
  | { readonly kind: 'roles' }
  /** The IDs of the instances of the project. */
  | { readonly kind: 'instances' }
  | { readonly kind: 'buckets' }
  /** The folders right below a folder of a bucket. `prefix` is empty, or ends with a slash. */
  | { readonly kind: 'folders'; readonly bucket: string; readonly prefix: string };

export interface InstanceValuesResult {
  readonly values: readonly { readonly name: string; readonly description?: string | undefined }[];
  /** Whether these are all that the service has. */
  readonly isComplete: boolean;
  /** Whether the service is being asked. */
  readonly isPending: boolean;
  /** For how many milliseconds this holds, unless a notification comes before. */
  readonly freshFor: number;
}

/** Notification to the server: values that were requested arrived, or no longer hold. */
export const instanceValuesNotification = 'lfjob/didChangeInstanceValues';

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
