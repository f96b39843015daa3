import { AKSKSigner } from '@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js';
import { BasicCredentials } from '@huaweicloud/huaweicloud-sdk-core/auth/BasicCredentials.js';
import * as fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { credentialHeaders } from '../../../../client/src/api/credential.ts';
import { signed } from '../../../../client/src/api/signing.ts';
import { runs } from '../../../support/fastCheck.ts';

const accessKey = randomBytes(10).toString('hex').toUpperCase();
const secretKey = randomBytes(20).toString('hex');
const securityToken = randomBytes(200).toString('base64');
const date = new Date('2026-03-04T05:06:07.089Z');
const time = '20260304T050607Z';

interface Sample {
  readonly method?: string;
  readonly origin?: string;
  /** The segments of the path, as they are before they are encoded. */
  readonly path?: readonly string[];
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object | undefined;
}

/** The request of a sample as our signer gets it: with its whole address, encoded. */
function requestOf({ method = 'GET', origin = 'https://host', path = [], query = {}, headers = {}, body }: Sample) {
  const pairs = Object.entries(query).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
  const search = pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`;
  const url = `${origin}/${path.map(encodeURIComponent).join('/')}${search}`;
  return { method, url, headers, body: body === undefined ? '' : JSON.stringify(body) };
}

async function ourAuthorization(sample: Sample): Promise<string | undefined> {
  return (await signed(requestOf(sample), { accessKey, secretKey }, date)).Authorization;
}

/** What the vendor's signer makes of a sample. It encodes the path itself, and reads the query apart from the address. */
function theirAuthorization({
  method = 'GET',
  origin = 'https://host',
  path = [],
  query = {},
  headers = {},
  body,
}: Sample): unknown {
  const signedHeaders = AKSKSigner.sign(
    {
      method,
      endpoint: `${origin}/${path.join('/')}`,
      queryParams: Object.fromEntries(
        Object.entries(query).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]),
      ),
      headers: { ...headers, 'X-Sdk-Date': time },
      data: body,
    },
    new BasicCredentials().withAk(accessKey).withSk(secretKey),
  );
  return new Map<string, unknown>(Object.entries(signedHeaders)).get('Authorization');
}

describe('a signature is the one of the vendor’s signer', () => {
  test.each<[string, Sample]>([
    ['nothing but an origin', {}],
    ['a port', { origin: 'http://127.0.0.1:8080', path: ['v1'] }],
    ['a path', { path: ['v1', 'p', 'instances', 'i', 'lf-jobs'] }],
    ['a path that ends in a slash', { path: ['v1', ''] }],
    ['a path with characters to encode', { path: ['v1', 'a!()*~', '数据', '😀', 'a+b=c&d@e:f,g$h'] }],
    [
      'a query',
      { path: ['v1'], query: { type: 'METADATA_MIGRATION', offset: '0', limit: '1000', name_pattern: 'a_b' } },
    ],
    ['a query whose values repeat', { query: { b: ['2', '1', '10'], a: '' } }],
    ['a query with characters to encode', { query: { 'a b': "ü +&=%/?#!'()*~", 数: '据😀' } }],
    ['names that differ in capitals', { query: { Z: '1', a: '2', A: '3' } }],
    ['a body', { method: 'POST', path: ['v1'], body: { name: 'job_1' } }],
    ['a body that is not ASCII', { method: 'PUT', body: { description: 'Größe 数据 😀\u0000' } }],
    ['headers', { headers: { 'X-Project-Id': 'p', 'X-Security-Token': securityToken } }],
  ])('%s', async (_, sample) => {
    const ours = await ourAuthorization(sample);
    expect(ours).toBe(theirAuthorization(sample));
    expect(ours).toMatch(/^SDK-HMAC-SHA256 Access=[0-9A-F]{20}, SignedHeaders=host;[-;a-z]*, Signature=[0-9a-f]{64}$/);
  });

  test('for any path, query, body and security token', async () => {
    // The vendor's signer encodes twice what a URL can't contain unchanged, so these paths can't be compared.
    const segment = fc.string({ unit: fc.constantFrom(...Array.from('aZ09-._~!$&()*+,;=:@数据é😀')), minLength: 1 });
    const sample = fc.record({
      method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE'),
      origin: fc.constantFrom(
        'https://host',
        'https://lakeformation.cn-north-4.myhuaweicloud.com',
        'http://127.0.0.1:8',
      ),
      path: fc.array(segment.filter((text) => !/^\.+$/.test(text))),
      query: fc.dictionary(text(), fc.oneof(text(), fc.array(text(), { minLength: 1 }))),
      headers: fc.oneof(
        fc.constant({}),
        fc.record({ 'X-Project-Id': fc.stringMatching(/^[0-9a-f]{32}$/), 'X-Security-Token': fc.base64String() }),
      ),
      body: fc.option(fc.dictionary(text(), fc.jsonValue()), { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(sample, async (one) => {
        expect(await ourAuthorization(one)).toBe(theirAuthorization(one));
      }),
      runs(300),
    );
  });
});

/** Any text that can be in a URL, and isn't a name that all objects have. */
function text(): fc.Arbitrary<string> {
  return fc.string({ unit: 'grapheme' }).filter((one) => one.isWellFormed() && one !== '__proto__');
}

test('an address is signed the same whether it is encoded or not', async () => {
  const [plain, encoded] = ['https://host/a~b/%E6%95%B0?a=x%20y', 'https://host/a%7Eb/数?a=x+y'].map(
    async (url) =>
      (await signed({ method: 'GET', url, headers: {}, body: '' }, { accessKey, secretKey }, date)).Authorization,
  );
  expect(await plain).toBe(await encoded);
});

test('a path that isn’t encoded properly is signed unchanged', async () => {
  const request = { method: 'GET', url: 'https://host/100%', headers: {}, body: '' };
  expect((await signed(request, { accessKey, secretKey }, date)).Authorization).toMatch(/^SDK-HMAC-SHA256 /);
});

describe('a credential is shown', () => {
  const request = requestOf({ method: 'POST', path: ['v1'], body: { a: 1 } });

  test('as a token', async () => {
    const token = randomBytes(20).toString('hex');
    expect(await credentialHeaders({ kind: 'token', token }, request, date)).toEqual({ 'X-Auth-Token': token });
  });

  test('as a signature, with date and project, and never as the secret key', async () => {
    const headers = await credentialHeaders({ kind: 'accessKey', accessKey, secretKey, projectId: 'p' }, request, date);
    expect(headers).toEqual({
      'X-Project-Id': 'p',
      'X-Sdk-Date': time,
      Authorization: theirAuthorization({
        method: 'POST',
        path: ['v1'],
        body: { a: 1 },
        headers: { 'X-Project-Id': 'p' },
      }),
    });
    expect(JSON.stringify(headers)).not.toContain(secretKey);
  });

  test('as a signature of a temporary key, with its security token, which is signed too', async () => {
    const key = { kind: 'accessKey', accessKey, secretKey, securityToken, projectId: 'p' } as const;
    const headers = await credentialHeaders(key, request, date);
    expect(headers['X-Security-Token']).toBe(securityToken);
    expect(headers.Authorization).toContain('SignedHeaders=host;x-project-id;x-sdk-date;x-security-token,');
  });
});
