import type { Node } from 'jsonc-parser';
import * as l10n from '@vscode/l10n';
import { replaceSpan } from '../documents/edits.ts';
import { member, memberNodes, placeAt, type Member } from '../documents/locate.ts';
import type { ParsedDocument } from '../documents/parse.ts';
import { isObject } from '../schema/jsonSchema.ts';
import { memberSchema, membersOf, subschemaAt } from '../schema/lookup.ts';
import type { Finding } from './finding.ts';
import type { Rule } from './rule.ts';

const blocks = ['metadata_migration_parameter', 'permission_migration_parameter', 'metadata_discovery_parameter'];

/** The rules of `type` and the blocks of `parameter`. */
export const blockRules = {
  'missing-block': {
    severity: 'warning',
    title: 'The block of the job’s type is missing',
    reason:
      '`type` decides which block of `parameter` counts, so a job without that block says nothing. The page marks all three as optional, hence a warning.',
    source: 'CreateJobByInstance, JobParameter; the need is a conclusion',
    example: {
      in: 'job',
      invalid: '"type": "METADATA_DISCOVERY", "parameter": {}',
      valid: `"type": "PERMISSION_MIGRATION", "parameter": { "permission_migration_parameter": {
  "location": "obs://lake-permissions/ranger/", "log_location": "obs://lake-logs/permissions",
  "policy_type": "RANGER", "instance_id": "2180518f-42b8-4947-b20b-adfc53981a25" } }`,
    },
  },
  'unused-block': {
    severity: 'warning',
    title: 'A block of another type',
    reason: 'Only the block that `type` selects counts. The others are sent, and nothing is done with them.',
    source: 'CreateJobByInstance, JobParameter; the vendor’s own example sends all three',
    example: { in: 'parameter', invalid: '"metadata_discovery_parameter": {}', valid: '' },
  },
  'block-of-other-type': {
    severity: 'warning',
    title: 'The members of a block belong to another one',
    reason: 'The name of the block and what stands in it are of two job types, so most of its members are ignored.',
    source: 'CreateJobByInstance, the three parameter tables',
    example: {
      in: 'parameter',
      invalid: '"permission_migration_parameter": { "data_location": "obs://lake/raw", "file_discovery_type": "CSV" }',
      valid: `"permission_migration_parameter": {
  "location": "obs://lake-permissions/ranger/", "log_location": "obs://lake-logs/permissions",
  "policy_type": "RANGER", "instance_id": "2180518f-42b8-4947-b20b-adfc53981a25" }`,
    },
  },
} as const satisfies Record<string, Rule>;

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
