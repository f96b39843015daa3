import { secretsOf } from '../../client/src/api/credential.ts';
import type { Exchange, Fetch, HttpOptions } from '../../client/src/api/http.ts';
import { createToken } from '../../client/src/api/iam.ts';
import { JobsApi } from '../../client/src/api/jobs.ts';
import { assumedExpiry, type Session } from '../../client/src/auth/session.ts';
import { Sessions } from '../../client/src/auth/sessions.ts';
import { submitJob } from '../../client/src/commands/submitJob.ts';
import { ConnectionChoice } from '../../client/src/connections/choice.ts';
import { readConnections } from '../../client/src/connections/connection.ts';
import type { ConfirmSetting } from '../../client/src/submit/asking.ts';
import { redaction } from '../../client/src/redaction/redaction.ts';
import { answerPlaces } from '../../client/src/submit/answerPlaces.ts';
import { SubmissionHistory } from '../../client/src/submit/history.ts';
import { SubmissionLocks } from '../../client/src/submit/locks.ts';
import type { DocumentAnswer } from '../../client/src/submit/ports.ts';
import type { LocalService } from '../service/service.ts';
import { noFolders } from './connections.ts';
import { FailingMemento, InMemoryMemento } from './memento.ts';
import { FakePrompts, type Answers } from './prompts.ts';
import { InMemorySecretStorage } from './secretStorage.ts';

/** What a window is opened with; what is not said is as it usually is. */
export interface WindowOptions {
  readonly answers?: Answers;
  /** The document's text. */
  readonly text?: string;
  readonly connections?: unknown;
  readonly errors?: number;
  readonly trusted?: boolean;
  readonly confirm?: ConfirmSetting;
  /** What is filled in. */
  readonly references?: readonly string[];
  /** Milliseconds. */
  readonly timeout?: number;
  readonly fetch?: Fetch;
  /** What other windows have a part in. */
  readonly globalState?: InMemoryMemento;
  readonly workspaceState?: InMemoryMemento;
  readonly now?: () => number;
  readonly windowId?: string;
  /** Nothing can be kept in the memories. */
  readonly failingMemory?: boolean;
}

/** A window with Submit Job in it, without an editor. */
export interface SubmitWindow {
  readonly prompts: FakePrompts;
  readonly secrets: InMemorySecretStorage;
  readonly globalState: InMemoryMemento;
  readonly workspaceState: InMemoryMemento;
  readonly history: SubmissionHistory;
  readonly exchanges: Exchange[];
  /** The texts of answers that were shown. */
  readonly responses: string[];
  /** The answers that were put into the document, and how often they were taken away. */
  readonly answered: DocumentAnswer[];
  readonly cleared: () => number;
  readonly submit: () => Promise<void>;
  /** Keeps a session for the first connection. */
  readonly remember: (session: Session) => Promise<void>;
  /** How often the document was brought before the user. */
  readonly shown: () => number;
}

export const documentUri = 'test:/job.lfjob.json';

/** A session with a token that is not a day old. */
export function pastedSession(token: string): Session {
  return { kind: 'token', token, expiry: assumedExpiry(Date.now()) };
}

/** The connection to a local service. */
export function connectionTo({ url, projectId, instanceId }: LocalService, name = 'dev'): object {
  return { name, region: 'local', endpoint: url, iamEndpoint: url, projectId, instanceId };
}

/** Opens a window with one connection to a local service. */
export function openWindow(service: LocalService, options: WindowOptions = {}): SubmitWindow {
  const prompts = new FakePrompts(options.answers);
  const secrets = new InMemorySecretStorage();
  const sessions = new Sessions(secrets, () => undefined);
  const memory = (): InMemoryMemento => (options.failingMemory === true ? new FailingMemento() : new InMemoryMemento());
  const globalState = options.globalState ?? memory();
  const workspaceState = options.workspaceState ?? memory();
  const history = new SubmissionHistory(workspaceState, () => undefined);
  const exchanges: Exchange[] = [];
  const responses: string[] = [];
  const answered: DocumentAnswer[] = [];
  const connections = readConnections(options.connections ?? [connectionTo(service)]);
  const text = options.text ?? '';
  const http = (secrets: readonly string[]): HttpOptions => ({
    fetch: options.fetch ?? fetch,
    timeout: options.timeout ?? 20_000,
    onExchange: (exchange) => exchanges.push(exchange),
    redact: redaction(secrets),
  });
  let [shown, cleared] = [0, 0];
  const submit = submitJob({
    prompts,
    sessions,
    createToken: async ({ iamEndpoint, projectId }, user, signal) =>
      createToken(iamEndpoint, user, projectId, http([user.password]), signal),
    now: options.now ?? Date.now,
    connections: new ConnectionChoice(() => connections, new InMemoryMemento(), prompts, noFolders),
    openDocument: async () =>
      Promise.resolve({
        uri: documentUri,
        languageId: 'lfjob',
        text,
        show: async () => Promise.resolve().then(() => void (shown += 1)),
      }),
    countErrors: async () => Promise.resolve(options.errors ?? 0),
    fillIn: async (whole) => Promise.resolve({ body: whole, references: options.references ?? [], secrets: [] }),
    jobsApi: (connection, credential, more) =>
      new JobsApi({ ...connection, credential, ...http([...secretsOf(credential), ...more]) }),
    isTrusted: () => options.trusted ?? true,
    confirmSetting: () => options.confirm ?? 'always',
    showResponse: async (_, json) => Promise.resolve().then(() => void responses.push(json)),
    locks: new SubmissionLocks({
      memory: globalState,
      now: options.now ?? Date.now,
      every: () => () => undefined,
      windowId: options.windowId ?? 'window',
      onFailure: () => undefined,
    }),
    history,
    answers: {
      show: (_, answer) => {
        answered.push(answer);
        return answerPlaces(answer.body.message ?? '', text).length;
      },
      clear: () => void (cleared += 1),
    },
  });
  const remember = async (session: Session): Promise<void> => {
    const [connection] = connections.usable;
    if (connection) await sessions.set(connection, session);
  };
  return {
    prompts,
    secrets,
    globalState,
    workspaceState,
    history,
    exchanges,
    responses,
    answered,
    cleared: () => cleared,
    submit,
    remember,
    shown: () => shown,
  };
}

/** Opens a window whose user is signed in by a token, and says yes. */
export async function openSignedInWindow(service: LocalService, options: WindowOptions = {}): Promise<SubmitWindow> {
  const window = openWindow(service, { answers: { confirm: true }, ...options });
  await window.remember(pastedSession(service.tokens.issue()));
  return window;
}
