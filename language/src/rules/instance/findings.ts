import type { Node } from 'jsonc-parser';
import * as l10n from '@vscode/l10n';
import { replaceSpan } from '../../documents/edits/containerEdits.ts';
import { placeAt, textOf, type Path } from '../../documents/locate.ts';
import { isReferring } from '../../documents/reference.ts';
import { valueAt } from '../../documents/value.ts';
import { instanceOf, selectedBlock } from '../../schema/block.ts';
import { keeps } from '../../schema/limits.ts';
import { subschemaAt } from '../../schema/lookup.ts';
import { nearest } from '../../schema/nearest.ts';
import { hasPlaceholder } from '../../schema/samples.ts';
import type { RuleCode } from '../catalogue.ts';
import type { Environment } from '../environment.ts';
import type { CheckedDocument } from '../findings/checkedDocument.ts';
import type { Finding } from '../findings/finding.ts';
import { quotable } from '../findings/quotable.ts';
import { nameQueryAt, type InstanceQuery, type InstanceValues } from './query.ts';

/** As many principals are compared, so that a long list isn't slow. */
const mostPrincipals = 50;

/**
 * The names in a job that the instance of the connection doesn't have. Reports nothing where the instance's list isn't complete,
 * or the job names another instance.
 */
export function instanceFindings(
  { tree, intended }: CheckedDocument,
  { connection, instanceValues }: Environment,
): Finding[] {
  const block = selectedBlock(intended);
  if (tree === undefined || block === undefined || connection === undefined || instanceValues === undefined) return [];
  const { instance = connection.instanceId } = instanceOf(intended);
  if (instance !== connection.instanceId) return [];
  return namePaths(block, intended).flatMap((path) => {
    const query = nameQueryAt(path, intended);
    const node = placeAt(tree, path)?.value;
    if (query === undefined || node === undefined || !isName(textOf(node), path)) return [];
    const known = instanceValues(query);
    return known?.isComplete === true ? unknownName(node, query, known) : [];
  });
}

/** The paths of the names in a job. */
function namePaths(block: Path, root: unknown): Path[] {
  const principals: unknown = valueAt(root, [...block, 'principals']);
  const count = Array.isArray(principals) ? Math.min(principals.length, mostPrincipals) : 0;
  return [
    [...block, 'target_catalog'],
    [...block, 'target_database'],
    ...Array.from({ length: count }, (_, index) => [...block, 'principals', index, 'principal_name']),
  ];
}

/** Whether a value can be a name: not empty, no reference, no sample, and nothing that another rule reports for its form. */
function isName(value: string | undefined, path: Path): boolean {
  const schema = subschemaAt(path);
  if (schema === undefined || value === undefined || value === '' || isReferring(value)) return false;
  if (!keeps(value, schema)) return false;
  return !hasPlaceholder(value, schema);
}

function unknownName(node: Node, query: InstanceQuery, { values }: InstanceValues): Finding[] {
  const name = textOf(node) ?? '';
  const lowerCase = name.toLowerCase();
  // Whether the service distinguishes capitals isn't documented.
  if (values.some((value) => value.name.toLowerCase() === lowerCase)) return [];
  const suggestion = (): string | undefined => nearestOf(name, values);
  return [
    {
      code: codeOf(query),
      message: () => sentence(query, name, suggestion()),
      span: node,
      fixes: () => {
        const replacement = suggestion();
        if (replacement === undefined) return [];
        return [
          {
            title: l10n.t('Replace with {0}', quotable(replacement)),
            edits: () => [replaceSpan(node, JSON.stringify(replacement))],
            isPreferred: true,
          },
        ];
      },
    },
  ];
}

function codeOf({ kind }: InstanceQuery): RuleCode {
  switch (kind) {
    case 'catalogs':
      return 'unknown-catalog';
    case 'databases':
      return 'unknown-database';
    default:
      return 'unknown-principal';
  }
}

function sentence(query: InstanceQuery, name: string, suggestion: string | undefined): string {
  const [unknown, nearby] = [quotable(name), suggestion === undefined ? undefined : quotable(suggestion)];
  switch (query.kind) {
    case 'databases': {
      const catalog = quotable(query.catalog);
      return nearby === undefined
        ? l10n.t('Database "{0}" isn’t in catalog "{1}".', unknown, catalog)
        : l10n.t('Database "{0}" isn’t in catalog "{1}". Did you mean "{2}"?', unknown, catalog, nearby);
    }
    case 'users':
      return nearby === undefined
        ? l10n.t('User "{0}" isn’t in this instance.', unknown)
        : l10n.t('User "{0}" isn’t in this instance. Did you mean "{1}"?', unknown, nearby);
    case 'groups':
      return nearby === undefined
        ? l10n.t('Group "{0}" isn’t in this instance.', unknown)
        : l10n.t('Group "{0}" isn’t in this instance. Did you mean "{1}"?', unknown, nearby);
    case 'roles':
      return nearby === undefined
        ? l10n.t('Role "{0}" isn’t in this instance.', unknown)
        : l10n.t('Role "{0}" isn’t in this instance. Did you mean "{1}"?', unknown, nearby);
    default:
      return nearby === undefined
        ? l10n.t('Catalog "{0}" isn’t in this instance.', unknown)
        : l10n.t('Catalog "{0}" isn’t in this instance. Did you mean "{1}"?', unknown, nearby);
  }
}

/** The nearest names that were found, by the list and the name: a document is checked after each edit. */
const found = new WeakMap<InstanceValues['values'], Map<string, string | undefined>>();

function nearestOf(name: string, values: InstanceValues['values']): string | undefined {
  const known = found.get(values) ?? new Map<string, string | undefined>();
  found.set(values, known);
  if (!known.has(name)) {
    known.set(
      name,
      nearest(
        name,
        values.map((value) => value.name),
      ),
    );
  }
  return known.get(name);
}
