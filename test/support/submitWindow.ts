import type { Fetch } from '../../client/src/api/http.ts';
import type { KooCliFile } from '../../client/src/auth/foundKeys.ts';
import { assumedExpiry, type Session } from '../../client/src/auth/session.ts';
import { submitJob } from '../../client/src/commands/submitJob.ts';
import type { DocumentAnswer } from '../../client/src/environment.ts';
import type { Variables } from '../../client/src/secrets/variables.ts';
import { createServices, type Services } from '../../client/src/services.ts';
import type { ConfirmSetting, WritableConfiguration } from '../../client/src/state/settings.ts';
import { answerPlaces } from '../../client/src/failures/answerPlaces.ts';
import type { LocalService } from '../service/service.ts';
import { InMemoryMemento } from './memento.ts';
import { FakePrompts, type Answers } from './prompts.ts';
import { InMemorySecretStorage } from './secretStorage.ts';
import { InMemoryStorage } from './sharedStorage.ts';

/** What a window is opened with; the defaults are the usual ones. */
export interface WindowOptions {
  readonly answers?: Answers;
  /** The document's text. */
  readonly text?: string;
  /** The setting `lakeformation.connections`. */
  readonly connections?: unknown;
  /** The number of errors that the language server finds. */
  readonly errors?: number;
  readonly trusted?: boolean;
  readonly confirm?: ConfirmSetting;
  readonly variables?: Variables;
  readonly kooCliFile?: KooCliFile;
  /** The memory of the workspace; shared with windows that are opened later. */
  readonly workspaceState?: InMemoryMemento;
  /** Milliseconds. */
  readonly timeout?: number;
  readonly fetch?: Fetch;
  readonly secretStorage?: InMemorySecretStorage;
  /** Where submissions are stored; shared with other windows. */
  readonly storage?: InMemoryStorage;
  readonly now?: () => number;
}

/** The services of a window, with fakes in the place of the editor and the language server. */
export interface SubmitWindow {
  readonly services: Services;
  readonly prompts: FakePrompts;
  readonly secrets: InMemorySecretStorage;
  readonly storage: InMemoryStorage;
  readonly history: Services['history'];
  readonly log: string[];
  /** Method and result of each request in the log, such as `POST 201`. */
  readonly exchanges: () => string[];
  /** The texts that the language server was asked to check. */
  readonly checked: string[];
  /** The responses that were shown. */
  readonly responses: string[];
  /** The answers that were shown in the document, and how often they were removed. */
  readonly answered: DocumentAnswer[];
  readonly cleared: () => number;
  readonly submit: () => Promise<void>;
  /** Stores a session for the first connection. */
  readonly remember: (session: Session) => Promise<void>;
  /** How often the document was shown to the user. */
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

/** Environment variables with these values. */
export function environmentWith(values: Readonly<Record<string, string>>): Variables {
  return { isBrowser: false, get: (name) => values[name] };
}

/** Opens a window with one connection to a local service. */
export function openWindow(service: LocalService, options: WindowOptions = {}): SubmitWindow {
  const prompts = new FakePrompts(options.answers);
  const secretStorage = options.secretStorage ?? new InMemorySecretStorage();
  const storage = options.storage ?? new InMemoryStorage();
  const log: string[] = [];
  const checked: string[] = [];
  const responses: string[] = [];
  const answered: DocumentAnswer[] = [];
  const text = options.text ?? '';
  let [shown, cleared] = [0, 0];
  const configuration = configurationOf({
    connections: options.connections ?? [connectionTo(service)],
    'submit.confirm': options.confirm,
    requestTimeout: (options.timeout ?? 20_000) / 1000,
  });
  const write = (line: string): void => void log.push(line);
  const services = createServices({
    prompts,
    log: { info: write, warn: write, error: write, show: () => undefined },
    configuration: () => configuration,
    secretStorage,
    workspaceState: options.workspaceState ?? new InMemoryMemento(),
    submissionStorage: storage,
    documentId: async (uri) => Promise.resolve(uri),
    workspace: () => 'workspace',
    fetch: options.fetch ?? fetch,
    now: options.now ?? Date.now,
    variables: options.variables ?? environmentWith({}),
    kooCliFile: options.kooCliFile,
    isTrusted: () => options.trusted ?? true,
    folderOf: () => undefined,
    containingFolder: () => undefined,
    openDocument: async () =>
      Promise.resolve({
        uri: documentUri,
        languageId: 'lfjob',
        text,
        show: async () => Promise.resolve().then(() => void (shown += 1)),
      }),
    countErrors: async (checkedText) => {
      checked.push(checkedText);
      return Promise.resolve(options.errors ?? 0);
    },
    showResponse: async (_, json) => Promise.resolve().then(() => void responses.push(json)),
    answers: {
      show: (_, answer) => {
        answered.push(answer);
        return answerPlaces(answer.body.message ?? '', text).length;
      },
      clear: () => void (cleared += 1),
    },
  });
  return {
    services,
    prompts,
    secrets: secretStorage,
    storage,
    history: services.history,
    log,
    exchanges: () => log.map((line) => line.replace(/^(\S+) → (\S+) in .*$/, '$1 $2')),
    checked,
    responses,
    answered,
    cleared: () => cleared,
    submit: submitJob(services),
    async remember(session) {
      const [connection] = services.usableConnections();
      if (connection) await services.sessions.set(connection, session);
    },
    shown: () => shown,
  };
}

/** Opens a window whose user is signed in by a token, and says yes. */
export async function openSignedInWindow(service: LocalService, options: WindowOptions = {}): Promise<SubmitWindow> {
  const window = openWindow(service, { answers: { confirm: true }, ...options });
  await window.remember(pastedSession(service.tokens.issue()));
  return window;
}

/** User settings with these values, which can be changed. */
function configurationOf(initial: Readonly<Record<string, unknown>>): WritableConfiguration {
  const values = new Map(Object.entries(initial));
  return {
    get: (name) => values.get(name),
    inspect: (name) => ({ globalValue: values.get(name) }),
    update: async (name, value) => Promise.resolve().then(() => void values.set(name, value)),
  };
}
