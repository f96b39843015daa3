import type { Node } from 'jsonc-parser';
import * as l10n from '@vscode/l10n';
import { insertInto, removeFrom } from '../../documents/edits.ts';
import { elementsOf, member, placeAt, textOf } from '../../documents/locate.ts';
import type { ParsedDocument } from '../../documents/parse.ts';
import { isReferring } from '../../documents/reference.ts';
import { isSameValue } from '../../documents/value.ts';
import { hasComment } from '../comments.ts';
import type { Finding } from '../finding.ts';
import { elementRemoval } from '../removal.ts';

interface Entry {
  readonly node: Node;
  readonly key: Node;
  readonly value: Node | undefined;
  readonly source: string;
  readonly target: string | undefined;
}

/** What is wrong in the path replacement table. */
export function pathFindings(parsed: ParsedDocument): Finding[] {
  const { tree, text } = parsed;
  const table = tree && placeAt(tree, ['parameter', 'metadata_migration_parameter', 'locations'])?.value;
  const entries = elementsOf(table).flatMap(entryOf);
  const earlier = new Map<string, Entry>();
  return entries.flatMap((entry) => {
    const findings = [...targetFindings(entry, text), ...collisions(entry, earlier, parsed)];
    if (!earlier.has(entry.source)) earlier.set(entry.source, entry);
    return findings;
  });
}

function entryOf(node: Node): Entry[] {
  const key = member(node, 'key')?.value;
  const value = member(node, 'value')?.value;
  const source = textOf(key);
  if (key === undefined || source === undefined || source === '' || isReferring(source)) return [];
  return [{ node, key, value, source, target: textOf(value) }];
}

function targetFindings({ node, value, source, target }: Entry, text: string): Finding[] {
  if (value === undefined || target === undefined || isReferring(target)) return [];
  if (withoutSlash(source) === withoutSlash(target)) {
    return [
      {
        code: 'location-unchanged',
        message: l10n.t('"{0}" is replaced by itself. Write another target, or remove the entry.', source),
        span: value,
        fixes: [elementRemoval(text, node, l10n.t('Remove the entry'))],
      },
    ];
  }
  if (/^(?:obs|har):\/\/[^/]+/.test(target)) return [];
  return [
    {
      code: 'location-target',
      message: l10n.t('The target must be an OBS path such as obs://bucket/path.'),
      span: value,
    },
  ];
}

function collisions(entry: Entry, earlier: ReadonlyMap<string, Entry>, parsed: ParsedDocument): Finding[] {
  const { text } = parsed;
  const { node, key, source } = entry;
  const same = earlier.get(source);
  if (same) {
    const isSame = isSameValue(same.node, node);
    return [
      {
        code: 'location-repeated',
        message: l10n.t('"{0}" is in the table already. Remove one of the two.', source),
        span: key,
        related: [{ message: l10n.t('The first one.'), at: same.key }],
        fixes: [
          {
            ...elementRemoval(text, node, l10n.t('Remove this entry')),
            ...(isSame && { isPreferred: true, isSafe: !hasComment(parsed, node) }),
          },
          ...(isSame ? [] : [elementRemoval(text, same.node, l10n.t('Remove the first entry'))]),
        ],
      },
    ];
  }
  const shadowing = folderOf(source, earlier);
  if (shadowing === undefined) return [];
  return [
    {
      code: 'location-shadowed',
      message: l10n.t('"{0}" begins with the earlier "{1}", which may replace it first.', source, shadowing.source),
      span: key,
      related: [{ message: l10n.t('The earlier one.'), at: shadowing.key }],
      fixes: [
        {
          title: l10n.t('Move it before "{0}"', shadowing.source),
          changes: () => moveBefore(text, node, shadowing.node),
          isPreferred: true,
        },
      ],
    },
  ];
}

/** The earlier entry for a folder that a path is in. */
function folderOf(path: string, earlier: ReadonlyMap<string, Entry>): Entry | undefined {
  for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
    const found = earlier.get(path.slice(0, slash)) ?? earlier.get(path.slice(0, slash + 1));
    if (found && found.source !== path) return found;
  }
  return undefined;
}

function moveBefore(
  text: string,
  moved: Node,
  target: Node,
): readonly { offset: number; length: number; text: string }[] {
  const array = target.parent;
  if (array === undefined) return [];
  const source = text.slice(moved.offset, moved.offset + moved.length);
  const siblings = array.children ?? [];
  const before = siblings[siblings.indexOf(target) - 1];
  return [...insertInto(text, array, before, [() => source]), ...removeFrom(text, array, moved)];
}

function withoutSlash(path: string): string {
  return path.replace(/\/+$/, '');
}
