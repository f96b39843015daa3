import * as l10n from '@vscode/l10n';
import type { Choice } from '../prompts/choice.ts';
import type { Services } from '../services.ts';
import { momentOf } from '../submit/confirm.ts';
import { HistoryError } from '../state/submissionHistory.ts';
import { hasNoFile, type SubmissionRecord } from '../state/submissionRecord.ts';

/** What Show Submissions uses. */
export interface ShowSubmissionsServices extends Pick<Services, 'prompts' | 'history'> {
  /** Opens a document; fails where it is gone. */
  readonly showDocument: (uri: string) => Promise<void>;
  /** Shows a job that a submission made or updated. */
  readonly showJob: (record: SubmissionRecord, jobId: string) => Promise<void>;
}

/** Show Submissions: what was sent from this workspace, to open the file or the job. */
export function showSubmissions({
  prompts,
  history,
  showDocument,
  showJob,
}: ShowSubmissionsServices): () => Promise<void> {
  return async () => {
    const records = await recordsOf(history, prompts);
    if (records === undefined) return;
    if (records.length === 0) {
      await prompts.info(l10n.t('Nothing was submitted from this workspace yet.'));
      return;
    }
    const record = await prompts.pick(records.map(choiceOf), {
      title: l10n.t('Submissions of this workspace'),
      placeholder: l10n.t('Which one?'),
    });
    if (record === undefined) return;
    const what = await prompts.pick(whatToDo(record), {
      title: l10n.t('Submission of "{0}"', record.name),
      placeholder: resultOf(record),
    });
    if (what === 'showJob' && record.jobId !== undefined) await showJob(record, record.jobId);
    if (what === 'copyId') await prompts.copy(record.jobId ?? '');
    if (what === 'copyHash') await prompts.copy(record.bodyHash);
    if (what !== 'open') return;
    try {
      await showDocument(record.uri);
    } catch {
      await prompts.error(l10n.t('The document is not there any more: {0}', record.uri));
    }
  };
}

/** Returns the submissions; `undefined` when they can't be read, after the user was told. */
async function recordsOf(
  history: ShowSubmissionsServices['history'],
  prompts: ShowSubmissionsServices['prompts'],
): Promise<readonly SubmissionRecord[] | undefined> {
  try {
    return await history.all();
  } catch (error) {
    if (!(error instanceof HistoryError)) throw error;
    await prompts.error(l10n.t("Couldn't read the submissions: {0}.", error.message));
    return undefined;
  }
}

function choiceOf(record: SubmissionRecord): Choice<SubmissionRecord> {
  return {
    label: record.name,
    description: l10n.t('{0} to {1}', momentOf(record), record.connection),
    detail: resultOf(record),
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
          { label: l10n.t('Show Job'), description: l10n.t('as the service has it now'), value: 'showJob' },
          { label: l10n.t('Copy Job ID'), description: jobId, value: 'copyId' },
        ] as const)),
    { label: l10n.t('Copy Body Hash'), description: bodyHash.slice(0, 12), value: 'copyHash' },
  ];
}

/** What became of a submission, in a few words. */
function resultOf({ result, action, jobId = '', status }: SubmissionRecord): string {
  switch (result) {
    case 'accepted':
      return action === 'create' ? l10n.t('created: job {0}', jobId) : l10n.t('updated: job {0}', jobId);
    case 'found':
      return action === 'create'
        ? l10n.t('created, though the answer was lost: job {0}', jobId)
        : l10n.t('updated, though the answer was lost: job {0}', jobId);
    case 'refused':
      return status === undefined ? l10n.t('not sent') : l10n.t('refused with status {0}', status);
    case 'similar':
      return l10n.t('no answer, and a job of that name, which may be another’s: {0}', jobId);
    case 'notFound':
      return l10n.t('no answer, and nothing of it was found then');
    case 'unknown':
      return l10n.t('no answer, and what became of it is not known');
  }
}
