import { indented, type Indentation } from '../../../../language/src/documents/indentation.ts';
import { isObject } from '../../../../language/src/documents/value.ts';
import { jobSchema } from '../../../../language/src/generated/jobSchema.js';
import type { Json, JsonSchema } from '../../../../language/src/schema/jsonSchema.ts';
import { elementSchema, propertiesOf, propertySchema } from '../../../../language/src/schema/lookup.ts';

/** Longer arrays get a line for each element, in UTF-16 code units. */
const longestArray = 80;

/** Returns the text of a job, with its properties in the order of the API reference, unknown ones last. */
export function jobText(job: Json): string {
  return `${laidOut(job, jobSchema, { unit: '  ', current: '', lineBreak: '\n' })}\n`;
}

/** Returns the JSON of a value for a place in a document, with its properties in the order of the API reference. */
export function laidOut(value: Json, schema: JsonSchema | undefined, indentation: Indentation): string {
  const inner = indented(indentation);
  if (Array.isArray(value)) {
    const elements: readonly Json[] = value;
    const element = schema && elementSchema(schema);
    const line = `[${elements.map((one) => JSON.stringify(one)).join(', ')}]`;
    if (elements.every(isScalar) && line.length <= longestArray) return line;
    return inLines(
      '[',
      elements.map((one) => laidOut(one, element, inner)),
      ']',
      indentation,
    );
  }
  if (!isObject(value)) return JSON.stringify(value);
  const properties = inOrder(Object.keys(value), schema).map((name) => {
    const property = schema && propertySchema(schema, name);
    return `${JSON.stringify(name)}: ${laidOut(value[name], property, inner)}`;
  });
  return properties.length === 0 ? '{}' : inLines('{', properties, '}', indentation);
}

/** Returns the JSON of a value on one line. */
export function onOneLine(value: Json, schema: JsonSchema | undefined): string {
  return laidOut(value, schema, { unit: '', current: '', lineBreak: ' ' });
}

function inLines(open: string, parts: readonly string[], close: string, indentation: Indentation): string {
  const { lineBreak, current } = indented(indentation);
  const lines = parts.map((part) => lineBreak + current + part).join(',');
  return open + lines + indentation.lineBreak + indentation.current + close;
}

function inOrder(names: readonly string[], schema: JsonSchema | undefined): string[] {
  const order = schema ? propertiesOf(schema).map(([name]) => name) : [];
  const rank = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  return [...names].sort((one, other) => rank(one) - rank(other));
}

function isScalar(value: Json): boolean {
  return typeof value !== 'object' || value === null;
}
