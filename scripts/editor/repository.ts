import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const repositoryFolder = fileURLToPath(new URL('../..', import.meta.url));

/** Where what is downloaded or unpacked on demand is kept; git ignores it. */
export const cacheFolder = join(repositoryFolder, '.cache');

/** The Node 24 to run the editor's server with: the one that runs us, else the one among the development dependencies. */
export function node24(): string {
  return process.versions.node.startsWith('24.')
    ? process.execPath
    : join(repositoryFolder, 'node_modules', '.bin', 'node');
}

/** The folder of the extension that opens the walkthrough when an editor of `npm start` has started. */
export const walkthroughOpener = join(repositoryFolder, 'scripts', 'editor', 'walkthroughOpener');
