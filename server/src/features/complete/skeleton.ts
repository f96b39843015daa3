import { indented, type Layout } from '../../documents/layout.ts';
import type { Path } from '../../documents/locate.ts';
import { typesOf, type Json, type JsonSchema } from '../../schema/jsonSchema.ts';
import { membersOf } from '../../schema/lookup.ts';
import { memberConditions } from '../../schema/members.ts';
import type { InsertionText } from '../../documents/snippet.ts';

/**
 * The text of a value to start from: a block with its mandatory members, a choice where there are allowed values, the
 * default, or a blank.
 * @param root the document's value, which decides what is mandatory in the block at `path`
 */
export function skeleton(schema: JsonSchema, path: Path, root: Json, text: InsertionText, layout: Layout): string {
  if (schema.enum) return `"${oneOf(preferred(schema, schema.enum), text)}"`;
  const [type] = typesOf(schema);
  switch (type) {
    case 'object':
      return block(schema, path, root, text, layout);
    case 'array':
      return `${text.literal('[')}${text.blank()}${text.literal(']')}`;
    case 'boolean':
      return text.choice(preferred(schema, ['false', 'true']));
    case 'integer':
    case 'number':
      return text.placeholder(JSON.stringify(schema.default ?? schema.maximum ?? schema.minimum ?? 1));
    default:
      return typeof schema.default === 'string' ? `"${text.placeholder(schema.default)}"` : `"${text.blank()}"`;
  }
}

function block(schema: JsonSchema, path: Path, root: Json, text: InsertionText, layout: Layout): string {
  const inner = indented(layout);
  const { mandatory } = memberConditions(path, root);
  const members = membersOf(schema)
    .filter(([name]) => mandatory.has(name))
    .map(([name, member]) => {
      const value = skeleton(member, [...path, name], root, text, inner);
      return `${inner.indentation}"${text.literal(name)}": ${value}`;
    });
  const body = members.length > 0 ? members.join(`,${layout.lineBreak}`) : inner.indentation + text.blank();
  return [text.literal('{'), body, layout.indentation + text.literal('}')].join(layout.lineBreak);
}

function oneOf(values: readonly string[], text: InsertionText): string {
  const [only] = values;
  return values.length === 1 && only !== undefined ? text.placeholder(only) : text.choice(values);
}

/** The values with the default first. */
function preferred(schema: JsonSchema, values: readonly string[]): readonly string[] {
  const first = typeof schema.default === 'string' ? schema.default : JSON.stringify(schema.default);
  return values.includes(first) ? [first, ...values.filter((value) => value !== first)] : values;
}
