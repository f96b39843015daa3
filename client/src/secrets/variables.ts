/** The environment variables that VS Code was started with. */
export interface Variables {
  /** A browser has none. */
  readonly isBrowser: boolean;
  /** The value of a variable; `undefined` where it isn't set. */
  readonly get: (name: string) => string | undefined;
}

/** The environment of a browser. */
export const noVariables: Variables = { isBrowser: true, get: () => undefined };
