import { mayHoldPassword } from '../../secrets/hidden.ts';
import type { JsonSchema } from '../../schema/jsonSchema.ts';
import { isObsPath } from '../../schema/obsPath.ts';
import type { CompletionContext } from './context.ts';

/** More aren't read through to the end of a list. */
const mostValues = 20;

/** Of all documents together no more UTF-16 units are looked through, so that a suggestion is there at once. */
const mostLookedThrough = 4_000_000;

/**
 * Texts in the same property elsewhere, in this job or another open one, then the other paths of OBS where one is due;
 * in their order. A job's own name and description aren't suggested for others.
 */
export function usedValues(context: CompletionContext, schema: JsonSchema): string[] {
  const { path } = context.cursor;
  const name = path.at(-1);
  if (path.length < 2 || typeof name !== 'string') return [];
  const found = textsIn(context, new RegExp(`"${name}"\\s*:\\s*(${text})`, 'g'));
  if (isObsPath(schema))
    textsIn(context, new RegExp(`("(?:obs|har)://${text.slice(1)})`, 'g')).forEach((value) => found.add(value));
  return [...found].filter((value) => value !== '' && !mayHoldPassword(value)).slice(0, mostValues);
}

/** A text of JSON on one line. */
const text = String.raw`"(?:[^"\\\r\n]|\\.)*"`;

/** The texts that a pattern captures in the open jobs, but for the one at the cursor. */
function textsIn({ document, cursor, environment }: CompletionContext, pattern: RegExp): Set<string> {
  const own = document.getText();
  const found = new Set<string>();
  let left = mostLookedThrough;
  for (const source of [own.slice(0, cursor.start), own.slice(cursor.end), ...environment.otherTexts()]) {
    if (left <= 0) break;
    for (const [, literal = ''] of source.slice(0, left).matchAll(pattern)) {
      const value = parsedText(literal);
      if (value !== undefined) found.add(value);
      if (found.size > 2 * mostValues) return found;
    }
    left -= source.length;
  }
  return found;
}

function parsedText(literal: string): string | undefined {
  try {
    return String(JSON.parse(literal));
  } catch {
    return undefined;
  }
}
