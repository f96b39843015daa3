import * as l10n from '@vscode/l10n';
import type { Prompts } from '../prompts/prompts.ts';
import type { Entry } from './entries.ts';

/**
 * One entry of the setting: the one of a name, else the one that the user picks, also of those that can't be used.
 * @param entries what the setting has; `undefined` if it isn't an array
 * @param name what a menu passed
 * @returns `undefined` if the user cancels, or after a message if there is none
 */
export async function pickEntry(
  entries: readonly Entry[] | undefined,
  name: unknown,
  prompts: Prompts,
  title: string,
): Promise<Entry | undefined> {
  if (entries === undefined || entries.length === 0) {
    const openSettings = l10n.t('Open Settings');
    const message =
      entries === undefined
        ? l10n.t('"lakeformation.connections" must be an array of connections.')
        : l10n.t('There are no connections. Add one first.');
    if ((await prompts.error(message, openSettings)) === openSettings) {
      await prompts.openSettings('lakeformation.connections');
    }
    return undefined;
  }
  const named = typeof name === 'string' ? entries.filter(({ draft }) => draft.name === name) : [];
  if (named.length === 1) return named[0];
  const choices = entries.map((entry, index) => ({
    label: entry.draft.name === '' ? l10n.t('Connection {0}', index + 1) : entry.draft.name,
    description: entry.draft.region,
    ...(entry.problem !== undefined && { detail: `$(warning) ${entry.problem}` }),
    value: entry,
  }));
  return prompts.pick(choices, { title, placeholder: l10n.t('Select a connection') });
}
