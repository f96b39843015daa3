import type { Node } from 'jsonc-parser';
import type { ParsedDocument } from '../../language/src/documents/parse.ts';
import { memberNodes } from '../../language/src/documents/locate.ts';
import { nodeValue } from '../../language/src/documents/value.ts';
import { jobSchema } from '../../language/src/generated/jobSchema.js';
import type { JsonSchema } from '../../language/src/schema/jsonSchema.ts';
import { membersOf, memberSchema } from '../../language/src/schema/lookup.ts';
import { isSameWord } from '../../language/src/schema/nearest.ts';

/** A member that the API does not know, where it stands and with its value. */
export interface UnknownMember {
  readonly path: string;
  readonly value: unknown;
}

/** The members that the API does not know, but for those that are another spelling of one that it knows. */
export function unknownMembers({ tree }: ParsedDocument): UnknownMember[] {
  return tree ? within(tree, jobSchema, '') : [];
}

function within(node: Node, schema: JsonSchema, path: string): UnknownMember[] {
  const { items } = schema;
  if (node.type === 'array')
    return items ? (node.children ?? []).flatMap((element) => within(element, items, path)) : [];
  const names = membersOf(schema).map(([name]) => name);
  return memberNodes(node).flatMap(({ name, value }) => {
    const own = memberSchema(schema, name);
    if (own) return within(value, own, `${path}.${name}`);
    return names.some((known) => isSameWord(known, name)) ? [] : [{ path: `${path}.${name}`, value: nodeValue(value) }];
  });
}
