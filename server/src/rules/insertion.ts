import type { Node } from 'jsonc-parser';
import * as l10n from '@vscode/l10n';
import type { TextChange } from '../documents/change.ts';
import { insertInto } from '../documents/edits.ts';
import { layoutAt } from '../documents/layout.ts';
import { keyOf, memberNodes, placeAt, type Path } from '../documents/locate.ts';
import type { ParsedDocument } from '../documents/parse.ts';
import { plainText, snippetText, type InsertionText } from '../documents/snippet.ts';
import { valueAt } from '../documents/value.ts';
import { knownValues } from '../schema/block.ts';
import { exampleValue, withValue, writeValue, type KnownValues } from '../schema/example.ts';
import { memberSchema, membersOf, subschemaAt } from '../schema/lookup.ts';
import { memberConditions } from '../schema/members.ts';
import { jdbcProblem } from './source/jdbc.ts';
import type { Environment } from './environment.ts';
import type { Fix } from './finding.ts';

/** The mandatory members that the object at `path` lacks, in the page's order. */
export function missingMembers({ tree, data }: ParsedDocument, path: Path): string[] {
  const object = tree && placeAt(tree, path)?.value;
  const schema = subschemaAt(path);
  if (object === undefined || schema === undefined) return [];
  const { mandatory } = memberConditions(path, data);
  const present = new Set((object.children ?? []).map((property) => String(keyOf(property)?.value)));
  return membersOf(schema)
    .map(([name]) => name)
    .filter((name) => mandatory.has(name) && !present.has(name));
}

/** Values to put in, by the name of the member. */
export type GivenValues = Readonly<Record<string, unknown>>;

/**
 * The fix that puts members into the object at `path`, each at its place in the page's order and with a legal value to type
 * over; `undefined` where there is no such object.
 * @param given values that are not to be the schema's examples
 */
export function insertMembers(
  { text, tree, data }: ParsedDocument,
  path: Path,
  names: readonly string[],
  { connection }: Pick<Environment, 'connection'>,
  given: GivenValues = {},
): Fix | undefined {
  const object = tree && placeAt(tree, path)?.value;
  const schema = subschemaAt(path);
  if (object?.type !== 'object' || schema === undefined) return undefined;
  const known = { ...knownValues(data, connection?.instanceId), ...jdbcExample(data) };
  const values = new Map<string, unknown>();
  let root = data;
  for (const name of names) {
    const own = [...path, name];
    const value = Object.hasOwn(given, name)
      ? given[name]
      : exampleValue(memberSchema(schema, name) ?? {}, own, root, known);
    values.set(name, value);
    root = withValue(root, own, value);
  }
  const changes = (insertion: InsertionText): TextChange[] =>
    groupsByPlace(object, names).flatMap(([previous, group]) =>
      insertInto(
        text,
        object,
        previous,
        group.map((name) => (layout) => {
          const value = writeValue(values.get(name), memberSchema(schema, name), insertion, layout);
          return `"${insertion.literal(name)}": ${value}`;
        }),
      ),
    );
  const asSnippet = changes(snippetText());
  const [only] = asSnippet;
  const snippet = only && withoutIndentation(text, only);
  return {
    title: names.length === 1 ? l10n.t('Insert "{0}"', names[0] ?? '') : l10n.t('Insert {0}', quoted(names)),
    changes: () => changes(plainText),
    ...(asSnippet.length === 1 && snippet && { snippet: () => snippet }),
  };

  /** The names by the child behind which they belong. */
  function groupsByPlace(within: Node, members: readonly string[]): [Node | undefined, string[]][] {
    const groups = new Map<Node | undefined, string[]>();
    for (const name of members) {
      const previous = previousOf(within, name);
      groups.set(previous, [...(groups.get(previous) ?? []), name]);
    }
    return [...groups];
  }

  function previousOf(within: Node, name: string): Node | undefined {
    const order = schema ? membersOf(schema).map(([other]) => other) : [];
    const before = new Set(order.slice(0, order.indexOf(name)));
    return memberNodes(within).findLast((other) => before.has(other.name))?.property;
  }
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}

/**
 * An editor puts the indentation of the line in front of every line of a snippet, so that its own is without that.
 * `undefined` where a line would be indented less.
 */
function withoutIndentation(text: string, change: TextChange): TextChange | undefined {
  const { indentation } = layoutAt(text, change.offset);
  const [first = '', ...lines] = change.text.split('\n');
  if (!lines.every((line) => line.startsWith(indentation))) return undefined;
  return { ...change, text: [first, ...lines.map((line) => line.slice(indentation.length))].join('\n') };
}

/** The example of an address that fits the data source. */
function jdbcExample(data: unknown): KnownValues {
  const migration = ['parameter', 'metadata_migration_parameter'];
  const examples = subschemaAt([...migration, 'datasource_parameter', 'jdbc_url'])?.examples ?? [];
  const datasource = valueAt(data, [...migration, 'datasource_type']);
  const fitting = examples.map(String).find((example) => jdbcProblem(example, datasource) === undefined);
  return fitting === undefined ? {} : { jdbc_url: fitting };
}
