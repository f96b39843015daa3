import { expect, it } from 'vitest';
import { configurationFolder, stateFolder } from '../../../../cli/src/connection/userFolders.ts';

it.each<[string, NodeJS.Platform, Readonly<Record<string, string>>, string, string]>([
  ['Linux', 'linux', { HOME: '/home/a' }, '/home/a/.config/lfjob', '/home/a/.local/state/lfjob'],
  ['macOS', 'darwin', { HOME: '/Users/a' }, '/Users/a/.config/lfjob', '/Users/a/.local/state/lfjob'],
  ['the XDG folders', 'linux', { XDG_CONFIG_HOME: '/c', XDG_STATE_HOME: '/s' }, '/c/lfjob', '/s/lfjob'],
  ['empty XDG folders', 'linux', { HOME: '/h', XDG_CONFIG_HOME: '' }, '/h/.config/lfjob', '/h/.local/state/lfjob'],
  ['Windows', 'win32', { APPDATA: '/roaming', LOCALAPPDATA: '/local' }, '/roaming/lfjob', '/local/lfjob'],
])('the folders of the user are those of %s', (_, platform, env, configuration, state) => {
  expect([configurationFolder(env, platform), stateFolder(env, platform)]).toEqual([configuration, state]);
});
