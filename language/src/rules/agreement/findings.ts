import type { Node } from 'jsonc-parser';
import * as l10n from '@vscode/l10n';
import { replaceSpan } from '../../documents/edits/containerEdits.ts';
import { placeAt, textOf } from '../../documents/locate.ts';
import { isReferring } from '../../documents/reference.ts';
import { instanceOf } from '../../schema/block.ts';
import type { CheckedDocument } from '../findings/checkedDocument.ts';
import type { Environment } from '../environment.ts';
import type { Finding } from '../findings/finding.ts';
import { quotable } from '../findings/quotable.ts';

/** Where the document disagrees with the connection, or with another open one. */
export function agreementFindings({ tree, intended }: CheckedDocument, environment: Environment): Finding[] {
  const { instance, path } = instanceOf(intended);
  const node = tree && path && placeAt(tree, path)?.value;
  if (tree === undefined || instance === undefined || node === undefined || isReferring(instance)) return [];
  return [
    ...mismatch(node, instance, environment.connection),
    ...namesakes(placeAt(tree, ['name'])?.value, instance, environment.namesakes),
  ];
}

function mismatch(node: Node, instance: string, connection: Environment['connection']): Finding[] {
  if (connection === undefined || connection.instanceId === instance) return [];
  const { name, instanceId } = connection;
  return [
    {
      code: 'instance-mismatch',
      message: () => l10n.t('"instance_id" doesn’t match connection "{0}" ({1}).', name, instanceId),
      span: node,
      fixes: () => [
        {
          title: l10n.t('Use the instance of connection "{0}"', name),
          edits: () => [replaceSpan(node, JSON.stringify(instanceId))],
          isPreferred: true,
        },
      ],
    },
  ];
}

function namesakes(node: Node | undefined, instance: string, find: Environment['namesakes']): Finding[] {
  const name = textOf(node);
  const others = name === undefined || name === '' ? [] : find(name, instance);
  if (node === undefined || others.length === 0) return [];
  return [
    {
      code: 'repeated-job-name',
      message: () => l10n.t('Another open job for this instance is also named "{0}".', quotable(name ?? '')),
      span: node,
      related: () => others.map((at) => ({ message: l10n.t('Other job'), at })),
    },
  ];
}
