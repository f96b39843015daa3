import type { Node } from 'jsonc-parser';
import * as l10n from '@vscode/l10n';
import { replaceSpan } from '../../documents/edits/containerEdits.ts';
import { keyOf, placeAt, type Path } from '../../documents/locate.ts';
import type { ParsedDocument } from '../../documents/parse.ts';
import { isObject } from '../../documents/value.ts';
import { jobSchema } from '../../generated/jobSchema.js';
import { typesOf, type Json, type JsonSchema } from '../../schema/jsonSchema.ts';
import { elementSchema, propertySchema } from '../../schema/lookup.ts';
import type { Finding } from '../findings/finding.ts';

/** What is legal but worth knowing, by the schema's annotations: a newer edition, a number instead of a text. */
export function annotationFindings({ tree, data }: ParsedDocument): Finding[] {
  return tree ? within(data, jobSchema, [], tree) : [];
}

function within(value: Json, schema: JsonSchema, path: Path, tree: Node): Finding[] {
  if (!isAnnotated(schema)) return [];
  if (Array.isArray(value)) {
    const element = elementSchema(schema);
    return element && isAnnotated(element)
      ? value.flatMap((inner: Json, index) => within(inner, element, [...path, index], tree))
      : [];
  }
  if (!isObject(value)) return ofValue(value, schema, path, tree);
  return Object.keys(value).flatMap((name) => {
    const property = propertySchema(schema, name);
    if (property === undefined || !isAnnotated(property)) return [];
    const inner = [...path, name];
    return [...ofProperty(name, property, inner, tree), ...within(value[name], property, inner, tree)];
  });
}

/**
 * Whether there is something to report about a value of this schema, or of something in it: not of most arrays'
 * elements.
 */
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

function ofProperty(name: string, schema: JsonSchema, path: Path, tree: Node): Finding[] {
  const edition = schema['x-edition'];
  const property = edition === undefined ? undefined : placeAt(tree, path)?.property;
  const key = property && keyOf(property);
  if (edition === undefined || key === undefined) return [];
  return [
    {
      code: 'newer-edition',
      message: () =>
        l10n.t('"{0}" is new in the {1} edition of the API reference. Older instances ignore it.', name, edition),
      span: key,
    },
  ];
}

function ofValue(value: Json, schema: JsonSchema, path: Path, tree: Node): Finding[] {
  const isNewer = schema['x-newerValues']?.includes(String(value)) === true;
  const isNumber = schema['x-preferredType'] === 'string' && isLegalInteger(value, schema);
  const node = isNewer || isNumber ? placeAt(tree, path)?.value : undefined;
  if (node === undefined) return [];
  if (isNewer) {
    return [
      {
        code: 'newer-edition',
        message: () =>
          l10n.t('"{0}" is new in a later edition of the API reference. Older instances reject it.', String(value)),
        span: node,
      },
    ];
  }
  return [
    {
      code: 'number-for-string',
      message: () => l10n.t('The API reference specifies a string. Use "{0}" in double quotes.', String(value)),
      span: node,
      fixes: () => [
        {
          title: l10n.t('Replace with {0}', `"${String(value)}"`),
          edits: () => [replaceSpan(node, `"${String(value)}"`)],
          isPreferred: true,
          isSafe: true,
        },
      ],
    },
  ];
}

function isLegalInteger(value: Json, schema: JsonSchema): boolean {
  const { minimum = -Infinity, maximum = Infinity } = schema;
  return (
    typesOf(schema).includes('integer') &&
    Number.isInteger(value) &&
    minimum <= Number(value) &&
    Number(value) <= maximum
  );
}
