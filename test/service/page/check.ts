import { isObject, valueAt } from '../json.ts';
import { keepsRule } from './rules.ts';
import { rows, type Row } from './table.ts';

type Properties = Readonly<Record<string, unknown>>;

/**
 * Checks a request body against the tables of the API reference, no stricter than they are: unknown properties and the blocks of
 * other job types are accepted, numbers too where the example of the API reference has them. A value that its table calls a String,
 * Boolean or object can't be null.
 * @returns the path of the first thing that the page doesn't allow; `undefined` for none. The service itself never
 * reports it.
 */
export function firstViolation(body: unknown): string | undefined {
  return inObject('CreateJob', body, '');
}

function inObject(object: string, value: unknown, path: string): string | undefined {
  if (!isObject(value)) return path || '/';
  const described = rows.filter((row) => row.object === object);
  if (described.length === 0) throw new Error(`The page has no table for ${object}`);
  return firstOf(described, (row) => inProperty(row, value, `${path}/${row.parameter}`));
}

function inProperty(row: Row, properties: Properties, path: string): string | undefined {
  const value = valueAt(properties, row.parameter);
  if (value === undefined) return row.required ? path : undefined;
  return row.type.startsWith('Array of ')
    ? inArray(row, value, properties, path)
    : inValue(row, value, properties, path);
}

/** The rule `at most …` is one of the array; any other is one of its elements. */
function inArray({ type, rule }: Row, value: unknown, properties: Properties, path: string): string | undefined {
  if (!Array.isArray(value)) return path;
  const most = /^at most (\d+)$/.exec(rule)?.[1];
  if (most !== undefined && value.length > Number(most)) return path;
  const element = { type: type.slice('Array of '.length), rule: most === undefined ? rule : '' };
  return firstOf([...value.entries()], ([index, item]) => inValue(element, item, properties, `${path}/${index}`));
}

function inValue(
  { type, rule }: Pick<Row, 'type' | 'rule'>,
  value: unknown,
  properties: Properties,
  path: string,
): string | undefined {
  const isText = typeof value === 'string';
  const isInteger = Number.isInteger(value);
  const keeps = (isType: boolean): string | undefined =>
    isType && keepsRule(rule, String(value), properties) ? undefined : path;
  switch (type) {
    case 'String':
      return keeps(isText);
    case 'Integer':
      return keeps(isInteger);
    case 'String or number':
      return keeps(isText || isInteger);
    case 'Boolean':
      return typeof value === 'boolean' ? undefined : path;
    default:
      return inObject(type, value, path);
  }
}

function firstOf<T>(items: readonly T[], violation: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const found = violation(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
