import { oneLine } from '../documents/oneLine.ts';

/** Returns a name or value of a document as a sentence can quote it: on one line, at most 60 characters. */
export function quotable(text: string): string {
  return oneLine(text, 60);
}
