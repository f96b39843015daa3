import type { Node } from 'jsonc-parser';
import { keyOf, type Path } from '../../documents/locate.ts';

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

  /**
   * Returns the tree with the changes. Nodes keep their places in the text, and their parents there; an object that is
   * created has the place of the first property in it.
   */
  appliedTo(tree: Node): Node {
    return changed(tree, this.#root);
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

/** Returns the property for an object that is created, unless it would be empty. */
function createdProperty(name: string, changes: Changes): Node[] {
  const inner = [...changes.below].flatMap(([below, its]) => createdProperty(String(below), its));
  const properties = [...changes.added, ...inner];
  const [first] = properties;
  const key = first && keyOf(first);
  if (first === undefined || key === undefined) return [];
  const { offset, length } = first;
  const object: Node = { type: 'object', offset, length, children: properties };
  return [{ type: 'property', offset, length, children: [{ ...copyOf(key), value: name }, object] }];
}

function copyOf({ type, offset, length, value, parent }: Node, children?: Node[]): Node {
  const own: unknown = value;
  return { type, offset, length, ...(children ? { children } : { value: own }), ...(parent && { parent }) };
}
