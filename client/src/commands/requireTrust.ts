import * as l10n from '@vscode/l10n';
import type { Services } from '../services.ts';

/**
 * Whether the workspace is trusted. If it isn't, a message is shown.
 * @param what what isn't done then: submitting, or anything else with a job of the service
 */
export async function requireTrust(
  { isTrusted, prompts }: Pick<Services, 'isTrusted' | 'prompts'>,
  what: 'submit' | 'other' = 'submit',
): Promise<boolean> {
  if (isTrusted()) return true;
  await prompts.error(
    what === 'submit'
      ? l10n.t('Couldn’t submit: the workspace isn’t trusted. Submitting uses your credentials.')
      : l10n.t('The workspace isn’t trusted. This command uses your credentials, so it requires a trusted workspace.'),
  );
  return false;
}
