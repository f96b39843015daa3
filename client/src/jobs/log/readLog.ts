import { secretsOf, type Credential } from '../../api/credential.ts';
import type { RetryOptions } from '../../api/retry.ts';
import { redaction } from '../../redaction/redaction.ts';
import type { Services } from '../../services.ts';
import type { JobReference } from '../../watch/jobReference.ts';
import type { ReadLog } from './logFollower.ts';
import { jobSecrets, type JobSecretsServices } from '../jobSecrets.ts';
import { withoutControlSequences } from './withoutControlSequences.ts';

/** The services that reading a log uses. */
export type ReadLogServices = JobSecretsServices & Pick<Services, 'jobRunsApi' | 'schedule'>;

/** Reads the log of one job, and makes what masks it: the same for as long as the secrets are. */
export class LogReader {
  readonly #services: ReadLogServices;
  #secrets: readonly string[] = [];
  #redact = redaction([]);

  constructor(services: ReadLogServices) {
    this.#services = services;
  }

  /** @throws ApiError */
  async read(reference: JobReference, credential: Credential, retry: RetryOptions): Promise<ReadLog> {
    const { jobRunsApi, schedule } = this.#services;
    const secrets = [...secretsOf(credential), ...(await jobSecrets(this.#services, reference))];
    const log = await jobRunsApi(reference.connection, credential, secrets).log(reference.id, retry);
    if (JSON.stringify(secrets) !== JSON.stringify(this.#secrets)) {
      this.#secrets = secrets;
      this.#redact = redaction(secrets);
    }
    const text = withoutControlSequences(log);
    return { log: text, redact: this.#redact, pause: async () => new Promise((resolve) => schedule(0, resolve)) };
  }
}
