import type { Node } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver-types';
import { firstElements, keyOf, member, memberNodes, textOf } from '../documents/locate.ts';
import { labelText } from '../documents/labelText.ts';
import type { ParsedDocument } from '../documents/parse.ts';
import { rangeOf } from '../documents/range.ts';
import { isReference } from '../documents/reference.ts';
import { jobSchema } from '../generated/jobSchema.js';
import { hidden, isSecretName, withoutPassword } from '../secrets/hidden.ts';
import type { JsonSchema } from '../schema/jsonSchema.ts';
import { elementSchema, memberSchema } from '../schema/lookup.ts';

/** Of an array, an outline with more elements is not looked through. */
const mostElements = 500;

/** Characters of a name or a value. */
const mostCharacters = 100;

/** Characters of each member that names an element. */
const mostOfMember = 60;

/**
 * The outline: members with their values, and the first elements of arrays, named by what they are: a path replacement by
 * its paths, a principal by its kind and name, a text by itself. Secrets are not shown.
 */
export function symbols(document: TextDocument, { tree }: ParsedDocument): DocumentSymbol[] {
  return tree ? children(document, tree, jobSchema) : [];
}

function children(document: TextDocument, node: Node, schema: JsonSchema | undefined): DocumentSymbol[] {
  if (node.type === 'array') {
    const element = schema && elementSchema(schema);
    return firstElements(node, mostElements).map((child, index) => {
      const name = nameOf(child, element) ?? `[${index}]`;
      return symbol(document, { name, detail: '', whole: child, label: child, value: child, schema: element });
    });
  }
  if (node.type !== 'object') return [];
  return (node.children ?? []).flatMap((property) => {
    const key = keyOf(property);
    if (key === undefined) return [];
    const name = String(key.value);
    const value = property.children?.[1];
    const inner = schema && memberSchema(schema, name);
    const detail = value ? shown(value, isSecretName(name), mostCharacters) : '';
    return [symbol(document, { name, detail, whole: property, label: key, value, schema: inner })];
  });
}

interface Entry {
  readonly name: string;
  readonly detail: string;
  readonly whole: Node;
  readonly label: Node;
  readonly value: Node | undefined;
  readonly schema: JsonSchema | undefined;
}

function symbol(document: TextDocument, { name, detail, whole, label, value, schema }: Entry): DocumentSymbol {
  const range = rangeOf(document, whole);
  const inner = value ? children(document, value, schema) : [];
  // What is empty is left out: of a big document, the outline is bigger than the document itself.
  return {
    // The protocol forbids a name of white space alone.
    name: labelText(name, mostCharacters) || '""',
    ...(detail !== '' && { detail }),
    kind: kindOf(value),
    range,
    selectionRange: whole === label ? range : rangeOf(document, label),
    ...(inner.length > 0 && { children: inner }),
  };
}

/** What an element of an array is; `undefined` where nothing tells. */
function nameOf(element: Node, schema: JsonSchema | undefined): string | undefined {
  if (element.type === 'object') return labelOf(element, schema?.['x-label']) ?? firstText(element);
  return shown(element, false, mostCharacters) || (element.type === 'string' ? '""' : undefined);
}

/** The members that tell, as the schema puts them together; what is not written yet is left open. */
function labelOf(object: Node, label: string | undefined): string | undefined {
  const told: string[] = [];
  const name = label?.replace(/\{(\w+)\}/g, (_, memberName: string) => {
    const value = member(object, memberName)?.value;
    const text = value ? shown(value, false, mostOfMember) : '';
    if (text !== '') told.push(text);
    return text || '…';
  });
  return told.length > 0 ? name : undefined;
}

/** Of an object that the API does not know: the first text in it. */
function firstText(object: Node): string | undefined {
  const texts = memberNodes(object).filter(({ name, value }) => !isSecretName(name) && textOf(value)?.trim());
  const [told] = texts;
  return told && (shown(told.value, false, mostOfMember) || undefined);
}

/** The value of a text, number or word; empty for a block. A reference is no secret. */
function shown(node: Node, isSecret: boolean, most: number): string {
  const text = textOf(node);
  if (text === undefined) {
    const isBlock = node.type === 'object' || node.type === 'array' || node.type === 'property';
    return isBlock ? '' : isSecret ? hidden : labelText(String(node.value), most);
  }
  return isSecret && !isReference(text) ? hidden : labelText(withoutPassword(text), most);
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
