import type { Edit, Node } from 'jsonc-parser';
import * as l10n from '@vscode/l10n';
import { insertInto, removeFrom } from '../../documents/edits/containerEdits.ts';
import { placeAt } from '../../documents/locate.ts';
import type { ParsedDocument } from '../../documents/parse.ts';
import { withoutSlashes } from '../../documents/slashes.ts';
import { isReferring } from '../../documents/reference.ts';
import { childValue, isSameValue, valueAt } from '../../documents/value.ts';
import { hasComment } from '../fixes/comments.ts';
import type { Finding, Fix } from '../findings/finding.ts';
import { quotable } from '../findings/quotable.ts';
import { elementRemoval } from '../fixes/removal.ts';

const table = ['parameter', 'metadata_migration_parameter', 'locations'];

/** The table takes 20; what is far beyond is wrong for that alone. */
const mostEntries = 100;

/** An entry of the table by its texts; their places are looked up when there is something to report. */
interface Entry {
  readonly source: string;
  readonly target: string | undefined;
  /** The entry's own node, or its property's value. */
  readonly nodeOf: (name?: 'key' | 'value') => Node;
}

/** What is wrong in the path replacement table. */
export function pathFindings(parsed: ParsedDocument): Finding[] {
  const entries: unknown = valueAt(parsed.data, table);
  if (!Array.isArray(entries)) return [];
  const earlier = new Map<string, Entry>();
  return entries.slice(0, mostEntries).flatMap((value: unknown, index) => {
    const entry = entryOf(value, index, parsed);
    if (entry === undefined) return [];
    const findings = [...targetFindings(entry, parsed.text), ...collisions(entry, earlier, parsed)];
    if (!earlier.has(entry.source)) earlier.set(entry.source, entry);
    return findings;
  });
}

function entryOf(value: unknown, index: number, { tree }: ParsedDocument): Entry | undefined {
  const source = childValue(value, 'key');
  const target = childValue(value, 'value');
  if (tree === undefined || typeof source !== 'string' || source === '' || isReferring(source)) return undefined;
  return {
    source,
    target: typeof target === 'string' ? target : undefined,
    nodeOf: (name) => placeAt(tree, [...table, index, ...(name === undefined ? [] : [name])])?.value ?? tree,
  };
}

function targetFindings({ source, target, nodeOf }: Entry, text: string): Finding[] {
  if (target === undefined || isReferring(target)) return [];
  if (withoutSlashes(source) === withoutSlashes(target)) {
    return [
      {
        code: 'location-unchanged',
        message: () =>
          l10n.t('"{0}" is replaced with itself. Change the target, or remove the element.', quotable(source)),
        span: nodeOf('value'),
        fixes: () => [elementRemoval(text, nodeOf(), l10n.t('Remove the element'))],
      },
    ];
  }
  if (/^(?:obs|har):\/\/[^/]+/.test(target)) return [];
  return [
    {
      code: 'location-target',
      message: () => l10n.t('The target must be an OBS path, such as obs://bucket/path.'),
      span: nodeOf('value'),
    },
  ];
}

function collisions(entry: Entry, earlier: ReadonlyMap<string, Entry>, parsed: ParsedDocument): Finding[] {
  const { text } = parsed;
  const { source, nodeOf } = entry;
  const same = earlier.get(source);
  if (same) {
    return [
      {
        code: 'location-repeated',
        message: () => l10n.t('Duplicate location "{0}".', quotable(source)),
        span: nodeOf('key'),
        related: () => [{ message: l10n.t('First element'), at: same.nodeOf('key') }],
        fixes: () => repetitionFixes(nodeOf(), same.nodeOf(), parsed),
      },
    ];
  }
  const shadowing = folderOf(source, earlier);
  if (shadowing === undefined) return [];
  return [
    {
      code: 'location-shadowed',
      message: () =>
        l10n.t(
          '"{0}" starts with "{1}", an earlier element that may be applied first.',
          quotable(source),
          quotable(shadowing.source),
        ),
      span: nodeOf('key'),
      related: () => [{ message: l10n.t('Earlier element'), at: shadowing.nodeOf('key') }],
      fixes: () => [
        {
          title: l10n.t('Move before "{0}"', quotable(shadowing.source)),
          edits: () => moveBefore(text, nodeOf(), shadowing.nodeOf()),
          isPreferred: true,
        },
      ],
    },
  ];
}

/** The fixes for an entry with the source of another entry. */
function repetitionFixes(repeated: Node, first: Node, parsed: ParsedDocument): Fix[] {
  const { text } = parsed;
  const removal = elementRemoval(text, repeated, l10n.t('Remove this element'));
  return isSameValue(first, repeated)
    ? [{ ...removal, isPreferred: true, isSafe: !hasComment(parsed, repeated) }]
    : [removal, elementRemoval(text, first, l10n.t('Remove the first element'))];
}

/** The earlier entry for a folder that a path is in; of several, the one for the outermost folder. */
function folderOf(path: string, earlier: ReadonlyMap<string, Entry>): Entry | undefined {
  const folders = [...earlier.values()].filter(({ source }) => isInFolder(path, source));
  return folders.reduce<Entry | undefined>(
    (outermost, entry) => (outermost && outermost.source.length <= entry.source.length ? outermost : entry),
    undefined,
  );
}

function isInFolder(path: string, folder: string): boolean {
  return (
    path.length > folder.length && path.startsWith(folder) && (folder.endsWith('/') || path[folder.length] === '/')
  );
}

function moveBefore(text: string, moved: Node, target: Node): Edit[] {
  const array = target.parent;
  if (array === undefined) return [];
  const source = text.slice(moved.offset, moved.offset + moved.length);
  const siblings = array.children ?? [];
  const before = siblings[siblings.indexOf(target) - 1];
  return [...insertInto(text, array, before, [() => source]), ...removeFrom(text, array, [moved])];
}
