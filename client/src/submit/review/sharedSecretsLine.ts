import * as l10n from '@vscode/l10n';
import { joinNames } from '../../../../language/src/joining.ts';
import type { JobDocument } from '../job.ts';

/** Returns the line about the secrets of a job that its connection shares with the others; `undefined` if there are none. */
export function sharedSecretsLine({ sharedSecrets }: Pick<JobDocument, 'sharedSecrets'>): string | undefined {
  if (sharedSecrets.length === 0) return undefined;
  return sharedSecrets.length === 1
    ? l10n.t('Secret used by all connections: {0}', joinNames(sharedSecrets))
    : l10n.t('Secrets used by all connections: {0}', joinNames(sharedSecrets));
}
