import * as l10n from '@vscode/l10n';
import type { Folder } from '../connections/choice.ts';
import type { Services } from '../services.ts';

/** What Select Connection uses. */
export interface SelectConnectionServices extends Pick<Services, 'prompts' | 'connections'> {
  /** Whether an editor is active. Its document determines for which folder a connection is selected. */
  readonly hasActiveEditor: () => boolean;
  readonly folders: () => readonly Folder[];
}

/** Select Connection: where the jobs of a workspace folder go: that of the active document, else one that is asked for. */
export function selectConnection(services: SelectConnectionServices): () => Promise<void> {
  return async () => {
    const { prompts, connections, hasActiveEditor } = services;
    const folders = services.folders();
    if (hasActiveEditor() || folders.length < 2) {
      await connections.select();
      return;
    }
    const outside = { label: l10n.t('Jobs outside the workspace folders'), value: { folder: undefined } };
    const chosen = await prompts.pick<{ readonly folder: Folder | undefined }>(
      [...folders.map((folder) => ({ label: folder.name, value: { folder } })), outside],
      { title: l10n.t('Select Connection'), placeholder: l10n.t('Select the folder') },
    );
    if (chosen) await connections.selectIn(chosen.folder);
  };
}
