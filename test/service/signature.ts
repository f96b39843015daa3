import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { AccessKeys } from './accessKeys.ts';

/** A request as it came in, its body byte by byte. */
export interface SignedRequest {
  readonly method: string;
  /** The target: path and query, as they were sent. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** What the gateway finds of a signature. */
export type SignatureState = 'valid' | 'expired' | 'wrong';

/** How far from now a signature's date may be, in milliseconds. The gateway's own limit isn't in its error list; this is a strict one. */
const maximumAge = 15 * 60 * 1000;

const form =
  /^SDK-HMAC-SHA256 Access=(?<access>[^,\s]+), SignedHeaders=(?<names>[^,\s]+), Signature=(?<signature>[0-9a-f]{64})$/;

/**
 * Checks the signature of a request: SDK-HMAC-SHA256, computed again from the received request with the secret key that
 * was issued. Host and date must be signed, and a temporary key's security token must come along, signed too.
 */
export function signatureState({ method, url, headers, body }: SignedRequest, keys: AccessKeys): SignatureState {
  const { access = '', names = '', signature = '' } = form.exec(headers.authorization ?? '')?.groups ?? {};
  const key = keys.find(access);
  const signed = names.split(';');
  if (key === undefined || !signed.includes('host') || !signed.includes('x-sdk-date')) return 'wrong';
  if (signed.join() !== [...new Set(signed)].sort().join()) return 'wrong';
  if (key.securityToken !== headers['x-security-token']) return 'wrong';
  if (key.securityToken !== undefined && !signed.includes('x-security-token')) return 'wrong';
  const date = String(headers['x-sdk-date']);
  const lines = signed.map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const [path = '', query = ''] = url.split(/\?(.*)/s);
  const request = [method, pathLine(path), queryLine(query), lines.join(''), names, hash(body)].join('\n');
  const toSign = ['SDK-HMAC-SHA256', date, hash(request)].join('\n');
  const expected = createHmac('sha256', key.secretKey).update(toSign).digest();
  if (!timingSafeEqual(expected, Buffer.from(signature, 'hex'))) return 'wrong';
  return Math.abs(Date.now() - timeOf(date)) <= maximumAge ? 'valid' : 'expired';
}

function pathLine(path: string): string {
  const segments = path.replace(/\/$/, '').split('/');
  return `${segments.map((segment) => percentEncoded(decodeURIComponent(segment))).join('/')}/`;
}

function queryLine(query: string): string {
  const parts = query === '' ? [] : query.split('&');
  const pairs = parts.map((part) => {
    const [name = '', ...value] = part.split('=');
    return [name, value.join('=')].map((text) => decodeURIComponent(text.replaceAll('+', ' ')));
  });
  const compare = (left = '', right = ''): number => (left < right ? -1 : Number(left > right));
  pairs.sort((left, right) => compare(left[0], right[0]) || compare(left[1], right[1]));
  return pairs.map((pair) => pair.map(percentEncoded).join('=')).join('&');
}

/** Byte by byte: RFC 3986's unreserved characters stay. */
function percentEncoded(text: string): string {
  return Array.from(Buffer.from(text), (byte) => {
    const character = String.fromCharCode(byte);
    return /[A-Za-z0-9._~-]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');
}

function hash(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}

/** The time of `20230527T100435Z`, in milliseconds since 1970; NaN for another form. */
function timeOf(date: string): number {
  return Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}
