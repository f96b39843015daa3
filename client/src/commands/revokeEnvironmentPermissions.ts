import * as l10n from '@vscode/l10n';
import type { Services } from '../services.ts';
import type { VariablePermission } from '../state/variablePermissions.ts';

/** Revoke Permission to Read Environment Variables: asks for which, or revokes all; Submit Job asks again then. */
export function revokeEnvironmentPermissions({
  prompts,
  variablePermissions,
}: Pick<Services, 'prompts' | 'variablePermissions'>): () => Promise<void> {
  return async () => {
    const all = variablePermissions.all();
    if (all.length === 0) {
      void prompts.info(l10n.t('No jobs in this workspace are allowed to read environment variables.'));
      return;
    }
    const revoked = await prompts.pick<readonly VariablePermission[]>(
      [
        { label: l10n.t('All Environment Variables'), value: all },
        ...all.map((permission) => ({
          label: permission.name,
          description: permission.folder === '' ? l10n.t('Jobs outside the workspace folders') : permission.folder,
          value: [permission],
        })),
      ],
      {
        title: l10n.t('Revoke Permission to Read Environment Variables'),
        placeholder: l10n.t('Select the environment variables that jobs may no longer read'),
      },
    );
    if (revoked === undefined) return;
    await variablePermissions.revoke(revoked);
    prompts.status(l10n.t('Permission revoked. Submit Job asks again before it reads the environment variable.'));
  };
}
