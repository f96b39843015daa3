/** Control sequences, such as for colors; commands for the terminal, such as for its title; and other escapes (ECMA-48). */
// eslint-disable-next-line no-control-regex
const sequences = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[0-9@-Z\\^_a-z])/g;

/** Returns the text of a log without what was written for a terminal, which could also be within a secret. */
export function withoutControlSequences(log: string): string {
  return log.replace(sequences, '');
}
