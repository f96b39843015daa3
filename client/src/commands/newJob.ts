import * as l10n from '@vscode/l10n';
import type { Choice } from '../prompts/choice.ts';
import type { Prompts } from '../prompts/prompts.ts';

/** New Job: asks for the type and opens a document with that type's snippet to fill in. */
export function newJob(prompts: Prompts, insertSnippet: (name: string) => Promise<void>): () => Promise<void> {
  return async () => {
    // Names of snippets in snippets/lfjob.json; a test compares them.
    const choices: readonly Choice<string>[] = [
      { label: l10n.t('Metadata migration'), description: 'METADATA_MIGRATION', value: 'Metadata migration job' },
      { label: l10n.t('Permission migration'), description: 'PERMISSION_MIGRATION', value: 'Permission migration job' },
      { label: l10n.t('Metadata discovery'), description: 'METADATA_DISCOVERY', value: 'Metadata discovery job' },
    ];
    const snippet = await prompts.pick(choices, {
      title: l10n.t('New LakeFormation job'),
      placeholder: l10n.t('What does the job do?'),
    });
    if (snippet !== undefined) await insertSnippet(snippet);
  };
}
