import * as l10n from '@vscode/l10n';
import type { Choice } from '../prompts/choice.ts';
import type { Services } from '../services.ts';
import { HistoryError } from '../state/submissionHistory.ts';
import { hasNoFile, momentOf, type SubmissionRecord } from '../state/submissionRecord.ts';
import { resultLabel } from '../submit/report/submissionLabels.ts';

/** What Show Submissions uses. */
export interface ShowSubmissionsServices extends Pick<Services, 'prompts' | 'history'> {
  /** Opens a document; fails where it is gone. */
  readonly showDocument: (uri: string) => Promise<void>;
  /** Shows a job that a submission made or updated. */
  readonly showJob: (record: SubmissionRecord, jobId: string) => Promise<void>;
}

/** Show Submissions: what was sent from this workspace, to open the file or the job. Called with a submission's ID, that one. */
export function showSubmissions({
  prompts,
  history,
  showDocument,
  showJob,
}: ShowSubmissionsServices): (id?: unknown) => Promise<void> {
  return async (id) => {
    const records = await recordsOf(history, prompts);
    if (records === undefined) return;
    if (records.length === 0) {
      await prompts.info(l10n.t('No jobs have been submitted from this workspace.'));
      return;
    }
    const record = records.find((one) => one.id === id) ?? (await oneOf(prompts, records));
    if (record === undefined) return;
    const what = await prompts.pick(whatToDo(record), {
      title: l10n.t('Submission of "{0}"', record.name),
      placeholder: resultLabel(record),
    });
    if (what === 'showJob' && record.jobId !== undefined) await showJob(record, record.jobId);
    if (what === 'copyId') await prompts.copy(record.jobId ?? '');
    if (what === 'copyHash') await prompts.copy(record.bodyHash);
    if (what !== 'open') return;
    try {
      await showDocument(record.uri);
    } catch {
      await prompts.error(l10n.t('Couldn’t find the document: {0}', record.uri));
    }
  };
}

/** Returns the submissions; `undefined` if they can't be read, after a message. */
async function recordsOf(
  history: ShowSubmissionsServices['history'],
  prompts: ShowSubmissionsServices['prompts'],
): Promise<readonly SubmissionRecord[] | undefined> {
  try {
    return await history.all();
  } catch (error) {
    if (!(error instanceof HistoryError)) throw error;
    await prompts.error(l10n.t('Couldn’t read the submissions: {0}.', error.message));
    return undefined;
  }
}

async function oneOf(
  prompts: ShowSubmissionsServices['prompts'],
  records: readonly SubmissionRecord[],
): Promise<SubmissionRecord | undefined> {
  return prompts.pick(records.map(choiceOf), {
    title: l10n.t('Show Submissions'),
    placeholder: l10n.t('Select a submission'),
  });
}

function choiceOf(record: SubmissionRecord): Choice<SubmissionRecord> {
  return {
    label: record.name,
    description: l10n.t('{0} to {1}', momentOf(record), record.connection),
    detail: resultLabel(record),
    value: record,
  };
}

function whatToDo({ uri, jobId, bodyHash }: SubmissionRecord): Choice<'open' | 'showJob' | 'copyId' | 'copyHash'>[] {
  return [
    ...(hasNoFile(uri)
      ? []
      : [{ label: l10n.t('Open File'), description: uri.slice(uri.lastIndexOf('/') + 1), value: 'open' } as const]),
    ...(jobId === undefined
      ? []
      : ([
          { label: l10n.t('Show Job'), description: l10n.t('current state in the service'), value: 'showJob' },
          { label: l10n.t('Copy Job ID'), description: jobId, value: 'copyId' },
        ] as const)),
    { label: l10n.t('Copy Document Hash'), description: bodyHash.slice(0, 12), value: 'copyHash' },
  ];
}
