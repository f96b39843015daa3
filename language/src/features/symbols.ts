import type { Node } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver-types';
import { firstElements, keyOf, findProperty, propertyNodes, textOf } from '../documents/locate.ts';
import { labelText } from '../documents/labelText.ts';
import type { ParsedDocument } from '../documents/parse.ts';
import { rangeOf } from '../documents/range.ts';
import { jobSchema } from '../generated/jobSchema.js';
import { hidden, withoutPassword } from '../secrets/hidden.ts';
import { isSecretValue, propertyAround } from '../secrets/secretPlaces.ts';
import type { JsonSchema } from '../schema/jsonSchema.ts';
import { elementSchema, propertySchema } from '../schema/lookup.ts';

/** An outline shows so many elements of an array. */
const mostElements = 500;

/** An outline has so many symbols, like those of VS Code's JSON server. */
const mostSymbols = 5000;

/** Characters of a name or a value. */
const mostCharacters = 100;

/** Characters of each property that names an element. */
const mostOfProperty = 60;

/**
 * Returns the outline: properties with their values, and the first elements of arrays, named by what they are: a path
 * replacement by its paths, a principal by its kind and name, a string by itself. Of 5,000 symbols or more, the innermost
 * are left out. Secrets aren't shown.
 */
export function symbols(document: TextDocument, { tree }: ParsedDocument): DocumentSymbol[] {
  const outline: Parent = {};
  // Each level is complete before what is nested in it is added.
  const pending: Container[] = tree ? [{ parent: outline, node: tree, schema: jobSchema, around: '' }] : [];
  let count = 0;
  for (const { parent, ...container } of pending) {
    for (const entry of entriesOf(container)) {
      if (++count > mostSymbols) return outline.children ?? [];
      const symbol = symbolOf(document, entry);
      (parent.children ??= []).push(symbol);
      if (entry.inner) pending.push({ parent: symbol, ...entry.inner });
    }
  }
  return outline.children ?? [];
}

type Parent = Pick<DocumentSymbol, 'children'>;

/** A value that has its properties or elements as symbols. */
interface Content {
  readonly node: Node;
  readonly schema: JsonSchema | undefined;
  /** The property that decides whether the values within are secrets. */
  readonly around: string;
}

interface Container extends Content {
  readonly parent: Parent;
}

/** A property or element. */
interface Entry {
  readonly name: string;
  readonly detail: string;
  readonly whole: Node;
  readonly label: Node;
  readonly value: Node | undefined;
  /** What it contains; `undefined` if its name and detail contain all of that. */
  readonly inner: Content | undefined;
}

function* entriesOf(content: Content): Generator<Entry> {
  const { node } = content;
  if (node.type === 'array') {
    for (const [index, element] of firstElements(node, mostElements).entries()) {
      yield elementEntry(content, element, index);
    }
  } else if (node.type === 'object') {
    for (const property of node.children ?? []) {
      const key = keyOf(property);
      if (key) yield propertyEntry(content, property, key);
    }
  }
}

function propertyEntry({ schema, around }: Content, property: Node, key: Node): Entry {
  const name = String(key.value);
  const value = property.children?.[1];
  const within = propertyAround(around, name);
  const detail = value ? shown(value, within, mostCharacters) : '';
  const inner = value && { node: value, schema: schema && propertySchema(schema, name), around: within };
  return { name, detail, whole: property, label: key, value, inner };
}

function elementEntry({ schema, around }: Content, node: Node, index: number): Entry {
  const element = { node, schema: schema && elementSchema(schema), around };
  const label = node.type === 'object' ? labelOf(node, element.schema?.['x-label'], around) : undefined;
  const name = label?.name ?? valueName(node, around) ?? `[${index}]`;
  const inner = label?.isComplete === true ? undefined : element;
  return { name, detail: '', whole: node, label: node, value: node, inner };
}

function symbolOf(document: TextDocument, { name, detail, whole, label, value }: Entry): DocumentSymbol {
  const range = rangeOf(document, whole);
  return {
    // The protocol forbids a name of white space alone.
    name: labelText(name, mostCharacters) || '""',
    kind: kindOf(value),
    range,
    selectionRange: whole === label ? range : rangeOf(document, label),
    // What is empty is left out: of a big document, the outline is bigger than the document itself.
    ...(detail !== '' && { detail }),
  };
}

/** What an element is called without the schema; `undefined` where nothing in it has a name. */
function valueName(element: Node, around: string): string | undefined {
  if (element.type === 'object') return firstText(element, around);
  return shown(element, around, mostCharacters) || (element.type === 'string' ? '""' : undefined);
}

interface Label {
  readonly name: string;
  /** The name has all properties of the element. */
  readonly isComplete: boolean;
}

/** The properties that name an element, as the schema combines them; an ellipsis for each that isn't written yet. */
function labelOf(object: Node, label: string | undefined, around: string): Label | undefined {
  let named = 0;
  const name = label?.replace(/\{(\w+)\}/g, (_, property: string) => {
    const value = findProperty(object, property)?.value;
    const text = value ? shown(value, propertyAround(around, property), mostOfProperty) : '';
    if (text !== '') named++;
    return text || '…';
  });
  return name !== undefined && named > 0 ? { name, isComplete: named === object.children?.length } : undefined;
}

/** Of an object that the API doesn't know: its first string that isn't a secret. */
function firstText(object: Node, around: string): string | undefined {
  const first = propertyNodes(object).find(
    ({ name, value }) => textOf(value)?.trim() && !isSecretValue(value, propertyAround(around, name)),
  );
  return first && (shown(first.value, propertyAround(around, first.name), mostOfProperty) || undefined);
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
