import snippets from '../../../../snippets/lfjob.json' with { type: 'json' };
import type { InsertionText } from '../../documents/edits/snippet.ts';
import { isObject, valueAt } from '../../documents/value.ts';
import { jobSchema } from '../../generated/jobSchema.js';
import { knownValuesOf } from '../../rules/fixes/knownValues.ts';
import { schedulePath } from '../../schedule/schedule.ts';
import { describeValue } from '../../schema/describe.ts';
import type { KnownValues } from '../../schema/example.ts';
import { propertySchema } from '../../schema/lookup.ts';
import type { CompletionContext } from './context.ts';

/** A snippet of `snippets/lfjob.json`, which are also those of **Insert Snippet**, where it fits. */
export interface PlacedSnippet {
  /** What the API calls it: a job's type, or the property that the snippet begins with. */
  readonly name: string;
  /** It has all properties, not only those that are required. */
  readonly isFull: boolean;
  readonly prefix: string;
  /** What it is for. */
  readonly text?: string | undefined;
  readonly write: (text: InsertionText) => string;
}

const jobs = [
  snippets['Metadata migration job'],
  snippets['Metadata migration job (full)'],
  snippets['Permission migration job'],
  snippets['Permission migration job (full)'],
  snippets['Metadata discovery job'],
  snippets['Metadata discovery job (full)'],
];

/** What a snippet's indentation and known values come from. */
export type SnippetContext = Pick<CompletionContext, 'indentation'> & {
  readonly environment: Pick<CompletionContext['environment'], 'connection'>;
};

/** Returns the snippets of whole jobs, for a document that has no other value. */
export function jobSnippets(context: SnippetContext): PlacedSnippet[] {
  const types = propertySchema(jobSchema, 'type');
  return jobs.map(({ prefix, body }) => {
    const name = String(
      types?.enum?.find((type) => body.some((line) => line.includes(`"type": ${JSON.stringify(type)}`))),
    );
    const text = types && describeValue(types, name);
    return { name, text, prefix, isFull: prefix.endsWith('-full'), write: written(body, context) };
  });
}

const { prefix: schedulePrefix, body: scheduleBody } = snippets.Schedule;
const scheduleNames = [...scheduleBody.join().matchAll(/"(\w+)":/g)].map(([, name = '']) => name);

/**
 * Returns the snippet of a schedule, where the cursor expects a property of the block that can have one and has no property
 * of a schedule yet. The other snippets of properties are what the schema offers at their places.
 */
export function scheduleSnippet(context: CompletionContext): PlacedSnippet | undefined {
  const { path, hasValue } = context.cursor;
  const isPlace = path.length === schedulePath.length && schedulePath.every((part, index) => part === path[index]);
  const block = valueAt(context.root, path);
  const isWritten = isObject(block) && scheduleNames.some((name) => Object.hasOwn(block, name));
  const [name] = scheduleNames;
  if (!isPlace || hasValue || isWritten || name === undefined) return undefined;
  return { name, prefix: schedulePrefix, isFull: false, write: written(scheduleBody, context) };
}

/** The pieces of a snippet's body: an escaped character, a placeholder, a choice, a tab stop, a line break with its tabs. */
const piece = /\\([$}\\])|\$\{\d+:((?:[^\\}]|\\.)*)\}|\$\{\d+\|([^|]*)\|\}|\$(\d+)|\n(\t*)/g;

/** Returns what writes the body of a snippet, indented like the document, with the values that are known. */
function written(
  body: readonly string[],
  { indentation: { unit, current, lineBreak }, environment }: SnippetContext,
): (text: InsertionText) => string {
  const { instance_id } = knownValuesOf(environment)(undefined);
  const known: KnownValues = instance_id === undefined ? {} : { instance_id };
  // The tab stop behind a job is for a file that ends with a line break.
  const source = body.join('\n').replace(/\n\$0$/, '');
  return (text) => {
    let from = 0;
    let result = '';
    for (const match of source.matchAll(piece)) {
      const [whole, escaped, placeholder, choice, stop, tabs] = match;
      const before = source.slice(from, match.index);
      from = match.index + whole.length;
      result += text.literal(before);
      if (escaped !== undefined) result += text.literal(escaped);
      else if (tabs !== undefined) result += lineBreak + current + unit.repeat(tabs.length);
      else if (choice !== undefined) result += text.choice(choice.split(','));
      else if (stop !== undefined) result += text.blank();
      else result += text.placeholder(valueOf(before, known) ?? (placeholder ?? '').replace(/\\([$}\\])/g, '$1'));
    }
    return result + text.literal(source.slice(from));
  };
}

/** The known value of the property with its name before a placeholder, as written between quotes. */
function valueOf(before: string, known: KnownValues): string | undefined {
  const value = known[/"(\w+)": "$/.exec(before)?.[1] ?? ''];
  return value === undefined ? undefined : JSON.stringify(value).slice(1, -1);
}
