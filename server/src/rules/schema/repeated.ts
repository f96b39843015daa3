import type { Node } from 'jsonc-parser';
import * as l10n from '@vscode/l10n';
import { elementsOf, placeAt } from '../../documents/locate.ts';
import type { ParsedDocument } from '../../documents/parse.ts';
import { nodeValue } from '../../documents/value.ts';
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
  const { tree, text } = parsed;
  return arrays.flatMap((path) => {
    const first = new Map<string, Node>();
    return elementsOf(tree && placeAt(tree, path)?.value).flatMap((element): Finding[] => {
      const identity = JSON.stringify(sorted(nodeValue(element)));
      const earlier = first.get(identity);
      if (earlier === undefined) {
        first.set(identity, element);
        return [];
      }
      const isPrincipal = path === principals;
      return [
        {
          code: isPrincipal ? 'repeated-principal' : 'repeated-value',
          message: isPrincipal
            ? l10n.t('This principal is in the list already. Remove one of the two.')
            : l10n.t('{0} is in the list already. Remove one of the two.', identity),
          span: element.type === 'object' ? { offset: element.offset, length: 1 } : element,
          isUnnecessary: true,
          related: [{ message: l10n.t('The first one.'), at: earlier }],
          fixes: [
            {
              ...elementRemoval(text, element, l10n.t('Remove this one')),
              isPreferred: true,
              isSafe: !hasComment(parsed, element),
            },
          ],
        },
      ];
    });
  });
}

/** The same whatever the order of an object's members. */
function sorted(value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1))
    : value;
}
