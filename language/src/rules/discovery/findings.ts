import type { Node } from 'jsonc-parser';
import * as l10n from '@vscode/l10n';
import { replaceSpan } from '../../documents/edits/containerEdits.ts';
import { placeAt, textOf } from '../../documents/locate.ts';
import type { ParsedDocument } from '../../documents/parse.ts';
import { isReferring } from '../../documents/reference.ts';
import { childValue, valueAt } from '../../documents/value.ts';
import type { Finding } from '../findings/finding.ts';
import { quotable } from '../findings/quotable.ts';

const discovery = ['parameter', 'metadata_discovery_parameter'];

/** What only the properties of a discovery show together. */
export function discoveryFindings({ tree, data }: ParsedDocument): Finding[] {
  const at = (name: string): Node | undefined => tree && placeAt(tree, [...discovery, name])?.value;
  return [...depthFindings(at('table_depth'), at('data_location')), ...(tree ? hyphens(tree, data) : [])];
}

function depthFindings(depth: Node | undefined, location: Node | undefined): Finding[] {
  if (depth?.type !== 'number' || !Number.isInteger(depth.value)) return [];
  if (Number(depth.value) < 1) {
    return [
      {
        code: 'table-depth',
        message: () => l10n.t('"table_depth" must be at least 1. It counts from "data_location".'),
        span: depth,
        fixes: () => [
          { title: l10n.t('Replace with {0}', 1), edits: () => [replaceSpan(depth, '1')], isPreferred: true },
        ],
      },
    ];
  }
  const path = textOf(location);
  const partition = path === undefined || isReferring(path) ? undefined : /\/([^/=]+=[^/]*)/.exec(path)?.[1];
  if (location === undefined || partition === undefined) return [];
  return [
    {
      code: 'table-depth',
      message: () =>
        l10n.t(
          '"data_location" is inside the partition {0}. Use the parent folder of the partition.',
          quotable(partition),
        ),
      span: location,
      related: () => [{ message: l10n.t('"table_depth" counts from "data_location".'), at: depth }],
      fixes: () => [
        {
          title: l10n.t('Use the folder above the partition'),
          edits: () => [replaceSpan(location, JSON.stringify(path?.slice(0, path.indexOf(`/${partition}`))))],
        },
      ],
    },
  ];
}

function hyphens(tree: Node, data: unknown): Finding[] {
  const path = [...discovery, 'principals'];
  const principals: unknown = valueAt(data, path);
  if (!Array.isArray(principals)) return [];
  return principals.flatMap((principal: unknown, index) => {
    const name = childValue(principal, 'principal_name');
    if (typeof name !== 'string' || !name.includes('-') || isReferring(name)) return [];
    const node = placeAt(tree, [...path, index, 'principal_name'])?.value;
    return node ? [hyphen(node)] : [];
  });
}

function hyphen(name: Node): Finding {
  return {
    code: 'hyphen-in-name',
    message: () => l10n.t('Granting permissions to a principal with a hyphen in its name may fail.'),
    span: name,
  };
}
