import * as l10n from '@vscode/l10n';
import { secretsOf } from '../api/credential.ts';
import type { SignInServices } from '../auth/signInServices.ts';
import { withCredential } from '../auth/withCredential.ts';
import type { Connection } from '../connections/connection.ts';
import { failureSentence } from '../failures/failureSentence.ts';
import { readWithProgress } from '../prompts/readWithProgress.ts';
import { redaction } from '../redaction/redaction.ts';
import { hasNoFile, type SubmissionRecord } from '../state/submissionRecord.ts';
import type { Services } from '../services.ts';
import { extentOf } from '../../../language/src/documents/fast/extent.ts';
import { maximumDepth } from '../../../language/src/documents/limits.ts';
import { referencesIn } from '../../../language/src/documents/reference.ts';
import type { JsonObject } from '../../../language/src/documents/value.ts';
import { readJobDocument } from '../submit/job.ts';

/** Shows the job that a submission made or updated, as the service has it now. */
export async function showJob(
  services: SignInServices &
    Pick<Services, 'jobsApi' | 'openDocument' | 'secrets' | 'showResponse' | 'usableConnections'>,
  record: SubmissionRecord,
  jobId: string,
): Promise<void> {
  const { prompts, jobsApi, showResponse } = services;
  const connection = connectionOf(record, services.usableConnections());
  if (connection === undefined) {
    await prompts.error(
      l10n.t('No connection for instance {0} at {1}. Add one to show the job.', record.instanceId, record.endpoint),
    );
    return;
  }
  const sent = await knownSecrets(services, record);
  const result = await withCredential(services, connection, async (credential) =>
    readWithProgress(prompts, l10n.t('Reading job "{0}"…', record.name), async (retry) =>
      jobsApi(connection, credential, sent).show(jobId, retry),
    ),
  );
  if (result.kind === 'completed') {
    const json = indented(result.value);
    // The service returns URLs as they were sent, with the passwords in them.
    const shown = readJobDocument(json)?.secrets ?? [];
    await showResponse(record.name, redaction([...secretsOf(result.credential), ...sent, ...shown])(json));
  } else if (result.kind === 'failed' && result.failure.kind !== 'canceled') {
    await prompts.error(failureSentence(result.failure, connection, { action: 'show' }));
  }
}

/** Where indentation makes a text larger than this, it is left out: that of a deep value can be a hundred times as large. */
const largestIndented = 1024 * 1024;

function indented(value: JsonObject): string {
  const json = JSON.stringify(value);
  const { indentation } = extentOf(json, maximumDepth);
  return json.length + 2 * indentation > largestIndented ? json : `${JSON.stringify(value, null, 2)}\n`;
}

/**
 * Returns the secrets that a submission sent, as far as they are known now: the stored ones that it referred to, and those
 * that its document has in its text. What was stored in place of another since then, or edited, isn't known any more.
 */
async function knownSecrets(
  { secrets, openDocument }: Pick<Services, 'openDocument' | 'secrets'>,
  { uri, references }: SubmissionRecord,
): Promise<readonly string[]> {
  const names = new Set(
    references.flatMap(referencesIn).flatMap(({ kind, name }) => (kind === 'secret' ? [name] : [])),
  );
  // A name may have several secrets, and which of them the connection had at the time isn't known.
  const ids = [...Array.from(names, (name) => ({ name })), ...(await secrets.list())];
  const stored = await Promise.all(ids.filter(({ name }) => names.has(name)).map(async (id) => secrets.get(id)));
  // A document that was deleted can't be opened.
  const document = hasNoFile(uri) ? undefined : await openDocument(uri).catch(() => undefined);
  const written = document && readJobDocument(document.text)?.secrets;
  return [...stored.flatMap((found) => (found.kind === 'found' ? [found.value] : [])), ...(written ?? [])];
}

/** A connection to the instance that the submission went to; of several, the one of its name. */
function connectionOf(
  { connection, endpoint, instanceId }: SubmissionRecord,
  usable: readonly Connection[],
): Connection | undefined {
  const fitting = usable.filter((one) => one.endpoint === endpoint && one.instanceId === instanceId);
  return fitting.find(({ name }) => name === connection) ?? fitting[0];
}
