import { expect } from 'vitest';
import { failureOf, type Failure } from '../../client/src/api/errors.ts';
import type { HttpOptions } from '../../client/src/api/http.ts';
import { createToken, showToken } from '../../client/src/api/iam.ts';
import { runningInstances } from '../../client/src/api/instances.ts';
import { JobsApi } from '../../client/src/api/jobs.ts';
import { listProjects } from '../../client/src/api/projects.ts';
import { iamFailureSentence } from '../../client/src/auth/iamFailureSentence.ts';
import { answerPlaces } from '../../client/src/failures/answerPlaces.ts';
import { failureSentence } from '../../client/src/failures/failureSentence.ts';
import { redaction } from '../../client/src/redaction/redaction.ts';
import { dev } from '../support/connections.ts';
import { partsOf, unencoded } from '../support/encodings.ts';
import { jobWithProperties } from '../support/jobs.ts';
import { responseOf, type HostileAnswer } from './hostileAnswer.ts';

const job = { id: 'j', name: 'job_1', status: undefined };
const text = jobWithProperties('metadata_migration_parameter', '"source_catalog": "hive"');
const retry = { signal: new AbortController().signal, pause: async (): Promise<void> => Promise.resolve() };

/** Each request with an answer that the client reads. */
const requests: Readonly<Record<string, (api: JobsApi, options: HttpOptions) => Promise<unknown>>> = {
  create: async (api) => shown(await api.create('{}', retry.signal)),
  update: async (api) => shown(await api.update(job, '{}', retry.signal)),
  // What the service has is masked by what shows it.
  show: async (api, { redact }) => redact(JSON.stringify(await api.show('j', retry))),
  named: async (api) => api.named('job_1', 't', retry),
  instances: async (_, options) => runningInstances({ ...dev, credential }, options, retry),
  token: async (_, options) =>
    (await createToken(dev.iamEndpoint, { domain: 'd', name: 'n', password: 'p' }, 'account', options, retry.signal))
      .expiresAt,
  ownToken: async (_, options) => showToken(dev.iamEndpoint, 't', options, retry.signal),
  projects: async (_, options) => listProjects(dev.iamEndpoint, credential, options, retry),
};

const credential = { kind: 'token', token: 't' } as const;

function shown({ job: read, response }: Awaited<ReturnType<JobsApi['create']>>): unknown {
  return [read, response?.()];
}

/**
 * Makes every request, each of which gets the same answer. Fails for an error that isn't about the answer, and where
 * what a request shows, logs, or keeps has 12 characters of a secret.
 * @param onTime is called with the processor time of each request for one answer, in milliseconds: a read that meets a
 * busy service, or a list, has several
 */
export async function readAnswer(
  answer: HostileAnswer,
  onTime: (request: string, time: number) => void,
): Promise<void> {
  for (const [name, request] of Object.entries(requests)) {
    const before = process.cpuUsage();
    const { said, answers } = await saidOf(request, answer);
    const { user, system } = process.cpuUsage(before);
    onTime(name, Math.round((user + system) / 1000 / answers));
    // A search for each part takes longer in a larger text than all the rest.
    if (said.length < 20_000) expect(leftOf(answer, said), `what ${name} has of the secrets`).toEqual([]);
  }
}

/** Returns what a text has of the secrets that stands for 12 characters, unchanged or as repeated. */
function leftOf({ secrets, echoes }: HostileAnswer, said: string): string[] {
  return [...secrets.map(unencoded), ...echoes].flatMap((encoded) =>
    [...partsOf(encoded, 12)].filter((part) => said.includes(part)),
  );
}

/** Returns all that a request shows, logs, or keeps, and how many answers it has read. */
async function saidOf(
  request: (typeof requests)[string],
  answer: HostileAnswer,
): Promise<{ readonly said: string; readonly answers: number }> {
  const said: unknown[] = [];
  let answers = 0;
  const options: HttpOptions = {
    fetch: async () => {
      answers += 1;
      return Promise.resolve(responseOf(answer));
    },
    now: Date.now,
    timeout: 600_000,
    onExchange: (exchange) => said.push(exchange),
    redact: redaction(answer.secrets),
  };
  const api = new JobsApi({ ...options, ...dev, credential });
  try {
    said.push(await request(api, options));
  } catch (error) {
    // Any other error is a defect.
    const failure = failureOf(error);
    said.push(failure, ...sentences(failure));
  }
  return { said: JSON.stringify(said), answers };
}

function sentences(failure: Failure): string[] {
  const messages = [failureSentence(failure, dev), iamFailureSentence(failure, dev)];
  for (const message of messages) expect(message.length, message).toBeLessThan(1000);
  const message = failure.kind === 'rejected' ? failure.body.message : undefined;
  expect(answerPlaces(message ?? '', text).length).toBeLessThanOrEqual(10);
  return messages;
}
