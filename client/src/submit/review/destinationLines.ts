import * as l10n from '@vscode/l10n';
import { destinationText } from '../../secrets/destinationText.ts';
import type { AgreedDestination, ReviewedDestination } from '../../state/agreedDestinations.ts';

/** The most lines about destinations that a question has. */
const most = 12;

/**
 * Returns where the references of a job go, a line each: the property, and the host that the service connects to. Those
 * that the user hasn't agreed to are marked, with where the same reference was sent before.
 * @param destinations the new ones first
 */
export function destinationLines(destinations: readonly ReviewedDestination[]): string[] {
  const lines = [...new Set(destinations.map(lineOf))];
  if (lines.length <= most) return lines;
  const shown = new Set(lines.slice(0, most - 1));
  const others = lines.length - shown.size;
  const areNew = destinations.some((destination) => destination.isNew && !shown.has(lineOf(destination)));
  return [
    ...shown,
    areNew ? l10n.t('{0} more, some of them new. Check the document first.', others) : l10n.t('{0} more', others),
  ];
}

function lineOf(destination: ReviewedDestination): string {
  const { reference, isNew, before } = destination;
  const text = destinationText(destination);
  if (!isNew) return l10n.t('Replaced: {0} in {1}', reference, text);
  if (before === undefined) return l10n.t('New: {0} in {1}', reference, text);
  return l10n.t('New: {0} in {1} ({2})', reference, text, changeText(destination, before));
}

/** What is different from before. */
function changeText(destination: ReviewedDestination, before: AgreedDestination): string {
  const text = destinationText(before);
  if (text !== destinationText(destination)) return l10n.t('previously: {0}', text);
  return before.path === destination.path
    ? l10n.t('previously: another port, path, or network')
    : l10n.t('previously: {0}', before.path);
}
