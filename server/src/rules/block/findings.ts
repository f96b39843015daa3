import type { Node } from 'jsonc-parser';
import * as l10n from '@vscode/l10n';
import { replaceSpan } from '../../documents/edits.ts';
import { member, memberNodes, placeAt, type Member } from '../../documents/locate.ts';
import type { ParsedDocument } from '../../documents/parse.ts';
import { isObject } from '../../schema/jsonSchema.ts';
import { memberSchema, membersOf, subschemaAt } from '../../schema/lookup.ts';
import type { Finding } from '../finding.ts';

const blocks = ['metadata_migration_parameter', 'permission_migration_parameter', 'metadata_discovery_parameter'];

/** Blocks whose members are those of another block. */
export function blockFindings({ tree, data }: ParsedDocument): Finding[] {
  const parameter = tree && placeAt(tree, ['parameter'])?.value;
  if (tree === undefined || parameter === undefined) return [];
  return memberNodes(parameter).flatMap((block) => {
    const meant = blocks.includes(block.name) ? meantBlock(block) : undefined;
    return meant === undefined ? [] : [otherType(block, meant, parameter, tree, data)];
  });
}

/** The block that most members of a block belong to, where it is not the one that it is named after. */
function meantBlock(block: Member): string | undefined {
  const known = blocks.map((name) => ({ name, count: knownMembers(name, block.value) }));
  const own = known.find(({ name }) => name === block.name)?.count ?? 0;
  const [best, second] = known.sort((left, right) => right.count - left.count);
  return best && best.count > own && best.count > (second?.count ?? 0) ? best.name : undefined;
}

function knownMembers(block: string, node: Node): number {
  const names = new Set(membersOf(subschemaAt(['parameter', block]) ?? {}).map(([name]) => name));
  return memberNodes(node).filter(({ name }) => names.has(name)).length;
}

function otherType(block: Member, meant: string, parameter: Node, tree: Node, data: unknown): Finding {
  const type = memberSchema(subschemaAt([]) ?? {}, 'type');
  const meantType = subschemaAt(['parameter', meant])?.['x-appliesWith']?.values?.[0];
  const typePlace = member(tree, 'type')?.value;
  const isSelected = isObject(data) && data.type === meantType;
  const rename = replaceSpan(block.key, JSON.stringify(meant));
  const isTaken = member(parameter, meant) !== undefined;
  const withType =
    !isSelected && typePlace && meantType !== undefined && type?.enum?.includes(meantType) === true
      ? [replaceSpan(typePlace, JSON.stringify(meantType))]
      : [];
  return {
    code: 'block-of-other-type',
    message: l10n.t('"{0}" holds the members of "{1}". Rename it, or write its own members.', block.name, meant),
    span: block.key,
    covers: block.property,
    fixes: isTaken
      ? []
      : [
          {
            title:
              withType.length > 0
                ? l10n.t('Rename to "{0}" and change "type" to {1}', meant, meantType ?? '')
                : l10n.t('Rename to "{0}"', meant),
            changes: () => [...withType, rename],
            isPreferred: true,
          },
        ],
  };
}
