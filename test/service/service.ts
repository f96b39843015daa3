import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { accessRefusal, iamRefusal } from './access.ts';
import { AccessKeys } from './accessKeys.ts';
import { documented, type Answer } from './answers.ts';
import { sampleContent, type Content } from './content.ts';
import { Faults } from './faults.ts';
import { instanceOf, type ListedInstance } from './instances.ts';
import { Jobs } from './jobs.ts';
import { parseJson } from './json.ts';
import { operations } from './operations/index.ts';
import { projectOf, type ListedProject } from './projects.ts';
import { RequestLog } from './requestLog.ts';
import { route, type OperationName, type Route } from './router.ts';
import type { SignedRequest } from './signature.ts';
import { TokenIssuer } from './tokens.ts';
import { readBody, send, sendHalf } from './transport.ts';

/** What a service is started with. */
export interface ServiceOptions {
  readonly projectId?: string;
  readonly instanceId?: string;
  /** How answers print a job's status: as the examples of the API reference do, or as its tables specify. */
  readonly statusShape?: 'object' | 'text';
  /** 0 for a free one. */
  readonly port?: number;
  /** The key and certificate, in PEM, of a service that speaks HTTPS. */
  readonly tls?: { readonly key: string; readonly cert: string };
}

/** A LakeFormation that serves one instance, and IAM, on this machine: state in memory, faults on demand. */
export interface LocalService {
  /** Scheme, host and port: the endpoint of LakeFormation and of IAM. */
  readonly url: string;
  readonly projectId: string;
  readonly instanceId: string;
  readonly jobs: Jobs;
  readonly tokens: TokenIssuer;
  readonly accessKeys: AccessKeys;
  /** What the list of projects has, to be changed by a test: at first the one that is served, of region `local`, and another. */
  readonly projects: ListedProject[];
  /** What the list of instances has, to be changed by a test: at first the one that is served. */
  readonly instances: ListedInstance[];
  /** What the instance and the account have, to be changed by a test: at first, what the example jobs need. */
  readonly content: Content;
  readonly faults: Faults;
  readonly requests: RequestLog;
  /** Cuts every connection and frees the port. May be called twice. */
  close(): Promise<void>;
}

/** The operations of IAM that need a credential. */
const iamOperations: readonly OperationName[] = ['showToken', 'listProjects'];

const defaultProjectId = '0123456789abcdef0123456789abcdef';

/** The gateway's limit for a body, in bytes. */
const maximumBody = 12 * 1024 * 1024;
/** The gateway's limit for all headers of a request, in bytes: room for the longest token. */
const maximumHeaders = 128 * 1024;

/**
 * Starts a service on loopback.
 * @throws Error when the port is taken
 */
export async function startService(options: ServiceOptions = {}): Promise<LocalService> {
  const instanceId = options.instanceId ?? '2180518f-42b8-4947-b20b-adfc53981a25';
  const world = {
    projectId: options.projectId ?? defaultProjectId,
    instanceId,
    projects: [
      projectOf('f0e1d2c3b4a5968778695a4b3c2d1e0f', 'cn-east-3'),
      projectOf(options.projectId ?? defaultProjectId, 'local'),
    ],
    instances: [instanceOf(instanceId, { default_instance: true })],
    content: sampleContent(),
    statusShape: options.statusShape ?? 'object',
    jobs: new Jobs(),
    tokens: new TokenIssuer(),
    accessKeys: new AccessKeys(),
  };
  const faults = new Faults();
  const requests = new RequestLog();

  function answerTo(
    { method = '', headers, url = '' }: IncomingMessage,
    { operation, ids }: Route,
    body: Buffer,
  ): Answer {
    if (body.length > maximumBody) return documented.tooLarge;
    const refusal = refusalOf({ method, url, headers, body }, { operation, ids });
    if (refusal) return refusal;
    const { query } = partsOf(url);
    return operations[operation]({ ids, query, headers, body: parseJson(body.toString()) }, world);
  }

  function refusalOf(request: SignedRequest, { operation, ids }: Route): Answer | undefined {
    if (operation === 'createToken') return undefined;
    return iamOperations.includes(operation) ? iamRefusal(request, world) : accessRefusal(request, ids, world);
  }

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = incoming;
    const found = route(method, partsOf(url).path);
    const body = await readBody(incoming);
    const fault = found && faults.take(found.operation);
    const operation = found?.operation;
    requests.add({ method, url, headers, body: body.toString(), operation, receivedAt: new Date() });
    if (fault?.kind === 'cut' && fault.when === 'before') {
      response.destroy();
      return;
    }
    if (fault?.kind === 'delay' && fault.when !== 'after') await fault.until;
    const ordinary = (): Answer => (found ? answerTo(incoming, found, body) : documented.unknownApi);
    const done = fault?.kind === 'answer' && fault.when !== 'after' ? fault.answer : ordinary();
    const answer = fault?.kind === 'answer' ? fault.answer : done;
    if (fault?.kind === 'delay' && fault.when === 'after') await fault.until;
    if (fault?.kind !== 'cut') send(response, answer);
    else if (fault.when === 'midAnswer') sendHalf(response, answer);
    else response.destroy();
  }

  const listener = (incoming: IncomingMessage, response: ServerResponse): void => {
    handle(incoming, response).catch(() => {
      if (response.headersSent) response.destroy();
      else send(response, documented.internal);
    });
  };
  const server = options.tls
    ? createSecureServer({ maxHeaderSize: maximumHeaders, ...options.tls }, listener)
    : createServer({ maxHeaderSize: maximumHeaders }, listener);
  const port = await listen(server, options.port ?? 0);
  return {
    url: `${options.tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    projectId: world.projectId,
    instanceId: world.instanceId,
    jobs: world.jobs,
    tokens: world.tokens,
    accessKeys: world.accessKeys,
    projects: world.projects,
    instances: world.instances,
    content: world.content,
    faults,
    requests,
    close: async () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The path and query of a request's target. It need be no path: `*` and whole URLs are possible, too. */
function partsOf(target: string): { readonly path: string; readonly query: URLSearchParams } {
  const [path = ''] = target.split('?', 1);
  return { path, query: new URLSearchParams(target.slice(path.length)) };
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
