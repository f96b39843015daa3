import { createHmac, createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AccessKey } from '../../service/accessKeys.ts';
import { documented } from '../../service/answers.ts';
import { startService, type LocalService } from '../../service/service.ts';

let service: LocalService;

beforeAll(async () => {
  service = await startService();
});

afterAll(async () => service.close());

interface Changes {
  /** What is sent in the place of what was signed. */
  readonly sent?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly signedHeaders?: string;
  readonly date?: Date;
}

/** The list of instances, asked for with a signature that is made by hand. */
async function listed(key: AccessKey, { sent = {}, query, signedHeaders, date = new Date() }: Changes = {}) {
  const time = date.toISOString().replace(/[-:]|\.\d+/g, '');
  const path = `/v1/${service.projectId}/instances`;
  const asked = 'enterprise_project_id=all_granted_eps&in_recycle_bin=false&limit=10&offset=0';
  const headers: Record<string, string> = {
    host: new URL(service.url).host,
    'x-sdk-date': time,
    ...(key.securityToken !== undefined && { 'x-security-token': key.securityToken }),
  };
  const names = signedHeaders ?? Object.keys(headers).join(';');
  const lines = names.split(';').map((name) => `${name}:${headers[name] ?? ''}\n`);
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
  const canonical = ['GET', `${path}/`, asked, lines.join(''), names, hash('')].join('\n');
  const signature = createHmac('sha256', key.secretKey)
    .update(`SDK-HMAC-SHA256\n${time}\n${hash(canonical)}`)
    .digest('hex');
  const response = await fetch(`${service.url}${path}?${query ?? asked}`, {
    headers: {
      ...headers,
      authorization: `SDK-HMAC-SHA256 Access=${key.accessKey}, SignedHeaders=${names}, Signature=${signature}`,
      ...sent,
    },
  });
  const body: unknown = await response.json();
  return { status: response.status, body };
}

describe('a signed request', () => {
  test.each(['permanent', 'temporary'] as const)('by a %s key is let in', async (kind) => {
    expect(await listed(service.accessKeys.issue(kind))).toMatchObject({
      status: 200,
      body: { total: 1, instances: [{ instance_id: service.instanceId, status: 'RUNNING' }] },
    });
  });

  test('may order its query otherwise', async () => {
    const query = 'offset=0&limit=10&in_recycle_bin=false&enterprise_project_id=all_granted_eps';
    expect((await listed(service.accessKeys.issue(), { query })).status).toBe(200);
  });

  test.each<[string, Changes]>([
    [
      'whose query was changed',
      { query: 'enterprise_project_id=all_granted_eps&in_recycle_bin=true&limit=10&offset=0' },
    ],
    ['whose date was changed', { sent: { 'x-sdk-date': '20200101T000000Z' } }],
    ['that does not sign its date', { signedHeaders: 'host' }],
    ['that does not sign its host', { signedHeaders: 'x-sdk-date' }],
    ['that shows another security token', { sent: { 'x-security-token': 'other' } }],
    [
      'with another algorithm',
      { sent: { authorization: 'V11-HMAC-SHA256 Access=a, SignedHeaders=host, Signature=0' } },
    ],
    ['without a signature', { sent: { authorization: 'SDK-HMAC-SHA256' } }],
  ])('%s is 401', async (_, changes) => {
    expect(await listed(service.accessKeys.issue(), changes)).toEqual(documented.wrongSignature);
  });

  test('by a secret key that isn’t the access key’s is 401', async () => {
    const key = { ...service.accessKeys.issue(), secretKey: randomBytes(30).toString('base64') };
    expect(await listed(key)).toEqual(documented.wrongSignature);
  });

  test('by a key that was revoked is 401', async () => {
    const key = service.accessKeys.issue();
    service.accessKeys.revoke(key);
    expect(await listed(key)).toEqual(documented.wrongSignature);
  });

  test('by a temporary key without its security token, or with one that isn’t signed, is 401', async () => {
    const { securityToken, ...key } = service.accessKeys.issue('temporary');
    expect(await listed(key)).toEqual(documented.wrongSignature);
    const unsigned = { ...key, securityToken: securityToken ?? '' };
    expect(await listed(unsigned, { signedHeaders: 'host;x-sdk-date' })).toEqual(documented.wrongSignature);
  });

  test.each([-20, 20])('%i minutes off is 401', async (minutes) => {
    const date = new Date(Date.now() + minutes * 60_000);
    expect(await listed(service.accessKeys.issue(), { date })).toEqual(documented.signatureExpired);
  });
});

describe('the list of instances', () => {
  test.each(['in_recycle_bin', 'offset', 'limit', 'enterprise_project_id'])('needs %s', async (name) => {
    const query = new URLSearchParams({ in_recycle_bin: 'false', offset: '0', limit: '1', enterprise_project_id: '0' });
    const url = `${service.url}/v1/${service.projectId}/instances`;
    const headers = { 'X-Auth-Token': service.tokens.issue() };
    expect((await fetch(`${url}?${query.toString()}`, { headers })).status).toBe(200);
    query.delete(name);
    expect((await fetch(`${url}?${query.toString()}`, { headers })).status).toBe(400);
  });

  test('of another project is 404', async () => {
    const headers = { 'X-Auth-Token': service.tokens.issue() };
    expect((await fetch(`${service.url}/v1/other/instances`, { headers })).status).toBe(404);
  });
});
