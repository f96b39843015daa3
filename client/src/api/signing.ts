/** The request that is signed, as it goes out. */
export interface UnsignedRequest {
  readonly method: string;
  /** The whole address, with its query. */
  readonly url: string;
  /** The headers that the signature is to cover, besides `host` and `X-Sdk-Date`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An access key and its secret key. */
export interface KeyPair {
  readonly accessKey: string;
  readonly secretKey: string;
}

const algorithm = 'SDK-HMAC-SHA256';

/**
 * Signs a request with an access key: SDK-HMAC-SHA256, as the vendor's SDKs do it. Uses Web Crypto alone, which Node and
 * browsers both have.
 * @param date goes out as `X-Sdk-Date`, to the second
 * @returns the headers to send: those of the request, `X-Sdk-Date` and `Authorization`. `host`, which is signed too, is
 * sent by the platform itself.
 */
export async function signed(request: UnsignedRequest, keys: KeyPair, date: Date): Promise<Record<string, string>> {
  const url = new URL(request.url);
  const time = date.toISOString().replace(/[-:]|\.\d+/g, '');
  const sent = { ...request.headers, 'X-Sdk-Date': time };
  const covered = Object.entries({ ...sent, host: url.host })
    .map(([name, value]) => [name.toLowerCase(), value.trim()] as const)
    .sort(([left], [right]) => order(left, right));
  const names = covered.map(([name]) => name).join(';');
  const canonical = [
    request.method,
    canonicalPath(url.pathname),
    canonicalQuery(url.searchParams),
    ...covered.map(([name, value]) => `${name}:${value}`),
    '',
    names,
    await sha256(request.body),
  ].join('\n');
  const signature = await hmac(keys.secretKey, [algorithm, time, await sha256(canonical)].join('\n'));
  return {
    ...sent,
    Authorization: `${algorithm} Access=${keys.accessKey}, SignedHeaders=${names}, Signature=${signature}`,
  };
}

/** Each segment encoded once, whether the address has it encoded or not; always with a slash at the end. */
function canonicalPath(path: string): string {
  const encoded = path.split('/').map((segment) => encode(decode(segment)));
  const joined = encoded.join('/');
  return joined.endsWith('/') ? joined : `${joined}/`;
}

function canonicalQuery(query: URLSearchParams): string {
  return [...query]
    .sort(([leftName, left], [rightName, right]) => order(leftName, rightName) || order(left, right))
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join('&');
}

/** By code units, not by the rules of a language. */
function order(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Percent-encodes all but RFC 3986's unreserved characters. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** Returns the SHA-256 of a text's UTF-8, in hexadecimal digits. */
export async function sha256(text: string): Promise<string> {
  return hexadecimal(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}

async function hmac(secret: string, text: string): Promise<string> {
  const encoder = new TextEncoder();
  const hash = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), hash, false, ['sign']);
  return hexadecimal(await crypto.subtle.sign('HMAC', key, encoder.encode(text)));
}

function hexadecimal(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
