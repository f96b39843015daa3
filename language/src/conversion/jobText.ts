import { applyEdits } from '../documents/edits/applyEdits.ts';
import { formattingEdits } from '../documents/edits/formattingEdits.ts';
import { placeAt } from '../documents/locate.ts';
import { parse } from '../documents/parse.ts';

/**
 * Returns the job in a JSON text, indented by 2 spaces; of an object with a `body`, such as the input file of KooCLI, its
 * body. Names, values, and mistakes stay as they are. `undefined` for a text that doesn't begin with an object.
 */
export function jobTextOf(json: string): string | undefined {
  const text = json.trim();
  if (!text.startsWith('{')) return undefined;
  const { tree } = parse(text);
  const body = tree && placeAt(tree, ['path']) && placeAt(tree, ['body'])?.value;
  return indentedBy2(body?.type === 'object' ? text.slice(body.offset, body.offset + body.length) : text);
}

/** Returns a JSON text indented by 2 spaces, or unchanged if it has mistakes, with a line break at its end. */
export function indentedBy2(json: string): string {
  const isJson = parse(json).problems.length === 0;
  const edits = isJson ? formattingEdits(json, { tabSize: 2, insertSpaces: true, insertFinalNewline: true }) : [];
  const text = applyEdits(json, edits);
  return text.endsWith('\n') ? text : `${text}\n`;
}
