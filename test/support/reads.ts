import type { Credential } from '../../client/src/api/credential.ts';
import { secretsOf } from '../../client/src/api/credential.ts';
import type { ReadOptions } from '../../client/src/api/get.ts';
import { redaction } from '../../client/src/redaction/redaction.ts';
import type { LocalService } from '../service/service.ts';

/** What a read of a local service is sent with: a new token unless another credential is given. It never waits. */
export function readOptionsFor(service: LocalService, credential?: Credential): ReadOptions {
  const shown = credential ?? { kind: 'token', token: service.tokens.issue() };
  return {
    credential: shown,
    http: {
      ...{ fetch, now: Date.now, timeout: 20_000, onExchange: () => undefined },
      redact: redaction(secretsOf(shown)),
    },
    retry: { signal: new AbortController().signal, pause: async () => Promise.resolve() },
  };
}

/** The address of a local service's instance. */
export function addressOf({ url, projectId, instanceId }: LocalService): {
  endpoint: string;
  projectId: string;
  instanceId: string;
} {
  return { endpoint: url, projectId, instanceId };
}
