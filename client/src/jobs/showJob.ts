import * as l10n from '@vscode/l10n';
import { secretsOf } from '../api/credential.ts';
import type { SignInServices } from '../auth/signInServices.ts';
import { withCredential } from '../auth/withCredential.ts';
import type { Connection } from '../connections/connection.ts';
import { failureSentence } from '../failures/failureSentence.ts';
import { readWithProgress } from '../prompts/readWithProgress.ts';
import { redaction } from '../redaction/redaction.ts';
import type { SubmissionRecord } from '../state/submissionHistory.ts';
import type { Services } from '../services.ts';
import { readJobDocument } from '../submit/job.ts';

/** Shows the job that a submission made or updated, as the service has it now. */
export async function showJob(
  services: SignInServices & Pick<Services, 'jobsApi' | 'showResponse' | 'usableConnections'>,
  record: SubmissionRecord,
  jobId: string,
): Promise<void> {
  const { prompts, jobsApi, showResponse } = services;
  const connection = connectionOf(record, services.usableConnections());
  if (connection === undefined) {
    await prompts.error(
      l10n.t(
        'No connection in the settings goes to the instance {0} at {1} any more. Add one to see the job.',
        record.instanceId,
        record.endpoint,
      ),
    );
    return;
  }
  const result = await withCredential(services, connection, async (credential) =>
    readWithProgress(prompts, l10n.t('Reading job "{0}"', record.name), async (retry) =>
      jobsApi(connection, credential).show(jobId, retry),
    ),
  );
  if (result.kind === 'completed') {
    const json = `${JSON.stringify(result.value, null, 2)}\n`;
    // The service returns URLs as they were sent, with the passwords in them.
    const secrets = readJobDocument(json)?.secrets ?? [];
    await showResponse(record.name, redaction(secrets)(redaction(secretsOf(result.credential))(json)));
  } else if (result.kind === 'failed' && result.failure.kind !== 'cancelled') {
    await prompts.error(failureSentence(result.failure, connection, { action: 'show' }));
  }
}

/** A connection to the instance that the submission went to; of several, the one of its name. */
function connectionOf(
  { connection, endpoint, instanceId }: SubmissionRecord,
  usable: readonly Connection[],
): Connection | undefined {
  const fitting = usable.filter((one) => one.endpoint === endpoint && one.instanceId === instanceId);
  return fitting.find(({ name }) => name === connection) ?? fitting[0];
}
