import * as l10n from '@vscode/l10n';
import type { Credential } from '../api/credential.ts';
import { isTokenFailure } from '../api/errors.ts';
import { isThrottled } from '../api/patience.ts';
import type { Submission, SubmitJobPorts } from './ports.ts';
import { failureSentence } from '../failures/sentences.ts';
import { failureOf, type Before } from './submission.ts';
import { replaceCredential } from './token.ts';

/**
 * Reads which jobs of this name there are: to ask which is meant, and to tell later whether a lost answer meant a new one.
 * It also finds a dead token or a wrong address before anything is created.
 * @returns `undefined` when the submission ends here, after the user was told
 */
export async function lookBefore(
  ports: SubmitJobPorts,
  { job, connection }: Submission,
  first: Credential,
): Promise<{ readonly before: Before; readonly credential: Credential } | undefined> {
  let credential = first;
  for (;;) {
    const api = ports.jobsApi(connection, credential, job.secrets);
    const result = await ports.prompts.progress(
      l10n.t('Looking for jobs named "{0}"', job.name),
      async (signal, say) => {
        try {
          return {
            before: await api.named(job.name, job.type, { signal, onWait: (seconds) => say(waiting(seconds)) }),
          };
        } catch (error) {
          return { failure: failureOf(error) };
        }
      },
    );
    if (!('failure' in result)) return { ...result, credential };
    const { failure } = result;
    if (isTokenFailure(failure)) {
      const fresh = await replaceCredential(ports, failure, connection, {
        credential,
        isFirst: credential === first,
        consequence: l10n.t('Nothing was sent.'),
      });
      if (fresh === undefined) return undefined;
      credential = fresh;
      continue;
    }
    // Without the right to list jobs one may still create them; then a lost answer stays unknown.
    if (failure.kind === 'rejected' && failure.status !== 404 && failure.status >= 400 && !isThrottled(failure))
      return { before: undefined, credential };
    if (failure.kind !== 'cancelled') {
      const message = `${failureSentence(failure, connection)} ${l10n.t('Nothing was sent.')}`;
      void ports.prompts.error(message);
    }
    return undefined;
  }
}

/** What a progress says while the service is busy. */
export function waiting(seconds: number): string {
  return l10n.t('The service is busy: waiting {0} s', seconds);
}
