import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const stamp = '.installed';

/**
 * Fills `folder` at most once and for good: `fill` works in a folder beside it, which takes its place only when all of it
 * is there. So an interrupted run leaves nothing that looks whole, and two runs at a time don't disturb each other.
 * Throws what `fill` throws.
 */
export async function installOnce(folder: string, fill: (folder: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  await removeAbandoned(folder);
  if (isInstalled(folder)) return;
  const partial = await mkdtemp(`${folder}.partial-${process.pid.toString()}-`);
  try {
    await fill(partial);
    await writeFile(join(partial, stamp), '');
    await takePlace(partial, folder);
  } finally {
    await remove(partial);
  }
}

function isInstalled(folder: string): boolean {
  return existsSync(join(folder, stamp));
}

/** Another run that was quicker has put the same there already: then its folder stays. */
async function takePlace(partial: string, folder: string): Promise<void> {
  if (!isInstalled(folder)) await remove(folder);
  try {
    await rename(partial, folder);
  } catch (error) {
    if (!isInstalled(folder)) throw error;
  }
}

/** Removes what runs left behind that were ended half-way; what resists is left to the next time. */
async function removeAbandoned(folder: string): Promise<void> {
  const prefix = `${basename(folder)}.partial-`;
  for (const name of await readdir(dirname(folder))) {
    if (!name.startsWith(prefix)) continue;
    const owner = Number.parseInt(name.slice(prefix.length), 10);
    if (!isRunning(owner)) await remove(join(dirname(folder), name)).catch(() => undefined);
  }
}

async function remove(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
