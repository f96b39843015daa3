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
import { describe } from '../schema/describe.ts';
import { apiDocumentation, editionAt, linkedPage } from '../schema/documentation.ts';
import type { Documentation, JsonSchema } from '../schema/jsonSchema.ts';
import { subschemaAt } from '../schema/lookup.ts';
import { mandatoryMembers } from '../schema/conditions.ts';

/**
 * What the API says of the member or value under the cursor, of a schedule when it runs next, and of a reference where its
 * value comes from; `null` where there is nothing to say.
 * @param now the time after which the next runs are
 * @param secretNames the names of the secrets that the client keeps, where it tells them
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
  const member = describeMember(node, parsed, now, hasDocumentLinks);
  if (reference === undefined && member === undefined) return null;
  const parts = [reference && describeReference(reference, secretNames), member].filter((part) => part !== undefined);
  return {
    contents: { kind: MarkupKind.Markdown, value: parts.join('\n\n---\n\n') },
    range: rangeOf(document, reference ?? node),
  };
}

/** The member whose name or value a node is, in Markdown; `undefined` where the API knows none. */
function describeMember(node: Node, parsed: ParsedDocument, now: Date, hasDocumentLinks: boolean): string | undefined {
  const path = pathOf(node);
  const schema = subschemaAt(path);
  if (schema === undefined || path.length === 0) return undefined;
  const last = path.at(-1);
  const name = path.findLast((segment) => typeof segment === 'string');
  return [
    describe(schema, {
      name,
      ...(typeof last === 'string'
        ? { mandatory: mandatoryMembers(path.slice(0, -1), parsed.data).has(last) }
        : { isElement: true }),
      value: valueAt(parsed.data, path),
    }),
    ...(name?.startsWith('execute_') === true ? [describeSchedule(parsed.data, now)] : []),
    hasDocumentLinks && linkedPage(path, isKey(node) ? 'name' : 'value') ? undefined : source(path, schema),
  ]
    .filter((part) => part !== undefined)
    .join('\n\n');
}

/** The page that tells most: one of its own, else the API's with the edition that brought it, unless that was said. */
function source(path: Path, schema: JsonSchema): string {
  const own = schema['x-documentation'];
  if (own) return linkTo(own);
  const page = linkTo(apiDocumentation);
  return schema['x-edition'] === undefined ? l10n.t('{0}, {1} edition', page, editionAt(path)) : page;
}

function linkTo({ title, url }: Documentation): string {
  return `[${title}](${url})`;
}

/** The reference in a value's text that the cursor is on. Its place is that in the document. */
function referenceAt(text: string, node: Node, offset: number): ReferencePlace | undefined {
  if (node.type !== 'string' || isKey(node)) return undefined;
  return referencePlacesIn(text.slice(node.offset, node.offset + node.length))
    .map((place) => ({ ...place, offset: node.offset + place.offset }))
    .find((place) => place.offset <= offset && offset < place.offset + place.length);
}

/** A key, text, number or word with the cursor on it: not the inside of a block, nor the position after a word. */
function isWord(node: Node, offset: number): boolean {
  const isScalar = node.type !== 'object' && node.type !== 'array' && node.type !== 'property';
  return isScalar && offset < node.offset + node.length;
}

function isKey(node: Node): boolean {
  return node.parent?.type === 'property' && node.parent.children?.[0] === node;
}
