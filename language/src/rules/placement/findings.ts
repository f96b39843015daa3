import type { Node } from 'jsonc-parser';
import * as l10n from '@vscode/l10n';
import { difference } from '../../documents/edits/applyEdits.ts';
import { firstIndex } from '../../documents/binarySearch.ts';
import { replaceSpan } from '../../documents/edits/containerEdits.ts';
import { lineIndentation } from '../../documents/indentation.ts';
import { keyOf, pathOf, placeAt, type Path } from '../../documents/locate.ts';
import type { Span } from '../../documents/range.ts';
import { subschemaAt } from '../../schema/lookup.ts';
import { isSameWord } from '../../schema/nearest.ts';
import type { CheckedDocument } from '../findings/checkedDocument.ts';
import type { Finding } from '../findings/finding.ts';
import { quotable } from '../findings/quotable.ts';
import { propertyRemoval } from '../fixes/removal.ts';
import type { IntendedPlaces, MisplacedProperties, MisspelledName } from './intendedPlaces.ts';
import { moveProperties } from './moveProperties.ts';
import type { Wrapper } from './wrapper.ts';

/** Returns the properties with another name or in another object than is meant, and what a job is wrapped in. */
export function placementFindings(
  document: CheckedDocument,
  wrapper: Wrapper | undefined,
  places: IntendedPlaces | undefined,
): Finding[] {
  return [
    ...(wrapper ? [wrappedJob(document, wrapper)] : []),
    ...(places?.misspelled ?? []).flatMap((one) => misspelledName(one, document)),
    ...(places?.misplaced ?? []).flatMap((one) => misplacedProperties(one, document)),
  ];
}

function wrappedJob({ text }: CheckedDocument, { outside, job, name, hasMore }: Wrapper): Finding {
  return {
    code: 'wrapped-job',
    message: () =>
      name === undefined
        ? l10n.t('The job is inside an array. A file contains one job.')
        : l10n.t('The job is inside "{0}". A file contains the job itself.', quotable(name)),
    span: { offset: outside.offset, length: 1 },
    fixes: () => [
      {
        title: hasMore ? l10n.t('Keep only the job') : l10n.t('Unwrap'),
        edits: () => [replaceSpan(outside, outdented(text, job, lineIndentation(text, outside.offset)))],
        isPreferred: true,
        isSafe: !hasMore,
      },
    ],
  };
}

/** Returns the text of a node with its lines indented for another place. */
function outdented(text: string, { offset, length }: Node, indentation: string): string {
  const own = lineIndentation(text, offset);
  const [first = '', ...lines] = text.slice(offset, offset + length).split('\n');
  return [first, ...lines.map((line) => (line.startsWith(own) ? indentation + line.slice(own.length) : line))].join(
    '\n',
  );
}

function misspelledName({ property, object, name }: MisspelledName, { text }: CheckedDocument): Finding[] {
  const key = keyOf(property);
  if (key === undefined) return [];
  const written = String(key.value);
  return [
    {
      code: 'unknown-property',
      message: () => l10n.t('Unknown property "{0}". Did you mean "{1}"?', quotable(written), name),
      span: key,
      ...(isRequired(object, name) && standsForMissing),
      fixes: () => [
        {
          title: l10n.t('Rename to "{0}"', name),
          edits: () => [replaceSpan(key, JSON.stringify(name))],
          isPreferred: true,
          isSafe: isSameWord(written, name),
        },
        propertyRemoval(text, property),
      ],
    },
  ];
}

/**
 * Returns the findings without safe fixes in properties with guessed names: only the author knows what is wrong there.
 */
export function withoutGuessedFixes<Found extends Finding>(
  findings: readonly Found[],
  places: IntendedPlaces | undefined,
): readonly Found[] {
  const guessed = (places?.misspelled ?? [])
    .filter(({ property, name }) => !isSameWord(String(keyOf(property)?.value), name))
    .map(({ property }) => property)
    .sort((left, right) => left.offset - right.offset);
  if (guessed.length === 0) return findings;
  let end = 0;
  const ends = guessed.map(({ offset, length }) => (end = Math.max(end, offset + length)));
  const isWithin = ({ offset }: Span): boolean => {
    const after = firstIndex(guessed.length, (index) => (guessed[index]?.offset ?? 0) > offset);
    return (ends[after - 1] ?? 0) > offset;
  };
  return findings.map((finding) => {
    const { fixes } = finding;
    return fixes && isWithin(finding.span)
      ? { ...finding, fixes: () => fixes().map((fix) => ({ ...fix, isSafe: false })) }
      : finding;
  });
}

function misplacedProperties(misplaced: MisplacedProperties, document: CheckedDocument): Finding[] {
  const { properties, names, to } = misplaced;
  const [key, ...others] = properties.flatMap((property) => keyOf(property) ?? []);
  const { text, written } = document;
  const { tree } = written;
  if (key === undefined || tree === undefined) return [];
  const home = homeName(to);
  return [
    {
      code: 'misplaced-property',
      message: () => sentence(names.map(quotable), to),
      span: key,
      ...(isNeeded(misplaced, tree) && standsForMissing),
      ...(others.length > 0 && {
        related: () =>
          others.slice(0, mostRelated).map((at) => ({
            message: l10n.t('"{0}" also belongs there.', quotable(String(at.value))),
            at,
          })),
      }),
      fixes: () => [
        {
          title:
            placeAt(tree, to) === undefined
              ? l10n.t('Wrap in "{0}"', home)
              : to.length === 0
                ? l10n.t('Move to the top level')
                : l10n.t('Move into "{0}"', home),
          edits: () => {
            const moved = moveProperties(text, misplaced, pathOf(tree));
            const edit = moved === undefined ? undefined : difference(text, moved);
            return edit ? [edit] : [];
          },
          isPreferred: true,
        },
      ],
    },
  ];
}

/** A required property isn't reported missing where it has another name or place. */
const standsForMissing = { standsFor: 'missing-property' } as const;

const mostRelated = 10;

function sentence(names: readonly string[], to: Path): string {
  const [first = '', second = ''] = names;
  const home = to.length === 0 ? l10n.t('the job') : `"${homeName(to)}"`;
  if (names.length === 1) return l10n.t('"{0}" belongs in {1}.', first, home);
  if (names.length === 2) return l10n.t('"{0}" and "{1}" belong in {2}.', first, second, home);
  return l10n.t('"{0}" and {1} other properties belong in {2}.', first, names.length - 1, home);
}

/** Returns the name of the object at a path; of an element, that of its array. */
function homeName(path: Path): string {
  return path.findLast((segment) => typeof segment === 'string') ?? '';
}

/** Whether the job as written lacks a required property, because it is in another object. */
function isNeeded({ names, to }: MisplacedProperties, written: Node): boolean {
  const isMissing = to.some((name, depth) => {
    const isThere = placeAt(written, to.slice(0, depth + 1)) !== undefined;
    return !isThere && typeof name === 'string' && isRequired(to.slice(0, depth), name);
  });
  // An element that isn't there yet requires nothing.
  return isMissing || (typeof to.at(-1) !== 'number' && names.some((name) => isRequired(to, name)));
}

function isRequired(object: Path, name: string): boolean {
  return subschemaAt(object)?.required?.includes(name) === true;
}
