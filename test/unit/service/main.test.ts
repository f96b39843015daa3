import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { smallJob } from './sampleJobs.ts';
import { request } from './serviceClient.ts';

const entry = fileURLToPath(new URL('../../service/main.ts', import.meta.url));

let running: ChildProcess | undefined;

afterEach(() => running?.kill('SIGKILL'));

test.each(['SIGINT', 'SIGTERM'] as const)(
  'the command prints what is needed to create a job, and ends on %s',
  async (signal) => {
    const child = spawn(process.execPath, [entry], { stdio: ['ignore', 'pipe', 'inherit'] });
    running = child;
    const lines: string[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      lines.push(line);
      if (line.startsWith('Ctrl+C')) break;
    }
    const printed =
      /machine: (?<url>\S+)\nproject (?<project>\S+), instance (?<instance>\S+)\ntoken (?<token>\S+)\naccount (?<account>\S+), user (?<user>\S+), password (?<password>\S+)\naccess key \S+, secret key \S+\n/.exec(
        lines.join('\n'),
      )?.groups;
    const jobs = `${printed?.url ?? ''}/v1/${printed?.project ?? ''}/instances/${printed?.instance ?? ''}/lf-jobs`;
    expect((await request(jobs, 'POST', printed?.token, smallJob)).status).toBe(201);
    const exit = once(child, 'exit');
    child.kill(signal);
    expect(await exit).toEqual([0, null]);
  },
);
