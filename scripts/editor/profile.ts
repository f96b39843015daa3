import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The folders of one editor: its user's data, its extensions, its server's data. */
export interface Profile {
  /** The temporary folder that has all the others. */
  readonly folder: string;
  readonly userData: string;
  readonly extensions: string;
  readonly serverData: string;
  remove(): Promise<void>;
}

/**
 * What every editor of ours starts with: nothing on its own account, nothing to the network, dialogs drawn by the page,
 * and files saved by hand also where the editor is served.
 */
const quietSettings = {
  '[Log]': { 'editor.wordWrap': 'off' },
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': 'off',
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'remote.autoForwardPorts': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.dialogStyle': 'custom',
  'window.menuStyle': 'custom',
  'window.titleBarStyle': 'custom',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** Makes an empty profile in a new temporary folder. */
export async function createProfile(): Promise<Profile> {
  const folder = await mkdtemp(join(tmpdir(), 'lfjob-editor-'));
  const profile = {
    folder,
    userData: join(folder, 'user-data'),
    extensions: join(folder, 'extensions'),
    serverData: join(folder, 'server-data'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
  await mkdir(join(profile.userData, 'User'), { recursive: true });
  await mkdir(profile.extensions);
  return profile;
}

/** Writes the profile's own keys; to be done before the editor starts. */
export async function writeKeybindings(profile: Profile, keybindings: readonly object[]): Promise<void> {
  await writeFile(join(profile.userData, 'User', 'keybindings.json'), JSON.stringify(keybindings, undefined, 2));
}

/** Writes the profile's user settings, those of application scope too; to be done before the editor starts. */
export async function writeUserSettings(profile: Profile, settings: Readonly<Record<string, unknown>>): Promise<void> {
  const file = join(profile.userData, 'User', 'settings.json');
  await writeFile(file, JSON.stringify({ ...quietSettings, ...settings }, undefined, 2));
}
