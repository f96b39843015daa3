import * as l10n from '@vscode/l10n';
import type { Prompts } from '../prompts/prompts.ts';

/** The setting `lakeformation.connections` of the user, unchecked. */
export interface ConnectionsSetting {
  /** `undefined` where the user hasn't set it. */
  read(): unknown;
  /** @throws when the editor can't write its settings */
  write(entries: readonly unknown[]): Promise<void>;
}

/**
 * Changes the current setting, which may differ from when the user was asked.
 * @param change the new setting, or `undefined` where it can't be changed so
 * @returns whether it was written; if not, after a message
 */
export async function changeSetting(
  setting: ConnectionsSetting,
  prompts: Prompts,
  change: (setting: unknown) => readonly unknown[] | undefined,
): Promise<boolean> {
  const openSettings = l10n.t('Open Settings');
  for (;;) {
    const entries = change(setting.read());
    if (entries === undefined) {
      const message = l10n.t(
        'Couldn’t save the connection: "lakeformation.connections" has changed, or isn’t an array. Check the setting, then try again.',
      );
      if ((await prompts.error(message, openSettings)) === openSettings) await prompts.openSettings(settingName);
      return false;
    }
    if (await isWritten(setting, entries)) return true;
    const tryAgain = l10n.t('Try Again');
    const message = l10n.t(
      'Couldn’t write the user settings. Save settings.json if it’s open, fix its errors, then try again.',
    );
    const chosen = await prompts.error(message, tryAgain, openSettings);
    if (chosen === openSettings) await prompts.openSettings(settingName);
    if (chosen !== tryAgain) return false;
  }
}

const settingName = 'lakeformation.connections';

async function isWritten(setting: ConnectionsSetting, entries: readonly unknown[]): Promise<boolean> {
  try {
    await setting.write(entries);
    return true;
  } catch {
    return false;
  }
}
