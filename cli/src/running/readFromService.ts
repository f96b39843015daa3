import type { Credential } from '../../../client/src/api/credential.ts';
import type { RetryOptions } from '../../../client/src/api/retry.ts';
import { withCredential } from '../../../client/src/auth/withCredential.ts';
import { failureSentence } from '../../../client/src/failures/failureSentence.ts';
import { readWithProgress } from '../../../client/src/prompts/readWithProgress.ts';
import type { CommandLineServices } from '../services/commandLineServices.ts';

/**
 * Reads something from the service.
 * @param title what is read, as a progress line
 * @returns `undefined` where that failed, after telling the user
 */
export async function readFromService<T>(
  { services, connection }: Pick<CommandLineServices, 'services' | 'connection'>,
  title: string,
  read: (credential: Credential, retry: RetryOptions) => Promise<T>,
): Promise<T | undefined> {
  const result = await withCredential(services, connection, async (credential) =>
    readWithProgress(services.prompts, title, async (retry) => read(credential, retry)),
  );
  if (result.kind === 'failed') {
    await services.prompts.error(failureSentence(result.failure, connection, { action: 'show' }));
  }
  return result.kind === 'completed' ? result.value : undefined;
}
