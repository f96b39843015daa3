import type { Node } from 'jsonc-parser';
import { applyEdits } from '../../documents/edits/applyEdits.ts';
import { insertInto, type TextFor } from '../../documents/edits/containerEdits.ts';
import { indented, lineIndentation } from '../../documents/indentation.ts';
import { placeAt, type Path } from '../../documents/locate.ts';
import { parse } from '../../documents/parse.ts';
import { subschemaAt } from '../../schema/lookup.ts';
import { groupsByPlace } from '../../schema/places.ts';
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
  { names, from, to }: Pick<MisplacedProperties, 'names' | 'from' | 'to'>,
  root: Path,
): string | undefined {
  const { tree } = parse(text);
  const properties = names.flatMap((name) => (tree && placeAt(tree, [...root, ...from, name])?.property) ?? []);
  if (properties.length < names.length) return undefined;
  const taken = new Map(properties.map((property, index) => [names[index] ?? '', textOf(property, text)]));
  return withProperties(withoutProperties(text, properties), taken, root, to);
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
  if (typeof name !== 'string') return undefined;
  return withProperties(text, new Map([[name, objectOf(name, [...properties.values()])]]), root, path.slice(0, -1));
}

function objectOf(name: string, properties: readonly TextFor[]): TextFor {
  return (indentation) => {
    const inner = indented(indentation);
    const lines = properties.map((textFor) => inner.lineBreak + inner.current + textFor(inner));
    return `"${name}": {${lines.join(',')}${indentation.lineBreak}${indentation.current}}`;
  };
}
