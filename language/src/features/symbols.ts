import type { Node } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver-types';
import { firstElements, keyOf, member, memberNodes, textOf } from '../documents/locate.ts';
import { labelText } from '../documents/labelText.ts';
import type { ParsedDocument } from '../documents/parse.ts';
import { rangeOf } from '../documents/range.ts';
import { jobSchema } from '../generated/jobSchema.js';
import { hidden, withoutPassword } from '../secrets/hidden.ts';
import { isSecretValue, propertyAround } from '../secrets/secretPlaces.ts';
import type { JsonSchema } from '../schema/jsonSchema.ts';
import { elementSchema, memberSchema } from '../schema/lookup.ts';

/** Of an array, an outline with more elements is not looked through. */
const mostElements = 500;

/** Characters of a name or a value. */
const mostCharacters = 100;

/** Characters of each member that names an element. */
const mostOfMember = 60;

/**
 * Returns the outline: properties with their values, and the first elements of arrays, named by what they are: a path
 * replacement by its paths, a principal by its kind and name, a string by itself. Secrets aren't shown.
 */
export function symbols(document: TextDocument, { tree }: ParsedDocument): DocumentSymbol[] {
  return tree ? children(document, tree, jobSchema, '') : [];
}

/** @param around the property that decides whether the values within are secrets */
function children(
  document: TextDocument,
  node: Node,
  schema: JsonSchema | undefined,
  around: string,
): DocumentSymbol[] {
  if (node.type === 'array') {
    const element = schema && elementSchema(schema);
    return firstElements(node, mostElements).map((child, index) => {
      const name = nameOf(child, element, around) ?? `[${index}]`;
      return symbol(document, { name, detail: '', whole: child, label: child, value: child, schema: element, around });
    });
  }
  if (node.type !== 'object') return [];
  return (node.children ?? []).flatMap((property) => {
    const key = keyOf(property);
    if (key === undefined) return [];
    const name = String(key.value);
    const value = property.children?.[1];
    const inner = schema && memberSchema(schema, name);
    const within = propertyAround(around, name);
    const detail = value ? shown(value, within, mostCharacters) : '';
    return [symbol(document, { name, detail, whole: property, label: key, value, schema: inner, around: within })];
  });
}

interface Entry {
  readonly name: string;
  readonly detail: string;
  readonly whole: Node;
  readonly label: Node;
  readonly value: Node | undefined;
  readonly schema: JsonSchema | undefined;
  readonly around: string;
}

function symbol(document: TextDocument, { name, detail, whole, label, value, schema, around }: Entry): DocumentSymbol {
  const range = rangeOf(document, whole);
  const inner = value ? children(document, value, schema, around) : [];
  const outlined: DocumentSymbol = {
    // The protocol forbids a name of white space alone.
    name: labelText(name, mostCharacters) || '""',
    kind: kindOf(value),
    range,
    selectionRange: whole === label ? range : rangeOf(document, label),
  };
  // What is empty is left out: of a big document, the outline is bigger than the document itself.
  if (detail !== '') outlined.detail = detail;
  if (inner.length > 0) outlined.children = inner;
  return outlined;
}

/** What an element of an array is called; `undefined` where nothing in it has a name. */
function nameOf(element: Node, schema: JsonSchema | undefined, around: string): string | undefined {
  if (element.type === 'object') return labelOf(element, schema?.['x-label'], around) ?? firstText(element, around);
  return shown(element, around, mostCharacters) || (element.type === 'string' ? '""' : undefined);
}

/** The properties that name an element, as the schema combines them; an ellipsis for each that isn't written yet. */
function labelOf(object: Node, label: string | undefined, around: string): string | undefined {
  const named: string[] = [];
  const name = label?.replace(/\{(\w+)\}/g, (_, property: string) => {
    const value = member(object, property)?.value;
    const text = value ? shown(value, propertyAround(around, property), mostOfMember) : '';
    if (text !== '') named.push(text);
    return text || '…';
  });
  return named.length > 0 ? name : undefined;
}

/** Of an object that the API doesn't know: its first string that isn't a secret. */
function firstText(object: Node, around: string): string | undefined {
  const first = memberNodes(object).find(
    ({ name, value }) => textOf(value)?.trim() && !isSecretValue(value, propertyAround(around, name)),
  );
  return first && (shown(first.value, propertyAround(around, first.name), mostOfMember) || undefined);
}

/** A scalar value on one line, masked where it is a secret; empty for an object or array. */
function shown(node: Node, property: string, most: number): string {
  if (isSecretValue(node, property)) return hidden;
  const text = textOf(node);
  if (text !== undefined) return labelText(withoutPassword(text), most);
  const isBlock = node.type === 'object' || node.type === 'array' || node.type === 'property';
  return isBlock ? '' : labelText(String(node.value), most);
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
