import type { ExitCode, Host } from '../host.ts';
import type { Arguments } from './readArguments.ts';

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

/** A command as the help describes it. */
export interface Command {
  readonly name: string;
  /** What follows the name, such as `[PATH…]`. */
  readonly operands: string;
  /** How many operands it can have. */
  readonly most: number;
  readonly description: () => string;
  readonly options: readonly Option[];
  /** Loads what runs it: only the command that is called costs time. */
  readonly load: () => Promise<(host: Host, given: Arguments) => Promise<ExitCode>>;
}
