import type { Node } from 'jsonc-parser';
import * as l10n from '@vscode/l10n';
import { propertyNodes, type PropertyNode } from '../../documents/locate.ts';
import { LazyNode } from '../../documents/fast/lazyTree.ts';
import type { ParsedDocument } from '../../documents/parse.ts';
import { nodeValue } from '../../documents/value.ts';
import { hasComment } from '../fixes/comments.ts';
import type { Finding } from '../findings/finding.ts';
import { firstFindings } from '../findings/uncountedProblems.ts';
import { quotable } from '../findings/quotable.ts';
import { propertyRemoval } from '../fixes/removal.ts';

/** Properties with the same name in one object: each but the last, because the last value counts. */
export function duplicateFindings(parsed: ParsedDocument): Finding[] {
  const { tree } = parsed;
  // The tree of a text that is JSON without a mistake has none.
  if (tree === undefined || tree instanceof LazyNode) return [];
  return firstFindings(objectsIn(tree).flatMap(duplicatesIn), tree, (duplicate) => finding(duplicate, parsed));
}

function objectsIn(tree: Node): Node[] {
  const objects: Node[] = [];
  const search = (node: Node): void => {
    if (node.type === 'object') objects.push(node);
    node.children?.forEach(search);
  };
  search(tree);
  return objects;
}

function duplicatesIn(object: Node): Duplicate[] {
  const properties = propertyNodes(object);
  if (new Set(properties.map(({ name }) => name)).size === properties.length) return [];
  const last = new Map(
    properties.map((property) => [property.name, { property, isSame: comparisonWith(property.value) }]),
  );
  return properties.flatMap((property) => {
    const effective = last.get(property.name);
    return effective === undefined || effective.property === property ? [] : [{ property, effective }];
  });
}

/** A property that is followed by one of the same name. */
interface Duplicate {
  readonly property: PropertyNode;
  readonly effective: Effective;
}

/** The property with the value that counts, and whether another one has the same value. */
interface Effective {
  readonly property: PropertyNode;
  readonly isSame: (value: Node) => boolean;
}

function finding({ property: { name, key, node, value }, effective }: Duplicate, parsed: ParsedDocument): Finding {
  const { text } = parsed;
  const { property, isSame } = effective;
  return {
    code: 'duplicate-property',
    message: () => l10n.t('Duplicate property "{0}". Only the last value is used.', quotable(name)),
    span: key,
    isUnnecessary: true,
    related: () => [{ message: l10n.t('This value is used.'), at: property.key }],
    fixes: () => [
      {
        ...propertyRemoval(text, node),
        isPreferred: true,
        isSafe: isSame(value) && !hasComment(parsed, node),
      },
      { ...propertyRemoval(text, property.node), title: l10n.t('Remove the last "{0}"', quotable(name)) },
    ],
  };
}

/** Compares values with one that is read once, however many there are. */
function comparisonWith(value: Node): (other: Node) => boolean {
  let known: string | undefined;
  return (other) => (known ??= JSON.stringify(nodeValue(value))) === JSON.stringify(nodeValue(other));
}
