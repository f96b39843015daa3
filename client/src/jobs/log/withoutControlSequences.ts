const [escape, bell] = ['\u001b', '\u0007'];

/**
 * Control sequences, such as for colors; commands for the terminal, such as for its title, within a line; and other escapes
 * (ECMA-48). Finding them takes time in proportion to the text, whatever that is.
 */
const sequences = new RegExp(
  String.raw`${escape}(?:\[[0-?]*[ -/]*[@-~]|\][^${bell}${escape}\n]*(?:${bell}|${escape}\\)|[0-9@-Z\\^_a-z])`,
  'g',
);

/** Returns the text of a log without what was written for a terminal, which could also be within a secret. */
export function withoutControlSequences(log: string): string {
  return log.replace(sequences, '');
}
