import * as l10n from '@vscode/l10n';
import { replaceSpan } from '../../documents/edits/containerEdits.ts';
import { placeAt } from '../../documents/locate.ts';
import { constraintsAt } from '../../schema/conditions.ts';
import { withValue } from '../../schema/example.ts';
import { keeps } from '../../schema/limits.ts';
import { subschemaAt } from '../../schema/lookup.ts';
import type { CheckedDocument } from '../findings/checkedDocument.ts';
import type { Fix } from '../findings/finding.ts';
import type { Violation } from './violation.ts';

/** Returns the fixes that change the deciding property to a value with which the value is allowed: a day of "*" is daily. */
export function decisionFixes({ because, value, path }: Violation, { written, intended }: CheckedDocument): Fix[] {
  const place = because && written.tree && placeAt(written.tree, because.path)?.value;
  if (because === undefined || place === undefined) return [];
  const others = (subschemaAt(because.path)?.enum ?? []).filter((other) => other !== because.value);
  return others
    .filter((other) =>
      constraintsAt(path, withValue(intended, because.path, other)).every((limits) => keeps(value.value, limits)),
    )
    .map((other) => ({
      title: l10n.t('Change "{0}" to {1}', because.property, other),
      edits: () => [replaceSpan(place, JSON.stringify(other))],
    }));
}
