import type { IncomingHttpHeaders } from 'node:http';
import { documented, type Answer } from './answers.ts';
import type { TokenIssuer } from './tokens.ts';

/** The instance that the service has, and the tokens for it. */
export interface GuardedInstance {
  readonly projectId: string;
  readonly instanceId: string;
  readonly tokens: TokenIssuer;
}

/**
 * Why a request may not reach an operation; `undefined` when it may. The token comes first, as at the gateway: 401 for
 * none and for one that IAM never issued, 403 for one that has expired or is for another project, 404 for an address
 * with another project or instance.
 */
export function accessRefusal(
  headers: IncomingHttpHeaders,
  ids: Readonly<Record<string, string>>,
  instance: GuardedInstance,
): Answer | undefined {
  const token = headers['x-auth-token'];
  const state = typeof token === 'string' ? instance.tokens.stateOf(token) : undefined;
  if (state === undefined) return documented.unauthorized;
  if (state !== 'valid') return documented.forbidden;
  const exists = ids.project === instance.projectId && ids.instance === instance.instanceId;
  return exists ? undefined : documented.notFound;
}
