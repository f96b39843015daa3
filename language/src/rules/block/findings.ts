import type { Node } from 'jsonc-parser';
import * as l10n from '@vscode/l10n';
import { replaceSpan } from '../../documents/edits/containerEdits.ts';
import { keyOf, findProperty, placeAt } from '../../documents/locate.ts';
import { childValue, isObject, valueAt } from '../../documents/value.ts';
import type { Json } from '../../schema/jsonSchema.ts';
import { propertySchema, subschemaAt } from '../../schema/lookup.ts';
import type { CheckedDocument } from '../findings/checkedDocument.ts';
import type { Finding, Fix } from '../findings/finding.ts';

const blocks = ['metadata_migration_parameter', 'permission_migration_parameter', 'metadata_discovery_parameter'];

/** Blocks with the properties of another block. */
export function blockFindings({ tree, intended }: CheckedDocument): Finding[] {
  const parameter = tree && findProperty(tree, 'parameter')?.value;
  if (tree === undefined || parameter === undefined) return [];
  return blocks.flatMap((name) => {
    const other = otherBlock(name, valueAt(intended, ['parameter', name]));
    const block = other === undefined ? undefined : findProperty(parameter, name)?.property;
    return other === undefined || block === undefined ? [] : [blockOfOtherType(name, block, other, tree, intended)];
  });
}

/** The block that most properties of a block belong to, if it differs from the one that it is named after. */
function otherBlock(name: string, block: Json): string | undefined {
  const known = blocks.map((other) => ({ other, count: knownProperties(other, block) }));
  const own = known.find(({ other }) => other === name)?.count ?? 0;
  const [best, second] = known.sort((left, right) => right.count - left.count);
  return best && best.count > own && best.count > (second?.count ?? 0) ? best.other : undefined;
}

function knownProperties(name: string, block: Json): number {
  const schema = subschemaAt(['parameter', name]);
  if (schema === undefined || !isObject(block)) return 0;
  return Object.keys(block).filter((property) => propertySchema(schema, property)).length;
}

function blockOfOtherType(name: string, block: Node, other: string, tree: Node, intended: Json): Finding {
  const key = keyOf(block) ?? block;
  return {
    code: 'block-of-other-type',
    message: () => l10n.t('"{0}" has the properties of "{1}".', name, other),
    span: key,
    suppresses: block,
    fixes: () => (placeAt(tree, ['parameter', other]) ? [] : [renaming(key, other, tree, intended)]),
  };
}

/** The fix that renames a block and, where another type is selected, changes the type with it. */
function renaming(key: Node, other: string, tree: Node, intended: Json): Fix {
  const rename = replaceSpan(key, JSON.stringify(other));
  const type = subschemaAt(['parameter', other])?.['x-appliesWith']?.values?.[0];
  const typeNode =
    type === undefined || childValue(intended, 'type') === type ? undefined : findProperty(tree, 'type')?.value;
  return typeNode
    ? {
        title: l10n.t('Rename to "{0}" and change "type" to {1}', other, type ?? ''),
        edits: () => [replaceSpan(typeNode, JSON.stringify(type)), rename],
        isPreferred: true,
      }
    : { title: l10n.t('Rename to "{0}"', other), edits: () => [rename], isPreferred: true };
}
