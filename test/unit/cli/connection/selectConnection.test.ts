import { afterEach, beforeEach, expect, it } from 'vitest';
import { connectionFilePath } from '../../../../cli/src/connection/connectionFile.ts';
import { startService, type LocalService } from '../../../service/service.ts';
import { runCommand, temporaryFolder, type TemporaryFolder } from '../../../support/commandLine.ts';
import { connectionTo } from '../../../support/submitWindow.ts';

let service: LocalService;
let home: TemporaryFolder;
beforeEach(async () => {
  [service, home] = [await startService(), await temporaryFolder()];
});
afterEach(async () => {
  await service.close();
  await home.remove();
});

const file = '.config/lfjob/connections.json';

/** Asks for the status of a job that doesn't exist, with `connections.json`; returns the sentence about that. */
async function errorWith(connections: unknown, ...options: readonly string[]): Promise<string> {
  if (connections !== undefined) await home.write({ [file]: JSON.stringify(connections) });
  const env = { HOME: home.path, LAKEFORMATION_TOKEN: service.tokens.issue() };
  const { code, errors } = await runCommand(['status', '--id', 'd-1', ...options], { cwd: home.path, env });
  expect(code).toBe(2);
  return errors.replaceAll(connectionFilePath(env), file);
}

const none = /^lfjob: .*(?:404|find).*\n$/s;

it.each<[string, (dev: object, production: object) => unknown, readonly string[]]>([
  ['the only connection', (dev) => ({ connections: [dev] }), []],
  ['the default connection', (dev, production) => ({ connections: [production, dev], default: 'dev' }), []],
  ['the connection that is named', (dev, production) => ({ connections: [production, dev] }), ['--connection', 'dev']],
])('uses %s', async (_, connections, options) => {
  const production = connectionTo({ ...service, url: 'http://127.0.0.1:1' }, 'production');
  expect(await errorWith(connections(connectionTo(service), production), ...options)).toMatch(none);
  expect(service.requests.all).toHaveLength(1);
});

it.each<[string, unknown, readonly string[], string]>([
  [
    'without a connection',
    undefined,
    [],
    `Enter a connection: --region --project --instance. Or add connections to "${file}".`,
  ],
  ['with several connections', ['dev', 'prod'], [], 'Select a connection with "--connection": dev, prod.'],
  [
    'for a name that isn’t there',
    ['dev'],
    ['--connection', 'dve'],
    `"${file}" has no connection "dve". Did you mean "dev"?`,
  ],
  ['for a default that isn’t there', { connections: [], default: 'dev' }, [], `"${file}" has no connection "dev".`],
  ['for a file that isn’t an object', [], [], `Couldn’t use "${file}": It must be a JSON object with "connections".`],
  ['without a project', undefined, ['--region', 'r', '--instance', 'i'], '"--project" is missing.'],
  ['without an instance', undefined, ['--region', 'r', '--project', 'p'], '"--instance" is missing.'],
  ['without a region', undefined, ['--project', 'p', '--instance', 'i'], '"--region" is missing.'],
  [
    'for an address without encryption',
    undefined,
    ['--endpoint', 'http://example.com', '--project', 'p', '--instance', 'i'],
    'The endpoint of connection "i" isn’t valid: http://example.com. Use https://host, without a path. Plain HTTP is allowed only on this computer.',
  ],
  [
    'for both ways',
    undefined,
    ['--connection', 'dev', '--region', 'r'],
    '"--connection" can’t be combined with "--region".',
  ],
])('fails %s', async (_, connections, options, sentence) => {
  const isNames = Array.isArray(connections) && connections.length > 0;
  const value = isNames ? { connections: connections.map((name) => connectionTo(service, String(name))) } : connections;
  expect(await errorWith(value, ...options)).toBe(`lfjob: ${sentence}\n`);
  expect(service.requests.all).toEqual([]);
});
