import type { Node } from 'jsonc-parser';
import { applyEdits } from '../../documents/edits/applyEdits.ts';
import { insertInto, type TextFor } from '../../documents/edits/containerEdits.ts';
import { indented, lineIndentation } from '../../documents/indentation.ts';
import { placeAt, type Path } from '../../documents/locate.ts';
import { parse } from '../../documents/parse.ts';
import { subschemaAt } from '../../schema/lookup.ts';
import { groupsByPlace } from '../../schema/places.ts';
import { hasComment } from '../fixes/comments.ts';
import { withoutProperties } from '../fixes/removal.ts';
import type { MisplacedProperties } from './intendedPlaces.ts';

/**
 * Returns the text of a document with properties moved to the object they belong in, which is created where there is
 * none. Each goes to its place in the order of the API reference, as written. `undefined` where a path leads to no
 * object.
 * @param root the path of the job in the document: empty, where it isn't wrapped
 */
export function moveProperties(
  text: string,
  { names, from, to, emptied }: Pick<MisplacedProperties, 'names' | 'from' | 'to' | 'emptied'>,
  root: Path,
): string | undefined {
  const parsed = parse(text);
  const { tree } = parsed;
  const properties = names.flatMap((name) => (tree && placeAt(tree, [...root, ...from, name])?.property) ?? []);
  if (properties.length < names.length) return undefined;
  const taken = new Map(properties.map((property, index) => [names[index] ?? '', textOf(property, text)]));
  const object = emptied && tree && placeAt(tree, [...root, ...from])?.property;
  // A comment beside the properties would be lost.
  if (emptied && (object === undefined || hasComment(parsed, object))) return undefined;
  return withProperties(withoutProperties(text, object ? [object] : properties), taken, root, to);
}

/** Returns the text of a property, to be indented for another place. */
function textOf(property: Node, text: string): TextFor {
  const [first = '', ...lines] = text.slice(property.offset, property.offset + property.length).split('\n');
  const before = lineIndentation(text, property.offset);
  return ({ current }) =>
    [
      first,
      ...lines.map((line) => current + (line.startsWith(before) ? line.slice(before.length) : line.trimStart())),
    ].join('\n');
}

/** Puts properties into the object at `path`. The objects around it that don't exist are put in with it. */
function withProperties(
  text: string,
  properties: ReadonlyMap<string, TextFor>,
  root: Path,
  path: Path,
): string | undefined {
  const name = path.at(-1);
  const { tree } = parse(text);
  const object = tree && placeAt(tree, [...root, ...path])?.value;
  if (object !== undefined) {
    const schema = subschemaAt(path);
    if (object.type !== 'object' || schema === undefined) return undefined;
    const groups = groupsByPlace(object, [...properties.keys()], schema);
    const edits = groups.flatMap(([previous, names]) =>
      insertInto(
        text,
        object,
        previous,
        names.flatMap((one) => properties.get(one) ?? []),
      ),
    );
    return applyEdits(text, edits);
  }
  const array = path.at(-2);
  const value = inLines('{', [...properties.values()], '}');
  if (typeof name === 'string') {
    return withProperties(text, new Map([[name, named(name, value)]]), root, path.slice(0, -1));
  }
  return name === 0 && typeof array === 'string'
    ? withProperties(text, new Map([[array, named(array, inLines('[', [value], ']'))]]), root, path.slice(0, -2))
    : undefined;
}

function named(name: string, value: TextFor): TextFor {
  return (indentation) => `"${name}": ${value(indentation)}`;
}

function inLines(opening: string, children: readonly TextFor[], closing: string): TextFor {
  return (indentation) => {
    const inner = indented(indentation);
    const lines = children.map((textFor) => inner.lineBreak + inner.current + textFor(inner));
    return opening + lines.join(',') + indentation.lineBreak + indentation.current + closing;
  };
}
