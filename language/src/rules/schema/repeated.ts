import * as l10n from '@vscode/l10n';
import { placeAt } from '../../documents/locate.ts';
import type { ParsedDocument } from '../../documents/parse.ts';
import { childValue, nodeValue, valueAt } from '../../documents/value.ts';
import { hasComment } from '../fixes/comments.ts';
import type { Finding } from '../findings/finding.ts';
import { quotable } from '../findings/quotable.ts';
import { uncountedProblems } from '../findings/uncountedProblems.ts';
import { elementRemoval } from '../fixes/removal.ts';

const principals = ['parameter', 'metadata_discovery_parameter', 'principals'];

/** The arrays in which a repeated value has no effect. */
const arrays = [
  ['parameter', 'metadata_migration_parameter', 'sync_objects'],
  ['parameter', 'smn_notify_types'],
  principals,
];

/** So many elements of an array are looked at. */
const mostElements = 5_000;

/** Elements that an array has already. */
export function repeatedFindings(parsed: ParsedDocument): Finding[] {
  return arrays.flatMap((path) => {
    const elements: unknown = valueAt(parsed.data, path);
    if (!Array.isArray(elements)) return [];
    const findings = repetitions(elements.slice(0, mostElements)).flatMap(({ index, earlier }) =>
      repeated(parsed, path, index, earlier),
    );
    const uncounted = elements.length - mostElements;
    return findings.length > 0 && uncounted > 0 && parsed.tree
      ? [...findings, uncountedProblems(parsed.tree, uncounted)]
      : findings;
  });
}

interface Repetition {
  readonly index: number;
  readonly earlier: number;
}

/** The elements that an array has before, compared only with those of the same name: comparing reads all of an element. */
function repetitions(elements: readonly unknown[]): Repetition[] {
  const byName = new Map<unknown, Namesakes>();
  return elements.flatMap((element, index) => {
    const name = childValue(element, 'principal_name') ?? element;
    const namesakes = byName.get(name);
    if (namesakes === undefined) {
      byName.set(name, { first: index });
      return [];
    }
    if (element === elements[namesakes.first]) return [{ index, earlier: namesakes.first }];
    namesakes.byIdentity ??= new Map([[identityOf(elements[namesakes.first]), namesakes.first]]);
    const identity = identityOf(element);
    const earlier = namesakes.byIdentity.get(identity);
    if (earlier !== undefined) return [{ index, earlier }];
    namesakes.byIdentity.set(identity, index);
    return [];
  });
}

/** The elements with one name. */
interface Namesakes {
  readonly first: number;
  /** Their indexes, once there are two. */
  byIdentity?: Map<string, number>;
}

function repeated(parsed: ParsedDocument, path: readonly string[], index: number, earlier: number): Finding[] {
  const { tree, text } = parsed;
  const element = tree && placeAt(tree, [...path, index])?.value;
  const original = tree && placeAt(tree, [...path, earlier])?.value;
  if (element === undefined || original === undefined) return [];
  const isPrincipal = path === principals;
  return [
    {
      code: isPrincipal ? 'repeated-principal' : 'repeated-value',
      message: () =>
        isPrincipal
          ? l10n.t('Duplicate principal.')
          : l10n.t('Duplicate element {0}.', quotable(JSON.stringify(nodeValue(element)))),
      span: element.type === 'object' ? { offset: element.offset, length: 1 } : element,
      isUnnecessary: true,
      related: () => [{ message: l10n.t('First element'), at: original }],
      fixes: () => [
        {
          ...elementRemoval(text, element, l10n.t('Remove the duplicate')),
          isPreferred: true,
          isSafe: !hasComment(parsed, element),
        },
      ],
    },
  ];
}

/** The same for the same value, whatever the order of an object's properties. */
function identityOf(value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return names.map((name) => `${name}:${JSON.stringify(childValue(value, name))}`).join();
}
