import type { Node } from 'jsonc-parser';
import type { ParsedDocument } from '../../language/src/documents/parse.ts';
import { propertyNodes } from '../../language/src/documents/locate.ts';
import { nodeValue } from '../../language/src/documents/value.ts';
import { jobSchema } from '../../language/src/generated/jobSchema.js';
import type { JsonSchema } from '../../language/src/schema/jsonSchema.ts';
import { propertiesOf, propertySchema } from '../../language/src/schema/lookup.ts';
import { isSameWord } from '../../language/src/schema/nearest.ts';

/** A property that the API doesn't have, with its place and value. */
export interface UnknownProperty {
  readonly path: string;
  readonly value: unknown;
}

/** The properties that the API doesn't know, but for those that are another spelling of one that it knows. */
export function unknownProperties({ tree }: ParsedDocument): UnknownProperty[] {
  return tree ? within(tree, jobSchema, '') : [];
}

function within(node: Node, schema: JsonSchema, path: string): UnknownProperty[] {
  const { items } = schema;
  if (node.type === 'array')
    return items ? (node.children ?? []).flatMap((element) => within(element, items, path)) : [];
  const names = propertiesOf(schema).map(([name]) => name);
  return propertyNodes(node).flatMap(({ name, value }) => {
    const own = propertySchema(schema, name);
    if (own) return within(value, own, `${path}.${name}`);
    return names.some((known) => isSameWord(known, name)) ? [] : [{ path: `${path}.${name}`, value: nodeValue(value) }];
  });
}
