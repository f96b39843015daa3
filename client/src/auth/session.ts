import { jsonValue } from '../../../language/src/documents/parse.ts';
import { isObject } from '../../../language/src/documents/value.ts';
import type { Credential } from '../api/credential.ts';
import { text as textIn } from '../api/types.ts';
import type { Connection } from '../connections/connection.ts';

/** How a user is signed in to one connection. */
export type Session = TokenSession | UserSession | AccessKeySession;

/** When a token ends. */
export interface Expiry {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Whether IAM returned it; else it is 24 hours from when the token was seen first, and the token may end earlier. */
  readonly isStated: boolean;
}

/** A token that was pasted. */
export interface TokenSession {
  readonly kind: 'token';
  readonly token: string;
  readonly expiry?: Expiry;
}

/** A token that IAM issued to a user. */
export interface UserSession {
  readonly kind: 'user';
  readonly domain: string;
  readonly user: string;
  readonly token: string;
  readonly expiry: Expiry;
  /** The origin that issued the token: a password that is kept goes nowhere else. */
  readonly iamEndpoint: string;
  /** Kept on request only, to renew the token with. */
  readonly password?: string;
}

/** An access key; a temporary one has a security token. */
export interface AccessKeySession {
  readonly kind: 'accessKey';
  readonly accessKey: string;
  readonly secretKey: string;
  readonly securityToken?: string;
}

/** How long IAM's tokens live, in milliseconds: 24 hours. */
const lifetime = 24 * 60 * 60 * 1000;

/** The expiry of a token that was seen first at `now`, when nothing states it. */
export function assumedExpiry(now: number): Expiry {
  return { at: now + lifetime, isStated: false };
}

/** What requests of a session show the service. */
export function credentialOf(session: Session, { projectId }: Pick<Connection, 'projectId'>): Credential {
  if (session.kind !== 'accessKey') return { kind: 'token', token: session.token };
  const { accessKey, secretKey, securityToken } = session;
  return { kind: 'accessKey', accessKey, secretKey, securityToken, projectId };
}

/** A session as text, with the origin and the project that it was made for. */
export function writeSession(session: Session, { endpoint, projectId }: Connection): string {
  return JSON.stringify({ origin: endpoint, projectId, ...session });
}

/**
 * Reads what {@link writeSession} wrote, or the earlier form `{origin, projectId, token}`.
 * @returns `undefined` when the text is neither, or was made for another origin or project
 */
export function readSession(text: string, { endpoint, projectId }: Connection): Session | undefined {
  const stored = jsonValue(text);
  if (!isObject(stored) || stored.origin !== endpoint || stored.projectId !== projectId) return undefined;
  const textOf = (key: string): string | undefined => textIn(stored[key]);
  switch (stored.kind ?? 'token') {
    case 'token': {
      const token = textOf('token');
      const expiry = readExpiry(stored.expiry);
      return token === undefined ? undefined : { kind: 'token', token, ...(expiry && { expiry }) };
    }
    case 'user': {
      const [domain, user, token, iamEndpoint] = ['domain', 'user', 'token', 'iamEndpoint'].map(textOf);
      const expiry = readExpiry(stored.expiry);
      const password = textOf('password');
      if (domain === undefined || user === undefined || token === undefined) return undefined;
      if (iamEndpoint === undefined || expiry === undefined) return undefined;
      return { kind: 'user', domain, user, token, expiry, iamEndpoint, ...(password !== undefined && { password }) };
    }
    case 'accessKey': {
      const [accessKey, secretKey, securityToken] = ['accessKey', 'secretKey', 'securityToken'].map(textOf);
      if (accessKey === undefined || secretKey === undefined) return undefined;
      return { kind: 'accessKey', accessKey, secretKey, ...(securityToken !== undefined && { securityToken }) };
    }
    default:
      return undefined;
  }
}

function readExpiry(value: unknown): Expiry | undefined {
  if (!isObject(value) || typeof value.at !== 'number') return undefined;
  return { at: value.at, isStated: value.isStated === true };
}
