import { childValue, isObject } from '../../../language/src/documents/value.ts';
import { excerpt } from './excerpt.ts';
import { send, unreadable, type HttpOptions } from './http.ts';
import { readProject, type Project } from './projects.ts';
import { text } from './types.ts';

/** An IAM user with its password; `domain` is the name of the account that it belongs to. */
export interface IamUser {
  readonly domain: string;
  readonly name: string;
  readonly password: string;
}

/** What a token is for: a project, or the account, with which IAM itself can be asked. */
export type TokenScope = { readonly projectId: string } | 'account';

/** A token as IAM issued it. */
export interface IssuedToken {
  readonly token: string;
  /** When it ends, in milliseconds since 1970; `undefined` if the answer doesn't have it. */
  readonly expiresAt: number | undefined;
}

/** What IAM returns about a token. */
export interface TokenDetails {
  /** The name of the IAM user. */
  readonly user: string | undefined;
  /** The project that it is for; `undefined` for an account's token. */
  readonly project: Project | undefined;
  /** When it ends, in milliseconds since 1970. */
  readonly expiresAt: number | undefined;
}

/**
 * Asks IAM for a token: `POST /v3/auth/tokens` with a password (Keystone v3). The token is the header
 * `X-Subject-Token` of the answer.
 * @param endpoint scheme, host and port of IAM
 * @throws ApiError
 */
export async function createToken(
  endpoint: string,
  { domain, name, password }: IamUser,
  scope: TokenScope,
  options: HttpOptions,
  signal: AbortSignal,
): Promise<IssuedToken> {
  const user = { name, password, domain: { name: domain } };
  const identity = { methods: ['password'], password: { user } };
  const target = scope === 'account' ? { domain: { name: domain } } : { project: { id: scope.projectId } };
  const body = JSON.stringify({ auth: { identity, scope: target } });
  const url = `${endpoint}/v3/auth/tokens?nocatalog=true`;
  const answer = await send({ method: 'POST', url, body, signal }, options);
  const token = answer.headers.get('x-subject-token') ?? '';
  if (token === '') throw unreadable(answer, options);
  return { token, expiresAt: readExpiry(answer.json) };
}

/**
 * Asks IAM about a token with the token itself: `GET /v3/auth/tokens` (IAM API reference, Verifying a Token).
 * @param endpoint scheme, host and port of IAM
 * @throws ApiError
 */
export async function showToken(
  endpoint: string,
  token: string,
  options: HttpOptions,
  signal: AbortSignal,
): Promise<TokenDetails> {
  const url = `${endpoint}/v3/auth/tokens?nocatalog=true`;
  const headers = { 'X-Subject-Token': token };
  const answer = await send({ method: 'GET', url, credential: { kind: 'token', token }, headers, signal }, options);
  const details = childValue(answer.json, 'token');
  if (!isObject(details)) throw unreadable(answer, options);
  const user = text(childValue(details.user, 'name'));
  return {
    user: user && excerpt(user, longestName, options.redact),
    project: readProject(details.project, options),
    expiresAt: readExpiry(answer.json),
  };
}

/** As much of a name is shown, in characters. */
const longestName = 100;

/** Longer than any time, in characters: what finds a zone at the end is quadratic in letters T. */
const longestTime = 100;

/** `token.expires_at` of an answer: a time of ISO 8601, in UTC where it names no zone. */
function readExpiry(value: unknown): number | undefined {
  const token = isObject(value) && isObject(value.token) ? value.token : {};
  const stated = text(token.expires_at)?.slice(0, longestTime).trim() ?? '';
  const time = Date.parse(/T.*(?:Z|[+-]\d\d:?\d\d)$/i.test(stated) ? stated : `${stated}Z`);
  return Number.isNaN(time) ? undefined : time;
}
