import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startService, type LocalService } from '../../../service/service.ts';
import { createAuthority } from '../../../support/certificates.ts';
import { startConnectProxy, type ConnectProxy } from '../../../support/connectProxy.ts';
import { smallJob } from '../../service/sampleJobs.ts';

const script = fileURLToPath(new URL('../../../support/submitFromNode.ts', import.meta.url));
const authority = createAuthority();

let service: LocalService;
let folder: string;
let certificates: string;
let proxy: ConnectProxy | undefined;

beforeEach(async () => {
  service = await startService({ tls: authority.issue({ host: 'lakeformation.example' }) });
  folder = await mkdtemp(join(tmpdir(), 'lfjob-certificates-'));
  certificates = join(folder, 'authority.pem');
  await writeFile(certificates, authority.certificate);
});

afterEach(async () => {
  await proxy?.close();
  proxy = undefined;
  await service.close();
  await rm(folder, { recursive: true, force: true });
});

/** Submits a job to a host that only the proxy knows, in a process with this environment. */
async function submit(env: Readonly<Record<string, string>>): Promise<unknown> {
  const { projectId, instanceId, tokens } = service;
  const to = ['https://lakeformation.example', projectId, instanceId, tokens.issue(), JSON.stringify(smallJob)];
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...to], {
    env: { PATH: process.env.PATH, NODE_USE_ENV_PROXY: '1', NODE_NO_WARNINGS: '1', ...env },
  });
  return JSON.parse(stdout);
}

describe('behind a CONNECT proxy', () => {
  test('with an authority of the company’s own, a job goes through the tunnel', async () => {
    proxy = await startConnectProxy(Number(new URL(service.url).port));
    const result = await submit({ HTTPS_PROXY: proxy.url, NODE_EXTRA_CA_CERTS: certificates });
    expect(result).toEqual({ created: service.jobs.all[0]?.id });
    expect(proxy.tunnels).toEqual(['lakeformation.example:443']);
  });

  test('without its authority, nothing is sent', async () => {
    proxy = await startConnectProxy(Number(new URL(service.url).port));
    const result = await submit({ HTTPS_PROXY: proxy.url });
    expect(result).toMatchObject({ failure: { kind: 'untrusted' } });
    expect(service.requests.all).toEqual([]);
  });

  test.each([407, 403, 502])('that answers %i, nothing is sent', async (status) => {
    proxy = await startConnectProxy(Number(new URL(service.url).port), status);
    const result = await submit({ HTTPS_PROXY: proxy.url, NODE_EXTRA_CA_CERTS: certificates });
    expect(result).toEqual({ failure: { kind: 'unreachable', cause: `proxy ${status}` } });
    expect(proxy.tunnels).toEqual(['lakeformation.example:443']);
    expect(service.requests.all).toEqual([]);
  });

  test('that isn’t there, nothing is sent', async () => {
    const gone = await startConnectProxy(0);
    await gone.close();
    expect(await submit({ HTTPS_PROXY: gone.url, NODE_EXTRA_CA_CERTS: certificates })).toEqual({
      failure: { kind: 'unreachable', cause: 'ECONNREFUSED' },
    });
  });
});
