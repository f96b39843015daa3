import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startService, type LocalService } from '../../service/service.ts';
import { createAuthority } from '../../support/certificates.ts';
import { temporaryFolder, type TemporaryFolder } from '../../support/commandLine.ts';
import { startConnectProxy, type ConnectProxy } from '../../support/connectProxy.ts';

const main = fileURLToPath(new URL('../../../cli/src/main.ts', import.meta.url));
const host = 'lakeformation.example';
const authority = createAuthority();

let service: LocalService;
let proxy: ConnectProxy;
let folder: TemporaryFolder;

beforeEach(async () => {
  service = await startService({ tls: authority.issue({ host }) });
  proxy = await startConnectProxy(Number(new URL(service.url).port));
  folder = await temporaryFolder({ 'authority.pem': authority.certificate });
});
afterEach(async () => {
  await proxy.close();
  await service.close();
  await folder.remove();
});

/** Shows a job of a host that only the proxy knows. @returns the standard error */
async function showJob(variables: Readonly<Record<string, string>>): Promise<string> {
  const { projectId, instanceId, tokens } = service;
  const connection = ['--endpoint', `https://${host}`, '--project', projectId, '--instance', instanceId];
  const env = {
    HOME: folder.path,
    NODE_NO_WARNINGS: '1',
    LAKEFORMATION_TOKEN: tokens.issue(),
    NODE_EXTRA_CA_CERTS: join(folder.path, 'authority.pem'),
    ...variables,
  };
  const ended = spawn(process.execPath, [main, 'status', '--id', 'd-1', ...connection], { env });
  return text(ended.stderr);
}

it('sends requests through the proxy in the environment', async () => {
  expect(await showJob({ HTTPS_PROXY: proxy.url })).toContain('404');
  expect(proxy.tunnels).toEqual([`${host}:443`]);
  expect(service.requests.of('showJob')).toHaveLength(1);
});

it('reports a proxy that isn’t valid', async () => {
  expect(await showJob({ HTTPS_PROXY: 'proxy' })).toBe(
    'lfjob: Couldn’t use the proxy in the environment: ERR_PROXY_INVALID_CONFIG.\n',
  );
  expect(service.requests.all).toEqual([]);
});
