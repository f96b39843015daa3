import { applyEdits } from '../../../language/src/documents/edits/applyEdits.ts';
import { formattingEdits } from '../../../language/src/documents/edits/formattingEdits.ts';

/** A larger text is shown as it came, in UTF-16 code units: formatting it would take more than a moment. */
const largestFormatted = 100 * 1024;

/** Where indentation makes a text larger than this, it is shown as it came. */
const largestShown = 1024 * 1024;

/** Returns a JSON text of the service formatted to be read. Changes white space only: numbers stay as they are written. */
export function readableJson(json: string): string {
  if (json.length > largestFormatted) return json;
  const formatted = applyEdits(
    json,
    formattingEdits(json, { tabSize: 2, insertSpaces: true, insertFinalNewline: true }),
  );
  return formatted.length > largestShown ? json : formatted;
}
