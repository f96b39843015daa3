import { labelText } from '../documents/labelText.ts';

/** Returns a name or value of a document as a sentence can quote it: on one line, at most 60 characters. */
export function quotable(text: string): string {
  return labelText(text, 60);
}
