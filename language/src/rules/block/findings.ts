import type { Node } from 'jsonc-parser';
import * as l10n from '@vscode/l10n';
import { replaceSpan } from '../../documents/edits/containerEdits.ts';
import { keyOf, member, placeAt, type Place } from '../../documents/locate.ts';
import { valueAt } from '../../documents/value.ts';
import { isObject, type Json } from '../../schema/jsonSchema.ts';
import { memberSchema, subschemaAt } from '../../schema/lookup.ts';
import type { CheckedDocument } from '../findings/checkedDocument.ts';
import type { Finding } from '../findings/finding.ts';

const blocks = ['metadata_migration_parameter', 'permission_migration_parameter', 'metadata_discovery_parameter'];

/** Blocks whose members are those of another block. */
export function blockFindings({ tree, intended }: CheckedDocument): Finding[] {
  const parameter = tree && placeAt(tree, ['parameter'])?.value;
  if (tree === undefined || parameter === undefined) return [];
  return blocks.flatMap((name) => {
    const meant = meantBlock(name, valueAt(intended, ['parameter', name]));
    const block = meant === undefined ? undefined : member(parameter, name);
    return meant === undefined || block === undefined ? [] : otherType(name, block, meant, parameter, tree, intended);
  });
}

/** The block that most members of a block belong to, where it is not the one that it is named after. */
function meantBlock(name: string, block: Json): string | undefined {
  const known = blocks.map((other) => ({ other, count: knownMembers(other, block) }));
  const own = known.find(({ other }) => other === name)?.count ?? 0;
  const [best, second] = known.sort((left, right) => right.count - left.count);
  return best && best.count > own && best.count > (second?.count ?? 0) ? best.other : undefined;
}

function knownMembers(name: string, block: Json): number {
  const schema = subschemaAt(['parameter', name]);
  if (schema === undefined || !isObject(block)) return 0;
  return Object.keys(block).filter((member) => memberSchema(schema, member)).length;
}

function otherType(
  name: string,
  { property }: Place,
  meant: string,
  parameter: Node,
  tree: Node,
  intended: unknown,
): Finding[] {
  const key = property && keyOf(property);
  if (property === undefined || key === undefined) return [];
  const type = memberSchema(subschemaAt([]) ?? {}, 'type');
  const meantType = subschemaAt(['parameter', meant])?.['x-appliesWith']?.values?.[0];
  const typePlace = member(tree, 'type')?.value;
  const isSelected = isObject(intended) && intended.type === meantType;
  const rename = replaceSpan(key, JSON.stringify(meant));
  const isTaken = member(parameter, meant) !== undefined;
  const withType =
    !isSelected && typePlace && meantType !== undefined && type?.enum?.includes(meantType) === true
      ? [replaceSpan(typePlace, JSON.stringify(meantType))]
      : [];
  return [
    {
      code: 'block-of-other-type',
      message: () => l10n.t('"{0}" holds the members of "{1}". Rename it, or write its own members.', name, meant),
      span: key,
      suppresses: property,
      fixes: () =>
        isTaken
          ? []
          : [
              {
                title:
                  withType.length > 0
                    ? l10n.t('Rename to "{0}" and change "type" to {1}', meant, meantType ?? '')
                    : l10n.t('Rename to "{0}"', meant),
                edits: () => [...withType, rename],
                isPreferred: true,
              },
            ],
    },
  ];
}
