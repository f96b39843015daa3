import type { ExitCode, Host } from '../host.ts';
import type { Option } from './option.ts';
import type { Arguments } from './readArguments.ts';

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
