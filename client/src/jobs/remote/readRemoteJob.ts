import * as l10n from '@vscode/l10n';
import { parse } from '../../../../language/src/documents/parse.ts';
import type { JsonObject } from '../../../../language/src/documents/value.ts';
import { secretPlaces } from '../../../../language/src/secrets/secretPlaces.ts';
import { secretsOf } from '../../api/credential.ts';
import type { ListedJob } from '../../api/run.ts';
import type { SignInServices } from '../../auth/signInServices.ts';
import { withCredential } from '../../auth/withCredential.ts';
import { failureSentence } from '../../failures/failureSentence.ts';
import { quoted } from '../../failures/quoted.ts';
import { readWithProgress } from '../../prompts/readWithProgress.ts';
import { secretTexts } from '../../secrets/secretValue.ts';
import type { Services } from '../../services.ts';
import type { JobReference } from '../../watch/jobReference.ts';
import { jobSecrets, type JobSecretsServices } from '../jobSecrets.ts';

/** A job as the service shows it. */
export interface RemoteJob {
  readonly reference: JobReference;
  readonly job: ListedJob;
  /** The whole response, which may have passwords in its addresses. */
  readonly definition: JsonObject;
  /** What must not be shown: the credential, the passwords in addresses, and the secrets that are known here. */
  readonly secrets: readonly string[];
}

/** The services that reading a job uses. */
export type ReadRemoteJobServices = SignInServices & JobSecretsServices & Pick<Services, 'jobRunsApi'>;

/** As much of a name is shown, in characters. */
const longestName = 50;

/**
 * Reads a job from the service.
 * @returns `undefined` when it can't be read or the user cancels, after telling the user
 */
export async function readRemoteJob(
  services: ReadRemoteJobServices,
  reference: JobReference,
): Promise<RemoteJob | undefined> {
  const { prompts, jobRunsApi } = services;
  const { connection, id } = reference;
  const name = quoted(reference.name, longestName);
  const result = await withCredential(services, connection, async (credential) =>
    readWithProgress(prompts, l10n.t('Reading job "{0}"…', name), async (retry) =>
      jobRunsApi(connection, credential).shown(id, retry),
    ),
  );
  if (result.kind === 'failed' && result.failure.kind !== 'canceled') {
    await prompts.error(failureSentence(result.failure, connection, { action: 'show' }));
  }
  if (result.kind !== 'completed') return undefined;
  const { job, definition } = result.value;
  const json = parse(JSON.stringify(definition));
  if (json.refusal !== undefined) {
    await prompts.error(l10n.t('Couldn’t show job "{0}": it’s too large, or nested too deeply.', name));
    return undefined;
  }
  const secrets = [
    ...secretsOf(result.credential),
    ...secretTexts(json.text, secretPlaces(json, 'resolved')),
    ...(await jobSecrets(services, reference)),
  ];
  return { reference, job, definition, secrets };
}
