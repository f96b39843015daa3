import type { Node } from 'jsonc-parser';
import { nodeAt, pathOf } from '../../../language/src/documents/locate.ts';
import { parse } from '../../../language/src/documents/parse.ts';
import type { Span } from '../../../language/src/documents/range.ts';
import { visitValues } from '../../../language/src/documents/visitValues.ts';
import { secretPlaces } from '../../../language/src/secrets/secretPlaces.ts';
import { namedIn } from './answerWords.ts';

/** With more places than this, which of them is meant isn't known: only the first is marked. */
const mostPlaces = 10;

/** In a larger text nothing is marked, so that the editor never waits: jobs have some kilobytes. In UTF-16 code units. */
const largestText = 1024 * 1024;

/**
 * Returns where in a job's text the property or value is that the message of an error answer names:
 * `source_catalog must not be null`, `catalog 'hive' not found`, `parameter.locations[0].key: …`. A path ranks first, then a
 * property with a value that is named too, then properties, then values. Secrets aren't looked for. Takes one pass over the
 * message and one over the text.
 */
export function answerPlaces(message: string, text: string): Span[] {
  return placesIn(text)(message);
}

/** Returns the function that finds what a message names in a text, as `answerPlaces` does. Reads the text once. */
export function placesIn(text: string): (message: string) => Span[] {
  const document = text.length > largestText ? undefined : parse(text);
  const { tree } = document ?? {};
  if (document === undefined || tree === undefined) return () => [];
  const secrets = new Set(secretPlaces(document).map(({ kind, offset }) => (kind === 'value' ? offset : undefined)));
  return (message) => placesNamed(message, tree, secrets);
}

/** @param secrets where values are that aren't looked for */
function placesNamed(message: string, tree: Node, secrets: ReadonlySet<number | undefined>): Span[] {
  const words = namedIn(message);
  const [byPath, valued, named, values]: [Node[], Node[], Node[], Node[]] = [[], [], [], []];
  visitValues(tree, false, {
    property: (key, isWithinNamed, step) => {
      const match = words.property(step);
      if (match?.isPath === true) byPath.push(key);
      if (match) named.push(key);
      return isWithinNamed || match !== undefined;
    },
    scalar: (node, isWithinNamed, step) => {
      const property = typeof step?.segment === 'string' ? step.segment : undefined;
      if (secrets.has(node.offset) || !words.isValue(String(node.value), property)) return;
      if (isWithinNamed) valued.push(node);
      values.push(node);
    },
  });
  const found = [byPath, valued, named, values].find((places) => places.length > 0) ?? [];
  return found.slice(0, found.length > mostPlaces ? 1 : mostPlaces).map(({ offset, length }) => ({ offset, length }));
}

/** Returns the property that a place of a text is or is the value of; `undefined` unless there is only one place. */
export function propertyOf(places: readonly Span[], text: string): string | undefined {
  const [place, second] = places;
  const { tree } = parse(text);
  if (place === undefined || second !== undefined || tree === undefined) return undefined;
  const node = nodeAt(tree, place.offset);
  return node && pathOf(node).findLast((segment) => typeof segment === 'string');
}

/** Returns the places in a document after an edit: those that it touches are gone, those after it have moved. */
export function afterEdit<T extends Span>(
  places: readonly T[],
  edit: { readonly offset: number; readonly length: number; readonly inserted: number },
): T[] {
  const end = edit.offset + edit.length;
  return places.flatMap((place) => {
    if (edit.offset > place.offset + place.length) return [place];
    if (end < place.offset) return [{ ...place, offset: place.offset + edit.inserted - edit.length }];
    return [];
  });
}
