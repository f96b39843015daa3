import type { Node } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver-types';
import { firstElements, keyOf } from '../documents/locate.ts';
import type { ParsedDocument } from '../documents/parse.ts';
import { rangeOf } from '../documents/range.ts';
import { jobSchema } from '../generated/jobSchema.js';
import type { JsonSchema } from '../schema/jsonSchema.ts';
import { elementSchema, memberSchema } from '../schema/lookup.ts';

/** Of an array, an outline with more elements is not looked through. */
const mostElements = 500;

/** The outline: members and the first elements of arrays, with their values; a secret's value is not shown. */
export function symbols(document: TextDocument, { tree }: ParsedDocument): DocumentSymbol[] {
  return tree ? children(document, tree, jobSchema) : [];
}

function children(document: TextDocument, node: Node, schema: JsonSchema | undefined): DocumentSymbol[] {
  if (node.type === 'array') {
    const element = schema && elementSchema(schema);
    return firstElements(node, mostElements).map((child, index) =>
      symbol(document, { name: `[${index}]`, whole: child, label: child, value: child, schema: element }),
    );
  }
  if (node.type !== 'object') return [];
  return (node.children ?? []).flatMap((property) => {
    const key = keyOf(property);
    if (key === undefined) return [];
    const name = String(key.value);
    const value = property.children?.[1];
    return [
      symbol(document, { name, whole: property, label: key, value, schema: schema && memberSchema(schema, name) }),
    ];
  });
}

interface Entry {
  readonly name: string;
  readonly whole: Node;
  readonly label: Node;
  readonly value: Node | undefined;
  readonly schema: JsonSchema | undefined;
}

function symbol(document: TextDocument, { name, whole, label, value, schema }: Entry): DocumentSymbol {
  return {
    // The protocol forbids a name of white space alone.
    name: name.trim() === '' ? JSON.stringify(name) : name,
    detail: value ? detailOf(value, schema) : '',
    kind: kindOf(value),
    range: rangeOf(document, whole),
    selectionRange: rangeOf(document, label),
    children: value ? children(document, value, schema) : [],
  };
}

function detailOf({ type, value }: Node, schema: JsonSchema | undefined): string {
  if (type === 'object' || type === 'array') return '';
  return schema?.['x-secret'] === true ? '••••' : String(value);
}

function kindOf(value: Node | undefined): SymbolKind {
  switch (value?.type) {
    case 'object':
      return SymbolKind.Module;
    case 'array':
      return SymbolKind.Array;
    case 'number':
      return SymbolKind.Number;
    case 'boolean':
      return SymbolKind.Boolean;
    case 'string':
      return SymbolKind.String;
    case 'null':
    case 'property':
    case undefined:
      return SymbolKind.Null;
  }
}
