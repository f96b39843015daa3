import type { Node } from 'jsonc-parser';
import * as l10n from '@vscode/l10n';
import { replaceSpan } from '../documents/edits.ts';
import { elementsOf, member, placeAt, textOf } from '../documents/locate.ts';
import type { ParsedDocument } from '../documents/parse.ts';
import { isReferring } from '../documents/reference.ts';
import type { Finding } from './finding.ts';
import type { Rule } from './rule.ts';

/** The rules of metadata discovery, but for its schedule. */
export const discoveryRules = {
  'unused-text-format': {
    severity: 'warning',
    title: 'A member for text files with another kind of files',
    reason: 'separator, quote, escape and header describe CSV and other text files. Other kinds have no such thing.',
    source: 'CreateJobByInstance, separator, quote, escape and header; a conclusion from their descriptions',
    example: {
      in: 'metadata_discovery_parameter',
      invalid: '"file_discovery_type": "PARQUET", "separator": ";"',
      valid: '"file_discovery_type": "CSV", "separator": ";"',
    },
  },
  'table-depth': {
    severity: 'warning',
    title: 'A table depth that does not fit the data location',
    reason:
      'The depth is counted from data_location: with obs://a/b and files in obs://a/b/c/d/e=1/f=99, depth 2 makes d the table and e and f its partition keys. So it is 1 at least, and data_location lies above the partitions.',
    source: 'CreateJobByInstance, table_depth',
    example: {
      in: 'metadata_discovery_parameter',
      invalid: '"data_location": "obs://lake/raw/day=1", "table_depth": 1',
      valid: '"data_location": "obs://lake/raw", "table_depth": 1',
    },
  },
  'repeated-principal': {
    severity: 'warning',
    title: 'A principal stands in the list twice',
    reason: 'The second one is granted nothing more; probably another one was meant.',
    source: 'CreateJobByInstance, principals',
    example: {
      in: 'metadata_discovery_parameter',
      invalid: `"principals": [{ "principal_type": "GROUP", "principal_source": "IAM", "principal_name": "analysts" },
  { "principal_type": "GROUP", "principal_source": "IAM", "principal_name": "analysts" }]`,
      valid: '"principals": [{ "principal_type": "GROUP", "principal_source": "IAM", "principal_name": "analysts" }]',
    },
  },
  'hyphen-in-name': {
    severity: 'warning',
    title: 'A hyphen in a principal’s name',
    reason: 'The name is legal, but granting to a name with a hyphen may fail.',
    source: 'LakeFormation, roles API and constraints; OpenAPI description of Principal',
    example: {
      in: 'metadata_discovery_parameter',
      invalid:
        '"principals": [{ "principal_type": "ROLE", "principal_source": "LOCAL", "principal_name": "data-readers" }]',
      valid:
        '"principals": [{ "principal_type": "ROLE", "principal_source": "LOCAL", "principal_name": "data_readers" }]',
    },
  },
} as const satisfies Record<string, Rule>;

const discovery = ['parameter', 'metadata_discovery_parameter'];

/** What only the members of a discovery say together. */
export function discoveryFindings({ tree }: ParsedDocument): Finding[] {
  const at = (name: string): Node | undefined => tree && placeAt(tree, [...discovery, name])?.value;
  return [...depthFindings(at('table_depth'), at('data_location')), ...elementsOf(at('principals')).flatMap(hyphens)];
}

function depthFindings(depth: Node | undefined, location: Node | undefined): Finding[] {
  if (depth?.type !== 'number' || !Number.isInteger(depth.value)) return [];
  if (Number(depth.value) < 1) {
    return [
      {
        code: 'table-depth',
        message: l10n.t('"table_depth" is counted from data_location and is 1 at least.'),
        span: depth,
        fixes: [{ title: l10n.t('Replace by {0}', 1), changes: () => [replaceSpan(depth, '1')], isPreferred: true }],
      },
    ];
  }
  const path = textOf(location);
  const partition = path === undefined || isReferring(path) ? undefined : /\/([^/=]+=[^/]*)/.exec(path)?.[1];
  if (location === undefined || partition === undefined) return [];
  return [
    {
      code: 'table-depth',
      message: l10n.t(
        '"data_location" lies in the partition {0}, so that no folder below it is a table. Take the folder above.',
        partition,
      ),
      span: location,
      related: [{ message: l10n.t('The depth is counted from there.'), at: depth }],
      fixes: [
        {
          title: l10n.t('Take the folder above the partition'),
          changes: () => [replaceSpan(location, JSON.stringify(path?.slice(0, path.indexOf(`/${partition}`))))],
        },
      ],
    },
  ];
}

function hyphens(principal: Node): Finding[] {
  const name = member(principal, 'principal_name')?.value;
  const text = textOf(name);
  if (name === undefined || text?.includes('-') !== true || isReferring(text)) return [];
  return [
    {
      code: 'hyphen-in-name',
      message: l10n.t('Granting to a name with a hyphen may fail. Take a principal without one where you can.'),
      span: name,
    },
  ];
}
