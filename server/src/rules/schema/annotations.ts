import type { Node } from 'jsonc-parser';
import * as l10n from '@vscode/l10n';
import { replaceSpan } from '../../documents/edits.ts';
import { keyOf } from '../../documents/locate.ts';
import { jobSchema } from '../../generated/jobSchema.js';
import { typesOf, type JsonSchema } from '../../schema/jsonSchema.ts';
import { elementSchema, memberSchema } from '../../schema/lookup.ts';
import type { Finding } from '../finding.ts';

/** What is legal but worth knowing, by the schema's annotations: a newer edition, a number instead of a text. */
export function annotationFindings(tree: Node): Finding[] {
  return within(tree, jobSchema);
}

function within(node: Node, schema: JsonSchema): Finding[] {
  if (node.type === 'array') {
    const element = elementSchema(schema);
    return element && isAnnotated(element) ? (node.children ?? []).flatMap((child) => within(child, element)) : [];
  }
  if (node.type !== 'object') return ofValue(node, schema);
  return (node.children ?? []).flatMap((property) => {
    const key = keyOf(property);
    const value = property.children?.[1];
    const inner = key && memberSchema(schema, String(key.value));
    return key && value && inner ? [...ofMember(key, inner), ...within(value, inner)] : [];
  });
}

/** Whether something is to be said of a value of this schema, or of something in it: not of most arrays' elements. */
function isAnnotated(schema: JsonSchema): boolean {
  const known = annotated.get(schema);
  if (known !== undefined) return known;
  const inner = [...Object.values(schema.properties ?? {}), ...(schema.items ? [schema.items] : [])];
  const isOwn = ['x-edition', 'x-newerValues', 'x-preferredType'].some((keyword) => keyword in schema);
  const result = isOwn || inner.some(isAnnotated);
  annotated.set(schema, result);
  return result;
}

const annotated = new Map<JsonSchema, boolean>();

function ofMember(key: Node, schema: JsonSchema): Finding[] {
  const edition = schema['x-edition'];
  if (edition === undefined) return [];
  return [
    {
      code: 'newer-edition',
      message: l10n.t(
        '"{0}" came with the {1} edition of the API; an older instance ignores it.',
        String(key.value),
        edition,
      ),
      span: key,
    },
  ];
}

function ofValue(node: Node, schema: JsonSchema): Finding[] {
  if (schema['x-newerValues']?.includes(String(node.value)) === true) {
    return [
      {
        code: 'newer-edition',
        message: l10n.t(
          '"{0}" came with a newer edition of the API; an older instance refuses it.',
          String(node.value),
        ),
        span: node,
      },
    ];
  }
  if (schema['x-preferredType'] !== 'string' || !isLegalInteger(node.value, schema)) return [];
  return [
    {
      code: 'number-for-string',
      message: l10n.t('The API’s table says String here. "{0}" in double quotes is the safe form.', String(node.value)),
      span: node,
      fixes: [
        {
          title: l10n.t('Replace by {0}', `"${String(node.value)}"`),
          changes: () => [replaceSpan(node, `"${String(node.value)}"`)],
          isPreferred: true,
          isSafe: true,
        },
      ],
    },
  ];
}

function isLegalInteger(value: unknown, schema: JsonSchema): boolean {
  const { minimum = -Infinity, maximum = Infinity } = schema;
  return (
    typesOf(schema).includes('integer') &&
    Number.isInteger(value) &&
    minimum <= Number(value) &&
    Number(value) <= maximum
  );
}
