import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { curlCommand } from '../../../../client/src/preview/curl.ts';
import { jobRequest } from '../../../../client/src/preview/jobRequest.ts';
import { dev } from '../../../support/connections.ts';

const run = promisify(execFile);

let folder: string;
let token: string;
let secret: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'curl-'));
  token = randomUUID().repeat(500);
  secret = `${randomUUID()}"\\$HOME\n\n`;
});

afterEach(async () => rm(folder, { recursive: true }));

/** Runs the command for a job in a shell that has the variables set, as a person would. */
async function copied(job: object, endpoint = dev.endpoint): Promise<void> {
  const command = curlCommand(await jobRequest(JSON.stringify(job, null, 2), { ...dev, endpoint }));
  expect(command).not.toContain(token);
  const set = `LAKEFORMATION_TOKEN='${token}'\nSECRET_DB='${secret}'\nSECRET_PASSWORD=12345\n`;
  const script = join(folder, 'script');
  await writeFile(script, set + command);
  await run('sh', [script], { env: { PATH: `${folder}:${process.env.PATH ?? ''}`, NO_PROXY: '*' } });
}

/** Puts a program in the place of another one: it records its arguments and environment. */
async function record(program: string, then: string): Promise<void> {
  const path = join(folder, program);
  const recorded = join(folder, 'recorded');
  await writeFile(path, `#!/bin/sh\n{ printf '%s\\n' "$@"; env; } >> '${recorded}'\n${then}\n`);
  await chmod(path, 0o755);
}

const job = (): object => ({ name: "it's", a: { password: 12345 }, b: '${secret:DB}' });

it('passes no process the token or a secret by its arguments or environment', async () => {
  for (const program of ['awk', 'sed']) {
    const { stdout: path } = await run('sh', ['-c', `command -v ${program}`]);
    await record(program, `exec ${path.trim()} "$@"`);
  }
  await record('curl', `cat > '${folder}/config'`);
  await copied(job());
  const recorded = await readFile(join(folder, 'recorded'), 'utf8');
  expect(recorded).toContain('--config');
  expect(recorded).toContain('BEGIN');
  for (const hidden of [token, secret, secret.slice(0, 36), '12345']) expect(recorded).not.toContain(hidden);
  expect(await readFile(join(folder, 'config'), 'utf8')).toContain(`header = "X-Auth-Token: ${token}"\n`);
});

it('sends the service exactly the token and the body', async () => {
  const received: { token: unknown; body: string }[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      received.push({ token: request.headers['x-auth-token'], body });
      response.end();
    });
  }).listen(0, '127.0.0.1');
  const { port }: AddressInfo = await new Promise((resolve) =>
    server.once('listening', () => {
      const address = server.address();
      if (typeof address === 'object' && address) resolve(address);
    }),
  );
  token = token.slice(0, 6000);
  try {
    await copied(job(), `http://127.0.0.1:${port}`);
  } finally {
    server.close();
  }
  const body = JSON.stringify({ ...job(), b: secret }, null, 2);
  expect(received).toEqual([{ token, body: `${body}\n` }]);
});
