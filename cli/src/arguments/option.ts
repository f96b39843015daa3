/** An option of a command. */
export interface Option {
  /** Without the hyphens. */
  readonly name: string;
  readonly short?: string;
  /** What the value is called in the help; an option without one is a flag. */
  readonly value?: string;
  /** The values that it can have, if not any. */
  readonly values?: readonly string[];
  /** May be given several times. */
  readonly isRepeatable?: boolean;
  readonly description: () => string;
}
