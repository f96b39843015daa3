import * as l10n from '@vscode/l10n';
import type { Failure } from '../api/errors.ts';
import type { Connection } from '../connections/connection.ts';
import { failureSentence } from '../failures/failureSentence.ts';
import { quoted } from '../failures/quoted.ts';
import type { CheckedPrerequisite } from './prerequisiteChecks.ts';
import type { Prerequisite } from './prerequisites.ts';

/** As much of a value is shown, in characters. */
const longestValue = 100;

/** Returns a line for each prerequisite that is missing, with what to do. */
export function missingLines(checked: readonly CheckedPrerequisite[]): string[] {
  return checked.filter(({ state }) => state === 'missing').map(({ prerequisite }) => missingLine(prerequisite));
}

/** Returns what is missing, and what to do. */
export function missingLine(prerequisite: Prerequisite): string {
  switch (prerequisite.kind) {
    case 'authorization':
      return l10n.t('Jobs aren’t authorized, so the job can’t run. Authorize jobs in the LakeFormation console.');
    case 'catalog':
      return l10n.t(
        '"{0}": the instance doesn’t have catalog {1}. Create it before the job runs.',
        prerequisite.property,
        quoted(prerequisite.name, longestValue),
      );
    case 'path':
      return l10n.t(
        '"{0}": nothing found in {1}. Add the files before the job runs, or correct the path.',
        prerequisite.property,
        quoted(prerequisite.path, longestValue),
      );
  }
}

/** Returns the name of a prerequisite. */
export function prerequisiteName(prerequisite: Prerequisite): string {
  switch (prerequisite.kind) {
    case 'authorization':
      return l10n.t('job authorization');
    case 'catalog':
      return l10n.t('catalog {0}', quoted(prerequisite.name, longestValue));
    case 'path':
      return quoted(prerequisite.path, longestValue);
  }
}

/** Returns why a prerequisite couldn’t be checked. */
export function uncheckedReason(failure: Failure | undefined, connection: Connection): string {
  if (failure === undefined) return l10n.t('The service didn’t return the whole list.');
  if (failure.kind !== 'rejected') return failureSentence(failure, connection);
  return failure.status === 403
    ? l10n.t('You don’t have permission (403).')
    : l10n.t('The service returned status {0}.', failure.status);
}
