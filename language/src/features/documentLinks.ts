import type { Node } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentLink } from 'vscode-languageserver-types';
import { findProperty, propertyNodes } from '../documents/locate.ts';
import type { ParsedDocument } from '../documents/parse.ts';
import { rangeOf } from '../documents/range.ts';
import { linkedPage } from '../schema/documentation.ts';
import type { Documentation } from '../schema/jsonSchema.ts';

/** From the job's type to the API's page, and from the name of a block to its own page where it has one. */
export function documentLinks(document: TextDocument, { tree }: ParsedDocument): DocumentLink[] {
  if (tree === undefined) return [];
  const type = findProperty(tree, 'type')?.value;
  const parameter = findProperty(tree, 'parameter')?.value;
  const blocks = parameter ? propertyNodes(parameter) : [];
  return [
    ...(type?.type === 'string' ? linkTo(linkedPage(['type'], 'value'), document, type) : []),
    ...blocks.flatMap(({ name, key }) => linkTo(linkedPage(['parameter', name], 'name'), document, key)),
  ];
}

/** A link over a string, without its quotes; none if there is no page. */
function linkTo(page: Documentation | undefined, document: TextDocument, { offset, length }: Node): DocumentLink[] {
  if (page === undefined) return [];
  const quote = document.getText(rangeOf(document, { offset, length: 1 })) === '"' && length > 1 ? 1 : 0;
  const range = rangeOf(document, { offset: offset + quote, length: length - 2 * quote });
  return [{ range, target: page.url, tooltip: page.title }];
}
