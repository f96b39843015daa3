import * as l10n from '@vscode/l10n';
import type { Credential } from '../api/credential.ts';
import type { OpenDocument } from '../editor/documents.ts';
import { bodyHash } from '../submit/bodyHash.ts';
import { checkedJob } from '../submit/check.ts';
import { confirmed } from '../submit/confirmation.ts';
import type { Lock } from '../submit/locks.ts';
import { lookBefore } from '../submit/lookBefore.ts';
import type { Submission, SubmitJobPorts } from '../submit/ports.ts';
import { post } from '../submit/post.ts';
import type { Action, Before } from '../submit/submission.ts';
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
    let tell: Tell | undefined;
    try {
      tell = await submitDocument(ports, document, lock);
    } finally {
      await lock.release();
    }
    await tell?.();
  };
}

/** Tells the user what became of a submission, and ends when the message is closed. */
type Tell = () => Promise<void>;

async function submitDocument(ports: SubmitJobPorts, document: OpenDocument, lock: Lock): Promise<Tell | undefined> {
  ports.answers.clear(document.uri);
  const job = await checkedJob(ports, document);
  if (job === undefined) return undefined;
  const connection = await ports.connections.current(document.uri);
  if (connection === undefined) return undefined;
  const credential = await credentialFor(ports, connection);
  if (credential === undefined) return undefined;
  const { uri, text } = document;
  const submission: Submission = { job, uri, bodyHash: await bodyHash(text), body: job.body, connection, lock };
  return askAndSend(ports, submission, credential);
}

/** What a user has answered holds for so long, in milliseconds: after that the jobs are looked at once more. */
const answerHolds = 30_000;

/** Asks what is to be done and does it, as long as the jobs of this name are those that the user was told of. */
async function askAndSend(ports: SubmitJobPorts, submission: Submission, first: Credential): Promise<Tell | undefined> {
  let credential = first;
  let answer: { readonly action: Action; readonly before: Before } | undefined;
  for (let refusals = 0; ;) {
    const looked = await lookBefore(ports, submission, credential);
    if (looked === undefined) return undefined;
    if (answer === undefined || !areSame(answer.before, looked.before)) {
      const askedAt = ports.now();
      const last = ports.history.lastSent(submission.uri, submission.connection);
      const action = await confirmed(ports, submission, looked.before, last);
      if (action === undefined) return undefined;
      answer = { action, before: looked.before };
      credential = looked.credential;
      if (ports.now() - askedAt > answerHolds) continue;
    }
    const posted = await post(ports, submission, answer.action, looked.before, {
      credential: looked.credential,
      isFirst: refusals === 0,
    });
    if (posted.kind !== 'refused') return posted.kind === 'done' ? posted.tell : undefined;
    credential = posted.other;
    refusals += 1;
  }
}

function areSame(before: Before, now: Before): boolean {
  const idsOf = (jobs: Before): string | undefined => jobs?.map(({ id }) => id).join();
  return idsOf(before) === idsOf(now);
}
