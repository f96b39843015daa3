import * as l10n from '@vscode/l10n';
import { isTokenFailure, ApiError } from '../api/errors.ts';
import { withCredential } from '../auth/withCredential.ts';
import type { SignInServices } from '../auth/signInServices.ts';
import type { Connection } from '../connections/connection.ts';
import type { CheckedPrerequisite } from '../instance/prerequisiteChecks.ts';
import { missingLine, prerequisiteName, uncheckedReason } from '../instance/prerequisiteText.ts';
import { prerequisitesOf } from '../instance/prerequisites.ts';
import type { Services } from '../services.ts';
import { openJobDocument, type JobDocumentServices } from './openJobDocument.ts';
import { requireTrust } from './requireTrust.ts';

/** The services that checking prerequisites uses. */
export type CheckPrerequisitesServices = SignInServices &
  JobDocumentServices &
  Pick<Services, 'connections' | 'isTrusted' | 'prerequisites'>;

/** Check Prerequisites: checks what must be there before the job of a document runs, and reports it. */
export function checkPrerequisites(services: CheckPrerequisitesServices): (target?: unknown) => Promise<void> {
  return async (target) => {
    const { prompts, connections } = services;
    if (!(await requireTrust(services, 'other'))) return;
    const document = await openJobDocument(services, target);
    if (document === undefined) return;
    const prerequisites = prerequisitesOf(document.text);
    if (prerequisites.length === 0) {
      await prompts.error(
        l10n.t('Couldn’t check the prerequisites: the job has no valid type. See the Problems view.'),
      );
      return;
    }
    const connection = await connections.current(document.uri);
    if (connection === undefined) return;
    const title = l10n.t('Checking the prerequisites in {0}…', connection.name);
    const result = await withCredential(services, connection, async (credential) =>
      prompts.progress(title, async (signal) => {
        const checked = await services.prerequisites.check(connection, credential, prerequisites, signal, true);
        const refused = checked.find(({ failure }) => failure !== undefined && isTokenFailure(failure));
        if (refused?.failure) throw new ApiError(refused.failure);
        return signal.aborted ? undefined : checked;
      }),
    );
    if (result.kind === 'completed' && result.value) await report(services, connection, result.value);
  };
}

async function report(
  { prompts }: Pick<Services, 'prompts'>,
  connection: Connection,
  checked: readonly CheckedPrerequisite[],
): Promise<void> {
  if (checked.every(({ state }) => state === 'met')) {
    await prompts.info(l10n.t('All prerequisites are met in {0}.', connection.name));
    return;
  }
  await prompts.choose({
    message: checked.some(({ state }) => state === 'missing')
      ? l10n.t('Prerequisites are missing in {0}.', connection.name)
      : l10n.t('Some prerequisites in {0} couldn’t be checked.', connection.name),
    detail: checked.map((one) => lineOf(one, connection)).join('\n'),
    actions: [],
    isWarning: true,
  });
}

function lineOf({ prerequisite, state, failure }: CheckedPrerequisite, connection: Connection): string {
  switch (state) {
    case 'met':
      return `✓ ${prerequisiteName(prerequisite)}`;
    case 'missing':
      return `⚠ ${missingLine(prerequisite)}`;
    case 'unknown':
      return `? ${l10n.t('Couldn’t check {0}: {1}', prerequisiteName(prerequisite), uncheckedReason(failure, connection))}`;
  }
}
