import * as l10n from '@vscode/l10n';
import type { Connection } from '../connections/connection.ts';
import type { JobDocument } from './job.ts';
import type { Before } from './submission.ts';

/** The question before a job is sent: what goes where, and whether the name is taken. */
export function confirmation(
  job: JobDocument,
  connection: Connection,
  before: Before,
): { readonly message: string; readonly detail: string; readonly action: string; readonly isWarning: boolean } {
  const [existing] = before ?? [];
  const lines = [
    l10n.t('Type: {0}', job.type),
    l10n.t('Connection: {0} ({1})', connection.name, connection.endpoint),
    l10n.t('Project: {0}', connection.projectId),
    l10n.t('Instance: {0}', connection.instanceId),
    job.references.length > 0 ? l10n.t('Filled in: {0}', job.references.join(', ')) : undefined,
    existing && l10n.t('A job of this name exists already (id {0}); this makes another one.', existing.id),
  ];
  const detail = lines.filter((line) => line !== undefined).join('\n');
  return connection.production === true
    ? {
        message: l10n.t('Submit job "{0}" to the production connection {1}?', job.name, connection.name),
        detail,
        action: l10n.t('Submit to {0}', connection.name),
        isWarning: true,
      }
    : {
        message: l10n.t('Submit job "{0}" to {1}?', job.name, connection.name),
        detail,
        action: l10n.t('Submit'),
        isWarning: false,
      };
}
