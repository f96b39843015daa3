import * as l10n from '@vscode/l10n';
import type { Node } from 'jsonc-parser';
import { insertInto, replaceSpan } from '../../documents/edits/containerEdits.ts';
import { elementsOf, placeAt, textOf } from '../../documents/locate.ts';
import { isReferring } from '../../documents/reference.ts';
import { valueAt } from '../../documents/value.ts';
import type { CheckedDocument } from '../findings/checkedDocument.ts';
import type { Finding, Fix } from '../findings/finding.ts';
import { quotable } from '../findings/quotable.ts';
import { correctedText } from '../../schema/corrections.ts';
import { subschemaAt } from '../../schema/lookup.ts';
import { mayHoldPassword } from '../../secrets/hidden.ts';
import { jdbcProblem } from './jdbc.ts';

const migration = ['parameter', 'metadata_migration_parameter'];

/** What only the properties of a migration's source show together. */
export function sourceFindings({ tree, text, intended }: CheckedDocument): Finding[] {
  const at = (...path: string[]): Node | undefined => tree && placeAt(tree, [...migration, ...path])?.value;
  return [
    ...jdbcFindings(at('datasource_parameter', 'jdbc_url'), valueAt(intended, [...migration, 'datasource_type'])),
    ...subnetFindings(at('datasource_parameter', 'subnet_ip')),
    ...parentFindings(at('sync_objects'), text),
  ];
}

function jdbcFindings(node: Node | undefined, datasource: unknown): Finding[] {
  const url = textOf(node);
  if (node === undefined || url === undefined || url === '' || isReferring(url)) return [];
  const problem = jdbcProblem(url, datasource);
  if (problem === undefined) return [];
  const fixes = (): Fix[] =>
    (problem.suggestions ?? []).map((suggestion, index) => ({
      title: mayHoldPassword(url) ? l10n.t('Correct the URL') : l10n.t('Replace with {0}', quotable(suggestion)),
      edits: () => [replaceSpan(node, JSON.stringify(suggestion))],
      isPreferred: index === 0 && problem.isSure === true,
    }));
  return [{ code: 'jdbc-url', message: () => problem.message, span: node, fixes }];
}

function subnetFindings(node: Node | undefined): Finding[] {
  const address = textOf(node);
  if (node === undefined || address === undefined || address === '' || isReferring(address) || isAddress(address)) {
    return [];
  }
  return [
    {
      code: 'subnet-ip',
      message: () => l10n.t('"subnet_ip" must be an IP address, such as 192.168.0.10.'),
      span: node,
    },
  ];
}

function isAddress(text: string): boolean {
  const isFour = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/.test(text);
  return isFour || /^(?=[^:]*:[^:]*:)[\dA-Fa-f:.]+$/.test(text);
}

const parents: ReadonlyMap<string, string> = new Map([
  ['FUNCTION', 'DATABASE'],
  ['TABLE', 'DATABASE'],
  ['PARTITION', 'TABLE'],
]);

function parentFindings(array: Node | undefined, text: string): Finding[] {
  if (array === undefined) return [];
  const elements = elementsOf(array);
  const schema = subschemaAt([...migration, 'sync_objects', 0]) ?? {};
  const first = new Map<string | undefined, Node>();
  for (const element of elements) {
    const written = textOf(element);
    // A misspelled parent is there.
    const name = written === undefined ? undefined : correctedText(written, schema);
    if (!first.has(name)) first.set(name, element);
  }
  return [...parents].flatMap(([child, parent]): Finding[] => {
    const element = first.get(child);
    if (element === undefined || first.has(parent)) return [];
    return [
      {
        code: 'objects-without-parents',
        message: () => l10n.t('{0} requires {1}, unless the target catalog already has it.', child, parent),
        span: element,
        fixes: () => [
          {
            title: l10n.t('Insert {0}', parent),
            edits: () => insertInto(text, array, elements.at(-1), [() => JSON.stringify(parent)]),
            isPreferred: true,
          },
        ],
      },
    ];
  });
}
