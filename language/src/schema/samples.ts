import { isObject } from '../documents/value.ts';
import type { Json, JsonSchema } from './jsonSchema.ts';
import { elementSchema, propertySchema } from './lookup.ts';
import { indexOfPart } from './placeholders.ts';

/** Whether a value is one that completion, snippets, and fixes insert, as far as nobody has edited it. */
export function isSample(value: Json, schema: JsonSchema): boolean {
  if (isObject(value)) {
    return Object.entries(value).every(([name, inner]) => {
      const property = propertySchema(schema, name);
      return property !== undefined && isSample(inner, property);
    });
  }
  if (Array.isArray(value)) {
    const elements: readonly Json[] = value;
    const element = elementSchema(schema);
    return isListed(value, schema) || (element !== undefined && elements.every((inner) => isSample(inner, element)));
  }
  return value === '' || value === null || hasPlaceholder(value, schema) || isListed(value, schema);
}

/** Whether a value has a part that is to be replaced, such as `your-bucket`. */
export function hasPlaceholder(value: Json, schema: JsonSchema): boolean {
  const part = schema['x-placeholder'];
  return part !== undefined && typeof value === 'string' && indexOfPart(value, part) >= 0;
}

function isListed(value: Json, { default: own, examples = [], enum: values = [] }: JsonSchema): boolean {
  const first = own ?? examples[0] ?? values[0];
  return [first, ...examples].some(
    (listed) => listed !== undefined && JSON.stringify(listed) === JSON.stringify(value),
  );
}
