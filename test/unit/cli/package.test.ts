import { execFile, spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type InitializeResult,
} from 'vscode-languageserver-protocol/node';
import manifest from '../../../package.json' with { type: 'json' };
import { findOnPath } from '../../../scripts/editor/findOnPath.ts';
import { packageFolder, temporaryFolder, type TemporaryFolder } from '../../support/commandLine.ts';

const run = promisify(execFile);

let folder: TemporaryFolder;
let program: string;

beforeAll(async () => {
  folder = await temporaryFolder({
    'package.json': '{ "private": true }',
    'valid.lfjob.json': await readFile(join(packageFolder, 'examples/sales_discovery.lfjob.json')),
    'invalid.lfjob.json': '{}',
  });
  // What the build has written is packed; the scripts would write it again.
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder.path], { cwd: packageFolder });
  const archive = join(folder.path, `${manifest.name}-${manifest.version}.tgz`);
  await run('npm', ['install', '--offline', '--no-audit', '--ignore-scripts', archive], { cwd: folder.path });
  program = join(folder.path, 'node_modules/.bin/lfjob');
});
afterAll(async () => folder.remove());

/** The versions of Node.js on this machine. Those on the path are often older than that of the tests. */
const nodes = [...new Set([process.execPath, ...findOnPath('node')].map((path) => realpathSync(path)))];

interface Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function lfjob(node: string, ...commandLine: readonly string[]): Promise<Result> {
  return new Promise((resolve) => {
    execFile(node, [program, ...commandLine], { cwd: folder.path, env: { LANG: 'C' } }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
}

describe('the package for npm', () => {
  it('installs nothing but itself', async () => {
    const installed = await readdir(join(folder.path, 'node_modules'));
    expect(installed.filter((name) => !name.startsWith('.'))).toEqual([manifest.name]);
  });

  it.each(nodes)('has the command lfjob, for %s', async (node) => {
    expect(await lfjob(node, '--version')).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: '' });
    expect(await lfjob(node, 'check', 'valid.lfjob.json')).toMatchObject({ code: 0 });
    const invalid = await lfjob(node, 'check', 'invalid.lfjob.json');
    expect(invalid).toMatchObject({ code: 1, stderr: '' });
    expect(invalid.stdout).toContain('missing-property');
    expect((await lfjob(node, 'check', 'invalid.lfjob.json', '--format', 'sarif')).stdout).toContain(
      '"version":"2.1.0"',
    );
    expect((await lfjob(node, 'new', 'monthly_orc')).stdout).toContain('"METADATA_DISCOVERY"');
    expect((await lfjob(node, 'new', 'METADATA_MIGRATION')).stdout).toContain('"METADATA_MIGRATION"');
    expect((await lfjob(node, 'schema')).stdout).toContain('"$schema"');
    expect((await lfjob(node, 'schema', '--strict')).stdout).toContain('"x-severity"');
    expect((await lfjob(node, 'explain', 'comment', '--locale', 'zh')).stdout).toContain('注释');
    expect((await lfjob(node, 'chek')).code).toBe(2);
  });

  it('has the language server', async () => {
    const commandLine = [program, 'lsp', '--locale', 'zh-cn'];
    const child = spawn(process.execPath, commandLine, { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.listen();
    const params = { processId: null, rootUri: null, capabilities: {}, locale: 'en' };
    const { capabilities } = await connection.sendRequest<InitializeResult>('initialize', params);
    expect(capabilities.completionProvider).toBeDefined();
    await connection.sendNotification('initialized', {});
    const textDocument = { uri: 'file:///a.lfjob.json', languageId: 'lfjob', version: 1, text: '{}' };
    await connection.sendNotification('textDocument/didOpen', { textDocument });
    const report = await connection.sendRequest('textDocument/diagnostic', { textDocument });
    expect(JSON.stringify(report)).toMatch(/\p{Script=Han}/u);
    await connection.sendRequest('shutdown');
    const exited = new Promise((resolve) => child.once('exit', resolve));
    await connection.sendNotification('exit');
    expect(await exited).toBe(0);
    connection.dispose();
  });
});
