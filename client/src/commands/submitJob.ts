import * as l10n from '@vscode/l10n';
import type { OpenDocument } from '../documents.ts';
import { bodyHash } from '../submit/bodyHash.ts';
import { checkedJob } from '../submit/check.ts';
import { confirmed } from '../submit/confirmation.ts';
import type { Lock } from '../submit/locks.ts';
import { lookBefore } from '../submit/lookBefore.ts';
import type { Submission, SubmitJobPorts } from '../submit/ports.ts';
import { post } from '../submit/post.ts';
import { credentialFor } from '../submit/token.ts';

/** Submit Job: checks the document, asks, sends it once and tells what became of it. One at a time a document. */
export function submitJob(ports: SubmitJobPorts): (target?: unknown) => Promise<void> {
  return async (target) => {
    const { prompts, locks } = ports;
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
    const lock = await locks.take(document.uri);
    if (lock === undefined) {
      await prompts.info(
        l10n.t(
          'This job is being submitted already, here or in another window. Wait for its result; after a crash, wait 20 seconds.',
        ),
      );
      return;
    }
    try {
      await submitDocument(ports, document, lock);
    } finally {
      await lock.release();
    }
  };
}

async function submitDocument(ports: SubmitJobPorts, document: OpenDocument, lock: Lock): Promise<void> {
  ports.answers.clear(document.uri);
  const job = await checkedJob(ports, document);
  if (job === undefined) return;
  const connection = await ports.connections.current(document.uri);
  if (connection === undefined) return;
  const credential = await credentialFor(ports, connection);
  if (credential === undefined) return;
  const { uri, text } = document;
  const submission: Submission = { job, uri, bodyHash: await bodyHash(text), body: job.body, connection, lock };
  const looked = await lookBefore(ports, submission, credential);
  if (looked === undefined) return;
  const accepted = ports.history.lastAccepted(uri, connection);
  const action = await confirmed(ports, submission, looked.before, accepted);
  if (action === undefined) return;
  await post(ports, submission, action, looked.before, looked.credential);
}
