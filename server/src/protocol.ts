/** What our client tells the server in `initialize`. Another client may send none of it. */
export interface InitializationOptions {
  /** The translated messages: the contents of `l10n/bundle.l10n.<locale>.json`. None for English. */
  readonly l10n?: Readonly<Record<string, string>>;
}

/** Asks how many errors a text has; the text need not be an open document. Answers `CheckResult`. */
export const checkRequest = 'lfjob/check';

export interface CheckParams {
  readonly text: string;
}

export interface CheckResult {
  /** Diagnostics of severity error. */
  readonly errors: number;
}

/** Tells which connection jobs would be submitted to, whenever that changes: a notification to the server. */
export const connectionNotification = 'lfjob/didChangeConnection';

export interface ConnectionParams {
  /** `null` while none is chosen. */
  readonly connection: { readonly name: string; readonly instanceId: string } | null;
}

/** The section of the configuration that the server asks for: the severity, or "off", of a rule by its code. */
export const rulesSection = 'lakeformation.rules';
