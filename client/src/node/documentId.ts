import { realpath } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/**
 * Returns the same text for every URI of a document: for a file its path without symbolic links and, where the file system
 * ignores case, in the case of the directory. Any other document has one URI.
 */
export async function documentId(uri: string): Promise<string> {
  if (!uri.startsWith('file:')) return uri;
  try {
    return await realpath(fileURLToPath(uri));
  } catch {
    // The file is gone, and its document is still open.
    return uri;
  }
}
