import { isObject } from '../../../language/src/documents/value.ts';
import { send, unreadable, type HttpOptions } from './http.ts';
import { text } from './types.ts';

/** An IAM user with its password; `domain` is the name of the account that it belongs to. */
export interface IamUser {
  readonly domain: string;
  readonly name: string;
  readonly password: string;
}

/** A token as IAM issued it. */
export interface IssuedToken {
  readonly token: string;
  /** When it ends, in milliseconds since 1970; `undefined` where the answer does not say it. */
  readonly expiresAt: number | undefined;
}

/**
 * Asks IAM for a token of a project: `POST /v3/auth/tokens` with a password (Keystone v3). The token is the header
 * `X-Subject-Token` of the answer.
 * @param endpoint scheme, host and port of IAM
 * @throws ApiError
 */
export async function createToken(
  endpoint: string,
  { domain, name, password }: IamUser,
  projectId: string,
  options: HttpOptions,
  signal: AbortSignal,
): Promise<IssuedToken> {
  const user = { name, password, domain: { name: domain } };
  const identity = { methods: ['password'], password: { user } };
  const body = JSON.stringify({ auth: { identity, scope: { project: { id: projectId } } } });
  const url = `${endpoint}/v3/auth/tokens?nocatalog=true`;
  const answer = await send({ method: 'POST', url, body, signal }, options);
  const token = answer.headers.get('x-subject-token') ?? '';
  if (token === '') throw unreadable(answer, options);
  return { token, expiresAt: readExpiry(answer.json) };
}

/** Longer than any time, in characters: what finds a zone at the end is quadratic in letters T. */
const longestTime = 100;

/** `token.expires_at` of an answer: a time of ISO 8601, in UTC where it names no zone. */
function readExpiry(value: unknown): number | undefined {
  const token = isObject(value) && isObject(value.token) ? value.token : {};
  const stated = text(token.expires_at)?.slice(0, longestTime).trim() ?? '';
  const time = Date.parse(/T.*(?:Z|[+-]\d\d:?\d\d)$/i.test(stated) ? stated : `${stated}Z`);
  return Number.isNaN(time) ? undefined : time;
}
