import * as l10n from '@vscode/l10n';
import { secretsOf, type Credential } from '../api/credential.ts';
import { isTokenFailure } from '../api/errors.ts';
import type { JobsApi } from '../api/jobs.ts';
import type { SignInPorts } from '../auth/ports.ts';
import type { Connection } from '../connections/connection.ts';
import { redaction } from '../redaction/redaction.ts';
import type { SubmissionRecord } from './history.ts';
import { readJobDocument } from './job.ts';
import { waiting } from './lookBefore.ts';
import { failureSentence } from '../failures/sentences.ts';
import { failureOf } from './submission.ts';
import { credentialFor, replaceCredential } from './token.ts';

/** What showing a job needs of the world. */
export interface ShowJobPorts extends SignInPorts {
  /** The connections that can be used. */
  readonly usableConnections: () => readonly Connection[];
  readonly jobsApi: (connection: Connection, credential: Credential) => JobsApi;
  readonly showResponse: (title: string, json: string) => Promise<void>;
}

/** Shows the job that a submission made or updated, as the service has it now. */
export async function showJob(ports: ShowJobPorts, record: SubmissionRecord, jobId: string): Promise<void> {
  const { prompts, jobsApi, showResponse } = ports;
  const connection = connectionOf(record, ports.usableConnections());
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
  const first = await credentialFor(ports, connection);
  let credential = first;
  while (credential !== undefined) {
    const api = jobsApi(connection, credential);
    const redact = redaction(secretsOf(credential));
    const result = await prompts.progress(l10n.t('Reading job "{0}"', record.name), async (signal, say) => {
      try {
        const onWait = (seconds: number): void => say(waiting(seconds));
        return { job: await api.show(jobId, { signal, onWait }) };
      } catch (error) {
        return { failure: failureOf(error) };
      }
    });
    if ('job' in result) {
      const json = `${JSON.stringify(result.job, null, 2)}\n`;
      // The service returns addresses as they were sent, with the passwords in them.
      const secrets = readJobDocument(json)?.secrets ?? [];
      await showResponse(record.name, redaction(secrets)(redact(json)));
      return;
    }
    const { failure } = result;
    if (isTokenFailure(failure)) {
      credential = await replaceCredential(ports, failure, connection, {
        credential,
        isFirst: credential === first,
      });
      continue;
    }
    if (failure.kind !== 'cancelled') {
      await prompts.error(failureSentence(failure, connection, { action: 'show' }));
    }
    return;
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
