import { isObject } from '../documents/value.ts';
import { typesOf, type Json, type JsonSchema, type JsonType } from './jsonSchema.ts';

/** Whether a value meets the constraints of a subschema, apart from those on elements and properties. */
export function keeps(value: Json, schema: JsonSchema): boolean {
  const {
    enum: values,
    pattern,
    minLength = 0,
    maxLength = Infinity,
    minimum = -Infinity,
    maximum = Infinity,
  } = schema;
  const types = typesOf(schema);
  if (types.length > 0 && !types.some((type) => isOf(type, value))) return false;
  if (values) return typeof value === 'string' && values.includes(value);
  if (typeof value === 'number') return minimum <= value && value <= maximum;
  if (typeof value !== 'string') return true;
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(value)) return false;
  const length = lengthOf(value);
  return length >= minLength && length <= maxLength;
}

/** Returns the length of a string as JSON Schema counts it: in code points, so that a surrogate pair counts once. */
export function lengthOf(text: string): number {
  return text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
}

function isOf(type: JsonType, value: Json): boolean {
  switch (type) {
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    case 'null':
      return value === null;
    case 'object':
      return isObject(value);
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value === type;
  }
}
