import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Profile } from './profile.ts';
import { node24 } from './repository.ts';
import { runToEnd } from './runToEnd.ts';

/** The ids of the extensions that are installed in the profile, as `publisher.name`. */
export async function installedExtensions(profile: Profile): Promise<string[]> {
  const entries: unknown = JSON.parse(await readFile(join(profile.extensions, 'extensions.json'), 'utf8'));
  return Array.isArray(entries) ? entries.filter(isEntry).map((entry) => entry.identifier.id) : [];
}

/** Makes the extensions in `folders` the installed ones of the profile, without copying them. */
export async function linkExtensions(profile: Profile, ...folders: readonly string[]): Promise<void> {
  const entries = await Promise.all(
    folders.map(async (folder) => {
      const { id, version } = await readManifest(folder);
      const location = { $mid: 1, path: pathToFileURL(folder).pathname, scheme: 'file' };
      return { identifier: { id }, version, location, metadata: { source: 'vsix' } };
    }),
  );
  await writeFile(join(profile.extensions, 'extensions.json'), JSON.stringify(entries));
}

/** Installs a VSIX file into the profile, as the served editor's command line does. Throws its output if it fails. */
export async function installExtension(profile: Profile, serverMain: string, vsix: string): Promise<void> {
  const folders = ['--extensions-dir', profile.extensions, '--server-data-dir', profile.serverData];
  await runToEnd(node24(), [
    serverMain,
    '--accept-server-license-terms',
    ...['--install-extension', vsix],
    ...['--user-data-dir', profile.userData, ...folders],
  ]);
}

async function readManifest(folder: string): Promise<{ id: string; version: string }> {
  const manifest: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  if (!isManifest(manifest)) throw new Error(`${folder} has no extension manifest.`);
  return { id: `${manifest.publisher}.${manifest.name}`, version: manifest.version };
}

function isManifest(value: unknown): value is { name: string; publisher: string; version: string } {
  if (typeof value !== 'object' || value === null) return false;
  return ['name', 'publisher', 'version'].every((key) => typeof Reflect.get(value, key) === 'string');
}

function isEntry(value: unknown): value is { identifier: { id: string } } {
  if (typeof value !== 'object' || value === null || !('identifier' in value)) return false;
  const { identifier } = value;
  return (
    typeof identifier === 'object' && identifier !== null && 'id' in identifier && typeof identifier.id === 'string'
  );
}
