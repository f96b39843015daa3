import { SubmissionHistory, type HistoryOptions } from '../../client/src/state/submissionHistory.ts';
import type { SubmissionRecord } from '../../client/src/state/submissionRecord.ts';
import { InMemoryStorage } from './sharedStorage.ts';

/** A submission that created a job. */
export const acceptedSubmission: SubmissionRecord = {
  id: 'a',
  sentAt: '2026-01-02T03:04:05.678Z',
  uri: 'file:///jobs/nightly.lfjob.json',
  name: 'nightly',
  action: 'create',
  connection: 'dev',
  endpoint: 'https://host',
  instanceId: 'i',
  bodyHash: '0123456789abcdef',
  references: ['${env:HOST}'],
  result: 'accepted',
  jobId: 'j-1',
};

/** Opens the history in a window. The defaults are a storage of its own and one workspace. */
export function openHistory(options: Partial<HistoryOptions> = {}): SubmissionHistory {
  return new SubmissionHistory({
    storage: new InMemoryStorage(),
    documentId: async (uri) => Promise.resolve(uri),
    workspace: () => 'workspace',
    now: Date.now,
    responseTimeout: () => 60_000,
    onFailure: () => undefined,
    ...options,
  });
}

/** Stores a submission with its result; returns whether it was stored. */
export async function submit(history: SubmissionHistory, record: SubmissionRecord): Promise<boolean> {
  const isBegun = await history.begin(record, await history.of(record.uri));
  await history.put(record);
  return isBegun;
}
