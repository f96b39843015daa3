import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { jobWithProperties } from '../../../support/jobs.ts';
import { openWindow, pastedSession, type ServiceAddress } from '../../../support/submitWindow.ts';

/**
 * A service that shares no code with the local one: it answers as a test determines, so that a mistake which both the extension
 * and the local service make is seen.
 */
interface OtherService extends ServiceAddress {
  /** The jobs in the list. */
  readonly jobs: unknown[];
  /** How many jobs were created. */
  created: number;
  /** What a request that creates a job adds to the list, and its answer. */
  create: () => { readonly listed: unknown; readonly answer: string };
  /** The status and the text of the answer for one job. */
  show: (id: string) => { readonly status: number; readonly answer: string };
  close(): void;
}

const text = jobWithProperties('job', '"name": "nightly"');
const id = randomUUID();
const listed = { id, name: 'nightly', type: 'PERMISSION_MIGRATION' };

let service: OtherService;
beforeEach(async () => (service = await startOtherService()));
afterEach(() => service.close());

async function startOtherService(): Promise<OtherService> {
  const server: Server = createServer((request, response) => respond(started, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const started: OtherService = {
    url: `http://127.0.0.1:${port}`,
    projectId: 'a1b2',
    instanceId: randomUUID(),
    jobs: [],
    created: 0,
    create: () => ({ listed, answer: JSON.stringify(listed) }),
    show: () => ({ status: 200, answer: JSON.stringify({ ...listed, ...JSON.parse(text) }) }),
    close: () => void server.close(),
  };
  return started;
}

function respond(other: OtherService, request: IncomingMessage, response: ServerResponse): void {
  const { pathname, searchParams } = new URL(request.url ?? '', other.url);
  const [, job] = /\/lf-jobs\/(.+)$/.exec(pathname) ?? [];
  request.resume().on('end', () => {
    const { status, answer } = answerOf(other, request.method, job, searchParams);
    response.writeHead(status, { 'content-type': 'application/json' }).end(answer);
  });
}

function answerOf(
  other: OtherService,
  method: string | undefined,
  job: string | undefined,
  query: URLSearchParams,
): { readonly status: number; readonly answer: string } {
  if (method === 'POST') {
    const made = other.create();
    other.created += 1;
    other.jobs.push(made.listed);
    return { status: 201, answer: made.answer };
  }
  if (job !== undefined) return other.show(job);
  const [offset, limit] = [Number(query.get('offset')), Number(query.get('limit'))];
  const jobs = other.jobs.slice(offset, offset + limit);
  return { status: 200, answer: JSON.stringify({ jobs, total: other.jobs.length }) };
}

/** Submits the job; returns the last message. */
async function submitted(): Promise<string> {
  const window = openWindow(service, { text, answers: { confirm: true } });
  await window.remember(pastedSession(randomUUID()));
  await window.submit();
  return window.prompts.shown.at(-1) ?? '';
}

describe('a service that shares no code with the local one', () => {
  it.each([
    ['without an ID', '{"name":"nightly"}'],
    ['with a number as its ID', '{"id":4711,"name":"nightly"}'],
    ['that is an array', '[]'],
    ['that is empty', ''],
  ])('creates a job and returns status 201 %s: the job is looked up, and reported with its ID', async (_, answer) => {
    service.create = () => ({ listed, answer });
    const message = await submitted();
    expect(message).toMatch(/^warn: .*status 201.* "nightly" was created anyway \(ID .*\)/);
    expect(message).toContain(id);
    expect(message).not.toContain('JSON');
    expect(service.created).toBe(1);
  });

  it('has numbers as IDs in its list, too: nothing is said about what can’t be read', async () => {
    service.create = () => ({ listed: { ...listed, id: 4711 }, answer: '{"id":4711}' });
    const message = await submitted();
    expect(message).toContain(
      'Couldn’t confirm whether "nightly" was created. Only part of the job list could be read',
    );
    expect(service.created).toBe(1);
  });

  it('has 2,000 jobs with similar names: the message reports how many were read', async () => {
    service.jobs.push(
      ...Array.from({ length: 2000 }, (_, index) => ({ ...listed, id: `${index}`, name: `nightly_${index}` })),
    );
    service.create = () => ({ listed, answer: '{}' });
    const message = await submitted();
    expect(message).toContain(
      'Couldn’t confirm whether "nightly" was created. Only part of the job list could be read (jobs read: 2000).',
    );
    expect(message).not.toContain('isn’t in the job list');
    expect(service.created).toBe(1);
  });

  it('lists a job that can’t be read by itself: its ID is reported, and the list isn’t blamed', async () => {
    service.create = () => ({ listed, answer: '{}' });
    service.show = () => ({ status: 403, answer: '{"error_msg":"no"}' });
    const message = await submitted();
    expect(message).toContain(`A job with this name exists (ID ${id})`);
    expect(message).not.toContain('job list');
    expect(service.created).toBe(1);
  });
});
