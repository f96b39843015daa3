import type { Node } from 'jsonc-parser';
import { firstIndex } from './binarySearch.ts';
import { LazyNode } from './fast/lazyTree.ts';

/** Property names and array indexes from the root of a document. */
export type Path = readonly (string | number)[];

/** The property or element at a path: its value, and for a property the node that holds key and value. */
export interface Place {
  readonly property?: Node;
  readonly value: Node;
}

/**
 * The place at `path`; of properties with the same name the last, because its value counts. `undefined` where there is
 * none.
 */
export function placeAt(tree: Node, path: Path): Place | undefined {
  let place: Place = { value: tree };
  for (const segment of path) {
    const next: Place | undefined =
      typeof segment === 'number' ? element(place.value, segment) : findProperty(place.value, segment);
    if (next === undefined) return undefined;
    place = next;
  }
  return place;
}

/** The property `name` of an object node, the last of that name. */
export function findProperty(object: Node, name: string): Place | undefined {
  if (object instanceof LazyNode) return placeOf(object.property(name));
  if (object.type !== 'object') return undefined;
  const children = object.children ?? [];
  const property =
    children.length > indexedFrom
      ? indexOf(object, children).get(name)
      : children.findLast((child) => keyOf(child)?.value === name);
  return placeOf(property);
}

function placeOf(property: Node | undefined): Place | undefined {
  const value = property?.children?.[1];
  return property && value && { property, value };
}

/** An object with more properties than any of the API's is searched by an index, so that no document is slow. */
const indexedFrom = 64;
const indexes = new WeakMap<Node, ReadonlyMap<unknown, Node>>();

function indexOf(object: Node, children: readonly Node[]): ReadonlyMap<unknown, Node> {
  const known = indexes.get(object);
  if (known) return known;
  const index = new Map(children.map((child): [unknown, Node] => [keyOf(child)?.value, child]));
  indexes.set(object, index);
  return index;
}

/** The key node of a property node. */
export function keyOf(property: Node): Node | undefined {
  return property.children?.[0];
}

/** The path of a node; a property and its key have the same path. */
export function pathOf(node: Node): Path {
  const path: (string | number)[] = [];
  for (let child: Node | undefined = node; child !== undefined; child = child.parent) {
    if (child.type === 'property') path.unshift(String(keyOf(child)?.value));
    else if (child.parent?.type === 'array') path.unshift(indexIn(child.parent, child));
  }
  return path;
}

/** Returns the index of an element of an array. */
function indexIn(array: Node, element: Node): number {
  if (array instanceof LazyNode && element instanceof LazyNode) return array.indexOf(element);
  const elements = array.children ?? [];
  return firstIndex(elements.length, (index) => (elements[index]?.offset ?? 0) >= element.offset);
}

/** Returns the innermost node that contains `offset`, or ends there; `undefined` outside the tree. */
export function nodeAt(tree: Node, offset: number): Node | undefined {
  if (offset < tree.offset || offset > tree.offset + tree.length) return undefined;
  let node = tree;
  for (let inner = childAt(node, offset); inner !== undefined; inner = childAt(node, offset)) node = inner;
  return node;
}

/** Returns the first child of a node that contains `offset`, or ends there. */
export function childAt(node: Node, offset: number): Node | undefined {
  const child = childEndingFrom(node, offset);
  return child && child.offset <= offset ? child : undefined;
}

function childEndingFrom(node: Node, offset: number): Node | undefined {
  if (node instanceof LazyNode) return node.childEndingFrom(offset);
  const children = node.children ?? [];
  const endOf = (child: Node | undefined): number => (child ? child.offset + child.length : 0);
  return children[firstIndex(children.length, (index) => endOf(children[index]) >= offset)];
}

function element(array: Node, index: number): Place | undefined {
  const children = array.type === 'array' && !(array instanceof LazyNode) ? array.children : undefined;
  const value = array instanceof LazyNode ? array.element(index) : children?.[index];
  return value && { value };
}

/** The properties of an object node that have a name and a value. */
export function propertyNodes(object: Node): PropertyNode[] {
  if (object.type !== 'object') return [];
  return (object.children ?? []).flatMap((node) => {
    const [key, value] = node.children ?? [];
    return key && value ? [{ name: String(key.value), node, key, value }] : [];
  });
}

/** A property with its name and value. */
export interface PropertyNode {
  readonly name: string;
  readonly node: Node;
  readonly key: Node;
  readonly value: Node;
}

/** The elements of an array node. */
export function elementsOf(array: Node | undefined): readonly Node[] {
  return array?.type === 'array' ? (array.children ?? []) : [];
}

/** The text of a text node. */
export function textOf(node: Node | undefined): string | undefined {
  return node?.type === 'string' ? String(node.value) : undefined;
}

/** The first elements of an array node, no more of which are looked at. */
export function firstElements(array: Node, most: number): readonly Node[] {
  if (!(array instanceof LazyNode)) return elementsOf(array).slice(0, most);
  const elements: Node[] = [];
  for (let element = array.element(0); element && elements.length < most; element = array.element(elements.length)) {
    elements.push(element);
  }
  return elements;
}
