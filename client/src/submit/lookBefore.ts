import * as l10n from '@vscode/l10n';
import { isTokenFailure } from '../api/errors.ts';
import { redaction } from '../redaction.ts';
import type { Submission, SubmitJobPorts } from './ports.ts';
import { failureSentence } from './sentences.ts';
import { failureOf, type Before } from './submission.ts';
import { replaceToken } from './token.ts';

/**
 * Reads which jobs of this name there are, to tell later whether a lost answer meant a new one. It also finds a dead
 * token or a wrong address before anything is created.
 * @returns `undefined` when the submission ends here, after the user was told
 */
export async function lookBefore(
  ports: SubmitJobPorts,
  { job, connection }: Submission,
  firstToken: string,
): Promise<{ readonly before: Before; readonly token: string } | undefined> {
  let token = firstToken;
  for (;;) {
    const api = ports.jobsApi(connection, token);
    const result = await ports.prompts.progress(l10n.t('Looking for jobs named "{0}"', job.name), async (signal) => {
      try {
        return { before: await api.named(job.name, job.type, signal) };
      } catch (error) {
        return { failure: failureOf(error) };
      }
    });
    if (!('failure' in result)) return { ...result, token };
    const { failure } = result;
    if (isTokenFailure(failure)) {
      const fresh = await replaceToken(ports, failure, connection, redaction([token, ...job.secrets]));
      if (fresh === undefined) return undefined;
      token = fresh;
      continue;
    }
    // Without the right to list jobs one may still create them; then a lost answer stays unknown.
    if (failure.kind === 'rejected' && failure.status !== 404 && failure.status >= 400)
      return { before: undefined, token };
    if (failure.kind !== 'cancelled') {
      const message = `${failureSentence(failure, connection)} ${l10n.t('Nothing was sent.')}`;
      void ports.prompts.error(redaction([token, ...job.secrets])(message));
    }
    return undefined;
  }
}
