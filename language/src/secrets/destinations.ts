import type { Node } from 'jsonc-parser';
import { jsonPath } from '../documents/jsonPath.ts';
import { labelText } from '../documents/labelText.ts';
import type { Path } from '../documents/locate.ts';
import type { ParsedDocument } from '../documents/parse.ts';
import { referencesIn, referenceTo } from '../documents/reference.ts';
import { pathTo, visitValues } from '../documents/visitValues.ts';
import { addressHost } from './addressHost.ts';
import { mayHaveReferences } from './jobReferences.ts';

/** Where the value of a reference goes when the job is submitted. */
export interface Destination {
  readonly kind: 'secret' | 'env';
  /** The name of the secret or environment variable. */
  readonly name: string;
  /** The reference as written, such as `${secret:NAME}`. */
  readonly reference: string;
  /** The path of the string that it is in, in JSONPath notation. */
  readonly path: string;
  /** The property that it is in, to be shown: the end of the path. */
  readonly property: string;
  /** The hosts that the service connects to with it, to be shown; `undefined` where no address is around it. */
  readonly host: string | undefined;
  /** All that determines where the service connects to. */
  readonly route: Route | undefined;
}

/** The properties of an object that determine where the service connects to, and those of the objects around it. */
export interface Route {
  /** Names and values as JSON, in the order of the names. May contain a password: to be hashed, never stored or shown. */
  readonly properties: string;
  readonly around: Route | undefined;
}

/** The properties with an address, which is shown. */
const addressNames: ReadonlySet<string> = new Set(['jdbc_url', 'endpoint']);

/** The properties that decide which machine is behind an address: the API reference, `network_type`. */
const networkNames: ReadonlySet<string> = new Set(['network_type', 'accepted_vpc_id', 'subnet_ip']);

/** What is known of a value from the objects around it. */
interface Around {
  readonly host: string | undefined;
  readonly route: Route | undefined;
}

/**
 * Returns where the references of a job go, each place once, in the order of the text. Of duplicate properties all count,
 * since it isn't known which one the service reads.
 */
export function destinationsIn({ text, tree }: Pick<ParsedDocument, 'text' | 'tree'>): Destination[] {
  const found: Destination[] = [];
  if (tree === undefined || !mayHaveReferences(text)) return found;
  const known = new Map<Node, Around>();
  visitValues<Around>(
    tree,
    { host: undefined, route: undefined },
    {
      property: (key, around) => {
        const object = key.parent?.parent;
        if (object === undefined) return around;
        const inner = known.get(object) ?? aroundIn(object, around, text);
        known.set(object, inner);
        return inner;
      },
      scalar: ({ type, value }, around, step) => {
        if (type !== 'string') return;
        for (const { kind, name } of distinctReferences(String(value))) {
          const path = pathTo(step);
          found.push({
            ...{ kind, name, reference: referenceTo(kind, name) },
            ...{ path: jsonPath(path), property: propertyLabel(path), ...around },
          });
        }
      },
    },
  );
  return found;
}

function distinctReferences(value: string): Pick<Destination, 'kind' | 'name'>[] {
  const distinct = new Map<string, Pick<Destination, 'kind' | 'name'>>();
  for (const { kind, name } of referencesIn(value)) {
    if (kind !== 'malformed') distinct.set(referenceTo(kind, name), { kind, name });
  }
  return [...distinct.values()];
}

function aroundIn(object: Node, around: Around, text: string): Around {
  const properties: { readonly name: string; readonly value: unknown }[] = [];
  const hosts = new Set<string>();
  for (const { children: [key, value] = [] } of object.children ?? []) {
    const name = String(key?.value);
    if (value === undefined || !(addressNames.has(name) || networkNames.has(name))) continue;
    const isString = value.type === 'string';
    const written = text.slice(value.offset, value.offset + value.length);
    properties.push({ name, value: isString ? String(value.value) : { written } });
    if (isString && addressNames.has(name) && value.value !== '') hosts.add(addressHost(String(value.value)));
  }
  if (properties.length === 0) return around;
  properties.sort((left, right) => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0));
  return {
    host: hosts.size > 0 ? labelText([...hosts].join(', '), 120) : around.host,
    route: { properties: JSON.stringify(properties), around: around.route },
  };
}

/** The name of a property; of one in an element of an array, also which one: `locations[0].value`. */
function propertyLabel(path: Path): string {
  let start = path.length - 1;
  while (start > 0 && (typeof path[start] === 'number' || typeof path[start - 1] === 'number')) start--;
  return labelText(jsonPath(path.slice(Math.max(start, 0))).replace(/^\$\.?(?=.)/, ''), 80);
}
