import type { Node } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentLink } from 'vscode-languageserver-types';
import { member, memberNodes, type Path } from '../documents/locate.ts';
import type { ParsedDocument } from '../documents/parse.ts';
import { rangeOf } from '../documents/range.ts';
import { documentationAt } from '../schema/documentation.ts';
import { subschemaAt } from '../schema/lookup.ts';

/** From the job's type to the API's page, and from the name of a block to its own page where it has one. */
export function documentLinks(document: TextDocument, { tree }: ParsedDocument): DocumentLink[] {
  if (tree === undefined) return [];
  const type = member(tree, 'type')?.value;
  const parameter = member(tree, 'parameter')?.value;
  const blocks = parameter ? memberNodes(parameter) : [];
  return [
    ...(type?.type === 'string' ? [link(document, type, ['type'])] : []),
    ...blocks
      .filter(({ name }) => subschemaAt(['parameter', name])?.['x-documentation'] !== undefined)
      .map(({ name, key }) => link(document, key, ['parameter', name])),
  ];
}

/** A link over a text, its quotes left out. */
function link(document: TextDocument, { offset, length }: Node, path: Path): DocumentLink {
  const { title, url } = documentationAt(path);
  const quote = document.getText(rangeOf(document, { offset, length: 1 })) === '"' && length > 1 ? 1 : 0;
  const range = rangeOf(document, { offset: offset + quote, length: length - 2 * quote });
  return { range, target: url, tooltip: title };
}
