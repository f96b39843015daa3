import * as l10n from '@vscode/l10n';
import { placeAt } from '../../documents/locate.ts';
import type { ParsedDocument } from '../../documents/parse.ts';
import { childValue, nodeValue, valueAt } from '../../documents/value.ts';
import { hasComment } from '../comments.ts';
import type { Finding } from '../finding.ts';
import { elementRemoval } from '../removal.ts';

const principals = ['parameter', 'metadata_discovery_parameter', 'principals'];

/** The arrays in which the same value twice says no more than once. */
const arrays = [
  ['parameter', 'metadata_migration_parameter', 'sync_objects'],
  ['parameter', 'smn_notify_types'],
  principals,
];

/** Elements that an array has already. */
export function repeatedFindings(parsed: ParsedDocument): Finding[] {
  return arrays.flatMap((path) => {
    const elements: unknown = valueAt(parsed.data, path);
    if (!Array.isArray(elements)) return [];
    return repetitions(elements).flatMap(({ index, earlier }) => repeated(parsed, path, index, earlier));
  });
}

interface Repetition {
  readonly index: number;
  readonly earlier: number;
}

/** The elements that stand in an array before; what is expensive to compare is compared only where the names are the same. */
function repetitions(elements: readonly unknown[]): Repetition[] {
  const first = new Map<string, number>();
  const names = new Map<unknown, number>();
  return elements.flatMap((element, index) => {
    const name = childValue(element, 'principal_name') ?? element;
    const namesake = names.get(name);
    if (namesake === undefined) {
      names.set(name, index);
      return [];
    }
    const original = identityOf(elements[namesake]);
    if (!first.has(original)) first.set(original, namesake);
    const identity = identityOf(element);
    const earlier = first.get(identity);
    if (earlier !== undefined) return [{ index, earlier }];
    first.set(identity, index);
    return [];
  });
}

function repeated(parsed: ParsedDocument, path: readonly string[], index: number, earlier: number): Finding[] {
  const { tree, text } = parsed;
  const element = tree && placeAt(tree, [...path, index])?.value;
  const original = tree && placeAt(tree, [...path, earlier])?.value;
  if (element === undefined || original === undefined) return [];
  const isPrincipal = path === principals;
  const fix = elementRemoval(text, element, l10n.t('Remove this one'));
  return [
    {
      code: isPrincipal ? 'repeated-principal' : 'repeated-value',
      message: isPrincipal
        ? l10n.t('This principal is in the list already. Remove one of the two.')
        : l10n.t('{0} is in the list already. Remove one of the two.', JSON.stringify(nodeValue(element))),
      span: element.type === 'object' ? { offset: element.offset, length: 1 } : element,
      isUnnecessary: true,
      related: [{ message: l10n.t('The first one.'), at: original }],
      fixes: [{ ...fix, isPreferred: true, isSafe: !hasComment(parsed, element) }],
    },
  ];
}

/** The same for the same value, whatever the order of an object's members. */
function identityOf(value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return names.map((name) => `${name}:${JSON.stringify(childValue(value, name))}`).join();
}
