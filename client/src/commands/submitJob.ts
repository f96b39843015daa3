import * as l10n from '@vscode/l10n';
import type { OpenDocument } from '../documents.ts';
import { asksBefore } from '../submit/asking.ts';
import { checkedJob } from '../submit/check.ts';
import { confirmation } from '../submit/confirmation.ts';
import { lookBefore } from '../submit/lookBefore.ts';
import type { Submission, SubmitJobPorts } from '../submit/ports.ts';
import { post } from '../submit/post.ts';
import { credentialFor } from '../submit/token.ts';

/** Submit Job: checks the document, asks, posts it once and tells what became of it. One at a time a document. */
export function submitJob(ports: SubmitJobPorts): (target?: unknown) => Promise<void> {
  const underWay = new Set<string>();
  return async (target) => {
    const { prompts } = ports;
    if (!ports.isTrusted()) {
      await prompts.error(
        l10n.t('Submitting uses your token, so it needs a trusted workspace. Trust this workspace first.'),
      );
      return;
    }
    const document = await ports.openDocument(target);
    if (document?.languageId !== 'lfjob') {
      await prompts.error(l10n.t('This is no LakeFormation job. Open a file whose name ends in .lfjob.json.'));
      return;
    }
    if (underWay.has(document.uri)) {
      await prompts.info(l10n.t('This job is being submitted already. Wait for its result.'));
      return;
    }
    underWay.add(document.uri);
    try {
      await submitDocument(ports, document);
    } finally {
      underWay.delete(document.uri);
    }
  };
}

async function submitDocument(ports: SubmitJobPorts, document: OpenDocument): Promise<void> {
  const job = await checkedJob(ports, document);
  if (job === undefined) return;
  const connection = await ports.connections.current(document.uri);
  if (connection === undefined) return;
  const credential = await credentialFor(ports, connection);
  if (credential === undefined) return;
  const submission: Submission = { job, body: job.body, connection };
  const looked = await lookBefore(ports, submission, credential);
  if (looked === undefined) return;
  // A name that is taken is asked about whatever the setting says: sending makes a second job.
  const asks = asksBefore(ports.confirmSetting?.() ?? 'always', connection) || (looked.before ?? []).length > 0;
  if (asks && !(await ports.prompts.confirm(confirmation(job, connection, looked.before)))) return;
  await post(ports, submission, looked.before, looked.credential);
}
