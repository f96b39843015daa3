import { practiceJobName, practiceJobPath } from '../jobs/practiceJob.ts';
import { withInstance } from '../jobs/withInstance.ts';
import type { NewJobServices } from './newJob.ts';

/** Open Practice Job: opens a new document with mistakes that have fixes. */
export function openPracticeJob({
  connections,
  open,
  readFile,
}: Pick<NewJobServices, 'connections' | 'open' | 'readFile'>): () => Promise<void> {
  return async () => {
    const text = await readFile(practiceJobPath);
    await open({ name: practiceJobName, text: withInstance(text, connections.known()) });
  };
}
