import type { Node } from 'jsonc-parser';
import * as l10n from '@vscode/l10n';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { MarkupKind, type Hover, type Position } from 'vscode-languageserver-types';
import { nodeAt, pathOf, type Path } from '../documents/locate.ts';
import { valueAt } from '../documents/value.ts';
import type { ParsedDocument } from '../documents/parse.ts';
import { rangeOf } from '../documents/range.ts';
import { referencePlacesIn, type ReferencePlace } from '../documents/reference.ts';
import { describeReference } from '../secrets/describeReference.ts';
import { describeSchedule } from '../schedule/describe.ts';
import { conditionAt } from '../schema/applies.ts';
import { describe } from '../schema/describe.ts';
import { documentationAt, editionAt, linkedPage } from '../schema/documentation.ts';
import type { Documentation, JsonSchema } from '../schema/jsonSchema.ts';
import { subschemaAt } from '../schema/lookup.ts';
import { requiredProperties } from '../schema/conditions.ts';

/**
 * Returns the description of the property or value under the cursor, with the next runs for a property of the schedule, and
 * of the reference under the cursor. Returns `null` if there’s nothing to describe.
 * @param now the time from which the next runs are computed
 * @param secretNames the names of the stored secrets, if the client provides them
 * @param hasDocumentLinks whether the client shows the links of the document in its hovers
 */
export function hover(
  document: TextDocument,
  parsed: ParsedDocument,
  position: Position,
  now: Date,
  secretNames?: readonly string[],
  hasDocumentLinks = false,
): Hover | null {
  const offset = document.offsetAt(position);
  const node = parsed.tree && nodeAt(parsed.tree, offset);
  if (node === undefined || !isWord(node, offset)) return null;
  const reference = referenceAt(parsed.text, node, offset);
  const property = describeProperty(node, parsed, now, hasDocumentLinks);
  if (reference === undefined && property === undefined) return null;
  const parts = [reference && describeReference(reference, secretNames), property].filter((part) => part !== undefined);
  return {
    contents: { kind: MarkupKind.Markdown, value: parts.join('\n\n---\n\n') },
    range: rangeOf(document, reference ?? node),
  };
}

/** Returns the description of the property with `node` as its name or value, or `undefined` for an unknown property. */
function describeProperty(
  node: Node,
  parsed: ParsedDocument,
  now: Date,
  hasDocumentLinks: boolean,
): string | undefined {
  const path = pathOf(node);
  const schema = subschemaAt(path);
  if (schema === undefined || path.length === 0) return undefined;
  const last = path.at(-1);
  const name = path.findLast((segment) => typeof segment === 'string');
  return [
    describe(schema, {
      name,
      ...(typeof last === 'string'
        ? { required: requiredProperties(path.slice(0, -1), parsed.data).has(last) }
        : { isElement: true }),
      value: valueAt(parsed.data, path),
      condition: conditionAt(path),
    }),
    ...(name?.startsWith('execute_') === true ? [describeSchedule(parsed.data, now)] : []),
    hasDocumentLinks && linkedPage(path, isKey(node) ? 'name' : 'value') ? undefined : source(path, schema),
  ]
    .filter((part) => part !== undefined)
    .join('\n\n');
}

/**
 * Returns the link to the documentation: a page about the property itself, or else the API reference, with the edition that
 * has the property unless the description names it.
 */
function source(path: Path, schema: JsonSchema): string {
  if (schema['x-documentation']) return linkTo(documentationAt(path));
  const page = linkTo(documentationAt([]));
  return schema['x-edition'] === undefined ? l10n.t('{0}, {1} edition', page, editionAt(path)) : page;
}

function linkTo({ title, url }: Documentation): string {
  return `[${title}](${url})`;
}

/** Returns the reference at `offset` in a string, with its place in the document. */
function referenceAt(text: string, node: Node, offset: number): ReferencePlace | undefined {
  if (node.type !== 'string' || isKey(node)) return undefined;
  return referencePlacesIn(text.slice(node.offset, node.offset + node.length))
    .map((place) => ({ ...place, offset: node.offset + place.offset }))
    .find((place) => place.offset <= offset && offset < place.offset + place.length);
}

/** Whether `offset` is on a property name or scalar value, and not in a block or right after the word. */
function isWord(node: Node, offset: number): boolean {
  const isScalar = node.type !== 'object' && node.type !== 'array' && node.type !== 'property';
  return isScalar && offset < node.offset + node.length;
}

function isKey(node: Node): boolean {
  return node.parent?.type === 'property' && node.parent.children?.[0] === node;
}
