import * as l10n from '@vscode/l10n';
import type { NewDocument } from '../editor/newDocument.ts';
import { readRemoteJob, type ReadRemoteJobServices } from '../jobs/remote/readRemoteJob.ts';
import { newFileText } from '../jobs/remote/remoteTexts.ts';
import type { Services } from '../services.ts';
import type { JobOfServices } from './jobOf.ts';
import { withJob } from './withJob.ts';

/** What Save as File uses. */
export interface SaveJobServices extends ReadRemoteJobServices, JobOfServices, Pick<Services, 'isTrusted'> {
  /** Asks for a place, saves the file, and shows it; returns its URI, or `undefined` when the user cancels. */
  readonly saveNewFile: (file: NewDocument) => Promise<string | undefined>;
}

/** Save as File: saves a job of the service as a new file, which is the file of that job from then on. */
export function saveJobAs(services: SaveJobServices): (target?: unknown) => Promise<void> {
  return withJob(services, async (job) => {
    const remote = await readRemoteJob(services, job);
    if (remote === undefined) return;
    const { connection, id, name, type } = remote.reference;
    let uri: string | undefined;
    try {
      uri = await services.saveNewFile({ name: fileName(name), text: newFileText(remote) });
    } catch {
      await services.prompts.error(l10n.t('Couldn’t save the file. Select another folder or name.'));
    }
    if (uri !== undefined) await services.jobLinks.set(uri, connection, { id, name, type });
  });
}

/** A longer name isn't proposed, in characters. */
const longestName = 100;

/** Returns a name for a file. A name of the service may be a path. */
function fileName(name: string): string {
  return (
    name
      .replace(/[^\p{L}\p{N}_-]/gu, '_')
      .replace(/^_+/, '')
      .slice(0, longestName) || 'job'
  );
}
