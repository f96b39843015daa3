import * as l10n from '@vscode/l10n';
import type { Credential } from '../api/credential.ts';
import { isTokenFailure, type Failure } from '../api/errors.ts';
import { waiting } from './lookBefore.ts';
import type { Submission, SubmitJobPorts } from './ports.ts';
import { failureOf, lookUp, type Before, type LookedUp, type Request } from './submission.ts';
import { replaceCredential } from './token.ts';

/**
 * Looks up what became of a request without a usable answer, which failed as `failure` says. A credential that has ended
 * meanwhile is replaced.
 */
export async function lookUntilKnown(
  ports: SubmitJobPorts,
  { job, connection }: Submission,
  request: Request,
  before: Before,
  failure: Failure,
  first: Credential,
): Promise<LookedUp> {
  let credential = first;
  for (;;) {
    const api = ports.jobsApi(connection, credential, job.secrets);
    const title = l10n.t('Looking what became of "{0}"', request.name);
    const result = await ports.prompts.progress(title, async (signal, say) => {
      try {
        const onWait = (seconds: number): void => say(waiting(seconds));
        return await lookUp(api, request, before, failure, { signal, onWait });
      } catch (error) {
        return { kind: 'failed', reason: failureOf(error) } as const;
      }
    });
    if (result.kind !== 'failed') return result;
    const fresh = isTokenFailure(result.reason)
      ? await replaceCredential(ports, result.reason, connection, { credential, isFirst: credential === first })
      : undefined;
    if (fresh === undefined) return { kind: 'unknown', failure, isStopped: result.reason.kind === 'cancelled' };
    credential = fresh;
  }
}
