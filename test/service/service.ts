import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { documented, type Answer } from './answers.ts';
import { Faults } from './faults.ts';
import { Jobs } from './jobs.ts';
import { operations } from './operations/index.ts';
import { RequestLog, type ReceivedRequest } from './requestLog.ts';
import { route, type Route } from './router.ts';
import { TokenIssuer } from './tokens.ts';

/** What a service is started with. */
export interface ServiceOptions {
  readonly projectId?: string;
  readonly instanceId?: string;
  /** How answers print a job's status: as the page's examples do, or as its tables say. */
  readonly statusShape?: 'object' | 'text';
  /** 0 for a free one. */
  readonly port?: number;
}

/** A LakeFormation with one instance, and IAM, on this machine: state in memory, faults on demand. */
export interface LocalService {
  readonly url: string;
  readonly projectId: string;
  readonly instanceId: string;
  readonly jobs: Jobs;
  readonly tokens: TokenIssuer;
  readonly faults: Faults;
  readonly requests: RequestLog;
  close(): Promise<void>;
}

/** The gateway's limit for a body, in bytes. */
const maximumBody = 12 * 1024 * 1024;

/** Starts a service on loopback. */
export async function startService(options: ServiceOptions = {}): Promise<LocalService> {
  const projectId = options.projectId ?? '0123456789abcdef0123456789abcdef';
  const instanceId = options.instanceId ?? '2180518f-42b8-4947-b20b-adfc53981a25';
  const world = { jobs: new Jobs(), tokens: new TokenIssuer(), statusShape: options.statusShape ?? 'object' };
  const faults = new Faults();
  const requests = new RequestLog();

  function answerTo(request: ReceivedRequest, found: Route): Answer {
    if (Buffer.byteLength(request.body) > maximumBody) return documented.tooLarge;
    const refusal = found.operation === 'createToken' ? undefined : accessRefusal(request, found);
    if (refusal) return refusal;
    const { searchParams: query } = new URL(request.url, 'http://service');
    return operations[found.operation]({ ids: found.ids, query, body: parseJson(request.body) }, world);
  }

  /** The token comes first, as at the gateway; a token of another project is as invalid as an expired one. */
  function accessRefusal({ headers }: ReceivedRequest, { ids }: Route): Answer | undefined {
    const token = headers['x-auth-token'];
    const state = typeof token === 'string' ? world.tokens.stateOf(token) : undefined;
    if (state === undefined) return documented.unauthorized;
    if (state !== 'valid') return documented.forbidden;
    return ids.project === projectId && ids.instance === instanceId ? undefined : documented.notFound;
  }

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '/', headers } = incoming;
    const found = route(method, new URL(url, 'http://service').pathname);
    const request = { method, url, headers, body: await readBody(incoming), operation: found?.operation };
    requests.add(request);
    const fault = found && faults.take(found.operation);
    if (fault?.kind === 'delay') await fault.until;
    if (fault?.kind === 'cut' && fault.when === 'before') {
      incoming.socket.destroy();
      return;
    }
    if (fault?.kind === 'answer') {
      send(response, fault.answer);
      return;
    }
    const answer = found ? answerTo(request, found) : documented.notFound;
    if (fault?.kind !== 'cut') send(response, answer);
    else if (fault.when === 'midAnswer') cutMidway(response, answer);
    else incoming.socket.destroy();
  }

  const server = createServer((incoming, response) => {
    handle(incoming, response).catch(() => incoming.socket.destroy());
  });
  const port = await listen(server, options.port ?? 0);
  return {
    url: `http://127.0.0.1:${String(port)}`,
    projectId,
    instanceId,
    ...world,
    faults,
    requests,
    close: async () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The service has no port.');
  return address.port;
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, answer: Answer): void {
  const text = textOf(answer);
  response.writeHead(answer.status, headersOf(answer, text));
  response.end(text);
}

/** Promises the whole answer and cuts the connection after half of it. */
function cutMidway(response: ServerResponse, answer: Answer): void {
  const text = textOf(answer);
  response.writeHead(answer.status, headersOf(answer, text));
  response.write(text.slice(0, text.length / 2), () => response.destroy());
}

function textOf({ body }: Answer): string {
  return body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
}

function headersOf({ headers }: Answer, text: string): Record<string, string | number> {
  return {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(text),
    'X-Request-Id': randomUUID(),
    ...headers,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
