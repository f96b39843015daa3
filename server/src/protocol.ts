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
