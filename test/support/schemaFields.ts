import { typesOf, type JsonSchema } from '../../language/src/schema/jsonSchema.ts';
import { allProperties, elementOf, jobSchema, type SchemaProperty } from './jobSchema.ts';

/**
 * One row of `test/fixtures/pageFields.tsv`: what the page specifies for a field, all as text, empty if it specifies
 * nothing.
 */
export type Field = Readonly<Record<string, string>>;

const columns = [
  'path',
  'type',
  'required',
  'requiredWhen',
  'enum',
  'newerValues',
  'min',
  'max',
  'pattern',
  'widerPattern',
  'default',
  'edition',
];

/** The rows of a tab-separated table. @throws for a table with other columns, or a row that lacks a cell */
export function readFields(table: string): Field[] {
  const [head, ...lines] = table.trimEnd().split('\n');
  if (head !== columns.join('\t')) throw new Error(`The columns are ${head ?? 'missing'}`);
  return lines.map((line) => {
    const cells = line.split('\t');
    if (cells.length !== columns.length) throw new Error(`Not a row: ${line}`);
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
  });
}

/** The same rows, made from the schema. */
export function schemaFields(): Field[] {
  const conditions = allConditions();
  return allProperties().map((property) => factsOf(property, conditions));
}

function factsOf({ path, schema, owner }: SchemaProperty, conditions: readonly Condition[]): Field {
  const listed = elementOf(schema) ?? schema;
  return {
    path,
    type: typeText(schema),
    required: owner.required?.includes(nameIn(path)) === true ? 'yes' : 'no',
    requiredWhen: conditions
      .filter((condition) => condition.path === path)
      .map(({ when }) => when)
      .join('|'),
    enum: listed.enum?.join('|') ?? '',
    newerValues: schema['x-newerValues']?.join('|') ?? '',
    min: numberText(schema.minLength ?? schema.minimum),
    max: numberText(schema.maxLength ?? schema.maximum ?? schema.maxItems),
    pattern: schema.pattern ?? '',
    widerPattern: schema['x-error']?.pattern ?? '',
    default: schema.default === undefined ? '' : textOf(schema.default),
    edition: schema['x-edition'] ?? jobSchema['x-edition'] ?? '',
  };
}

/** A property that another property's value makes required: `when` is `name=value`. */
interface Condition {
  readonly path: string;
  readonly when: string;
}

function allConditions(): Condition[] {
  const nested = allProperties().flatMap(({ path, schema }) => conditionsOf(elementOf(schema) ?? schema, `${path}.`));
  return [...conditionsOf(jobSchema, ''), ...nested];
}

/** The conditions that one object states; `prefix` is put in front of the properties they name. */
function conditionsOf({ allOf = [] }: JsonSchema, prefix: string): Condition[] {
  return allOf.flatMap(({ if: condition, then }) =>
    Object.entries(condition?.properties ?? {}).flatMap(([name, { const: value, enum: values = [value] }]) =>
      requiredBy(then ?? {}, prefix).map((path) => ({ path, when: `${name}=${values.map(String).join(',')}` })),
    ),
  );
}

function requiredBy(then: JsonSchema, prefix: string): string[] {
  return [
    ...(then.required ?? []).map((name) => prefix + name),
    ...Object.entries(then.properties ?? {}).flatMap(([name, inner]) => requiredBy(inner, `${prefix}${name}.`)),
  ];
}

function typeText(schema: JsonSchema): string {
  const element = elementOf(schema);
  return element ? `array of ${typeText(element)}` : typesOf(schema).join('|');
}

function nameIn(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).replace('[]', '');
}

function numberText(limit: number | undefined): string {
  return limit === undefined ? '' : String(limit);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
