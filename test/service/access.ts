import type { AccessKeys } from './accessKeys.ts';
import { documented, iamErrors, type Answer } from './answers.ts';
import { signatureState, type SignedRequest } from './signature.ts';
import type { TokenIssuer } from './tokens.ts';

/** The instance that the service has, and the tokens and access keys for it. */
export interface GuardedInstance {
  readonly projectId: string;
  readonly instanceId: string;
  readonly tokens: TokenIssuer;
  readonly accessKeys: AccessKeys;
}

/**
 * Why a request may not reach an operation; `undefined` when it may. The credential comes first, as at the gateway: 401
 * for none, for a token that IAM never issued and for a signature that is wrong or out of date, 403 for a token that has
 * expired or is for another project, 404 for an address with another project or instance.
 */
export function accessRefusal(
  request: SignedRequest,
  ids: Readonly<Record<string, string>>,
  instance: GuardedInstance,
): Answer | undefined {
  const refusal =
    request.headers.authorization === undefined
      ? tokenRefusal(request, instance.tokens)
      : signatureRefusal(request, instance.accessKeys);
  if (refusal) return refusal;
  const { projectId, instanceId } = instance;
  const exists = (ids.project ?? projectId) === projectId && (ids.instance ?? instanceId) === instanceId;
  return exists ? undefined : documented.notFound;
}

/** Why a request may not reach an operation of IAM: it has no valid credential of any project or of the account. */
export function iamRefusal(
  request: SignedRequest,
  { tokens, accessKeys }: Pick<GuardedInstance, 'tokens' | 'accessKeys'>,
): Answer | undefined {
  if (request.headers.authorization !== undefined) return signatureRefusal(request, accessKeys);
  const token = request.headers['x-auth-token'];
  const state = typeof token === 'string' ? tokens.stateOf(token) : undefined;
  return state === undefined || state === 'expired' ? iamErrors.unauthorized : undefined;
}

function tokenRefusal({ headers }: SignedRequest, tokens: TokenIssuer): Answer | undefined {
  const token = headers['x-auth-token'];
  const state = typeof token === 'string' ? tokens.stateOf(token) : undefined;
  if (state === undefined) return documented.unauthorized;
  return state === 'valid' ? undefined : documented.forbidden;
}

function signatureRefusal(request: SignedRequest, keys: AccessKeys): Answer | undefined {
  switch (signatureState(request, keys)) {
    case 'valid':
      return undefined;
    case 'expired':
      return documented.signatureExpired;
    case 'wrong':
      return documented.wrongSignature;
  }
}
