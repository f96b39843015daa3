import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Host } from '../host.ts';

const folderName = 'lfjob';

/** Returns the folder of the user's configuration: as the XDG Base Directory Specification defines it, or in `%APPDATA%`. */
export function configurationFolder(env: Host['env'], platform = process.platform): string {
  if (platform === 'win32') return join(env.APPDATA ?? join(homedir(), 'AppData/Roaming'), folderName);
  return join(nonEmpty(env.XDG_CONFIG_HOME) ?? join(homeOf(env), '.config'), folderName);
}

/** Returns the folder for what is to be kept between runs: by the same specification, or in `%LOCALAPPDATA%`. */
export function stateFolder(env: Host['env'], platform = process.platform): string {
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData/Local'), folderName);
  return join(nonEmpty(env.XDG_STATE_HOME) ?? join(homeOf(env), '.local/state'), folderName);
}

function homeOf(env: Host['env']): string {
  return nonEmpty(env.HOME) ?? homedir();
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}
