import type { Node } from 'jsonc-parser';
import { keyOf, type Path } from '../../documents/locate.ts';
import { childValue, nodeValue } from '../../documents/value.ts';
import type { Json } from '../../schema/jsonSchema.ts';

/** What to change in the objects of a tree. */
export class Rearrangement {
  readonly #root: Changes = { removed: new Set(), renamed: new Map(), added: [], below: new Map() };

  /** Gives a property another name. */
  rename(object: Path, property: Node, name: string): void {
    this.#changesAt(object).renamed.set(property, name);
  }

  /** Moves properties of one object to the end of another one, which is created where there is none. */
  move(from: Path, properties: readonly Node[], to: Path): void {
    for (const property of properties) this.#changesAt(from).removed.add(property);
    this.#changesAt(to).added.push(...properties);
  }

  /** Moves all properties in the value of a property to another object, and removes the property. */
  unwrap(object: Path, property: Node, properties: readonly Node[], to: Path): void {
    this.#changesAt(object).removed.add(property);
    this.#changesAt(to).added.push(...properties);
  }

  /**
   * Returns the tree with the changes, and its value. Nodes keep their places in the text, and their parents there; an object
   * that is created has the place of the first property in it. What isn't changed keeps its node and its value.
   * @param data the value of the tree
   */
  appliedTo(tree: Node, data: Json): { readonly tree: Node; readonly data: Json } {
    const rearranged = changed(tree, this.#root);
    const known = new Map<Node, Json>();
    addUnchangedValues(known, tree, data, this.#root);
    return { tree: rearranged, data: valueOf(rearranged, known) };
  }

  #changesAt(path: Path): Changes {
    return path.reduce((changes, segment) => {
      const known = changes.below.get(segment);
      if (known) return known;
      const below: Changes = { removed: new Set(), renamed: new Map(), added: [], below: new Map() };
      changes.below.set(segment, below);
      return below;
    }, this.#root);
  }
}

/** The changes of an object or array, and of those in it. */
interface Changes {
  readonly removed: Set<Node>;
  readonly renamed: Map<Node, string>;
  readonly added: Node[];
  readonly below: Map<string | number, Changes>;
}

function changed(node: Node, changes: Changes): Node {
  const children = node.children ?? [];
  if (node.type === 'array') {
    return copyOf(
      node,
      children.map((child, index) => changedWhere(child, changes.below.get(index))),
    );
  }
  const present = new Set(children.map((property) => String(keyOf(property)?.value)));
  const created = [...changes.below].filter(([name]) => !present.has(String(name)));
  return copyOf(node, [
    ...children
      .filter((property) => !changes.removed.has(property))
      .map((property) => changedProperty(property, changes)),
    ...changes.added,
    ...created.flatMap(([name, below]) => createdProperty(String(name), below)),
  ]);
}

function changedProperty(property: Node, { renamed, below }: Changes): Node {
  const [key, value] = property.children ?? [];
  if (key === undefined || value === undefined) return property;
  const name = renamed.get(property);
  const changesBelow = below.get(name ?? String(key.value));
  if (name === undefined && changesBelow === undefined) return property;
  return copyOf(property, [
    name === undefined ? key : { ...copyOf(key), value: name },
    changedWhere(value, changesBelow),
  ]);
}

function changedWhere(node: Node, changes: Changes | undefined): Node {
  return changes === undefined ? node : changed(node, changes);
}

/** Returns the property for an object or array that is created, unless it would be empty. */
function createdProperty(name: string, changes: Changes): Node[] {
  const value = createdValue(changes);
  const [first] = value ? propertiesIn(value) : [];
  const key = first && keyOf(first);
  if (value === undefined || key === undefined) return [];
  const { offset, length } = value;
  return [{ type: 'property', offset, length, children: [{ ...copyOf(key), value: name }, value] }];
}

function createdValue(changes: Changes): Node | undefined {
  const element = changes.below.get(0);
  const children = element
    ? [createdValue(element)].flatMap((one) => one ?? [])
    : [...changes.added, ...[...changes.below].flatMap(([below, its]) => createdProperty(String(below), its))];
  const [first] = children;
  return first && { type: element ? 'array' : 'object', offset: first.offset, length: first.length, children };
}

/** Returns the properties of an object, or of the first element of an array. */
function propertiesIn({ type, children = [] }: Node): readonly Node[] {
  return type === 'array' ? (children[0]?.children ?? []) : children;
}

function copyOf({ type, offset, length, value, parent }: Node, children?: Node[]): Node {
  const own: unknown = value;
  return { type, offset, length, ...(children ? { children } : { value: own }), ...(parent && { parent }) };
}

/** Adds the values of what is directly in a changed object or array, and isn't changed itself. */
function addUnchangedValues(known: Map<Node, Json>, node: Node, value: Json, changes: Changes): void {
  const { renamed, below } = changes;
  const add = (child: Node, segment: string | number, changesBelow: Changes | undefined): void => {
    if (changesBelow) addUnchangedValues(known, child, childValue(value, segment), changesBelow);
    else known.set(child, childValue(value, segment));
  };
  if (node.type === 'array') {
    for (const [index, child] of (node.children ?? []).entries()) add(child, index, below.get(index));
    return;
  }
  // Of properties with the same name, the value has the last one.
  const last = new Map((node.children ?? []).map((property) => [String(keyOf(property)?.value), property]));
  for (const [name, property] of last) {
    const child = property.children?.[1];
    if (child) add(child, name, below.get(renamed.get(property) ?? name));
  }
}

/** Returns the value of a node, as `nodeValue` does, with the values that are known. */
function valueOf(node: Node, known: ReadonlyMap<Node, Json>): Json {
  if (known.has(node)) return known.get(node);
  if (node.type === 'array') return (node.children ?? []).map((child) => valueOf(child, known));
  if (node.type !== 'object') return nodeValue(node);
  return Object.fromEntries(
    (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
      key && value ? [[String(key.value), valueOf(value, known)]] : [],
    ),
  );
}
