import { signed } from './signing.ts';

/** What a request shows the service: a token in a header, or a signature by an access key. */
export type Credential = TokenCredential | AccessKeyCredential;

export interface TokenCredential {
  readonly kind: 'token';
  readonly token: string;
}

/** An access key; a temporary one has a security token, which goes along with each request. */
export interface AccessKeyCredential {
  readonly kind: 'accessKey';
  readonly accessKey: string;
  readonly secretKey: string;
  readonly securityToken?: string | undefined;
  /** The project that requests are for; without one, they are for the account. */
  readonly projectId?: string | undefined;
}

/** Every part of a credential: what no text that leaves may contain. */
export function secretsOf(credential: Credential): readonly string[] {
  return credential.kind === 'token'
    ? [credential.token]
    : [credential.accessKey, credential.secretKey, credential.securityToken ?? ''].filter((part) => part !== '');
}

/**
 * The headers that show a credential for one request.
 * @param now when the request goes out; the service refuses signatures that are long past
 */
export async function credentialHeaders(
  credential: Credential,
  request: { readonly method: string; readonly url: string; readonly body?: string },
  now: Date,
): Promise<Readonly<Record<string, string>>> {
  if (credential.kind === 'token') return { 'X-Auth-Token': credential.token };
  const { projectId, securityToken } = credential;
  const headers = {
    ...(projectId !== undefined && { 'X-Project-Id': projectId }),
    ...(securityToken !== undefined && { 'X-Security-Token': securityToken }),
  };
  return signed({ method: request.method, url: request.url, headers, body: request.body ?? '' }, credential, now);
}
