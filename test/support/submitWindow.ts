import type { Fetch } from '../../client/src/api/http.ts';
import type { KooCliFile } from '../../client/src/auth/foundKeys.ts';
import { assumedExpiry, type Session } from '../../client/src/auth/session.ts';
import { submitJob } from '../../client/src/commands/submitJob.ts';
import type { OpenDocument } from '../../client/src/editor/documents.ts';
import type { CheckedText, DocumentAnswer, DocumentChanges, ReviewedRequest } from '../../client/src/environment.ts';
import type { Variables } from '../../client/src/secrets/variables.ts';
import { createServices, type Services } from '../../client/src/services.ts';
import type { ConfirmSetting, WritableConfiguration } from '../../client/src/state/settings.ts';
import { answerPlaces, propertyOf } from '../../client/src/failures/answerPlaces.ts';
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
  /** The texts of other documents, by their URIs. */
  readonly documents?: Readonly<Record<string, string>>;
  /** The setting `lakeformation.connections`. */
  readonly connections?: unknown;
  /** The number of errors that the language server finds. */
  readonly errors?: number;
  /** The warnings that it finds. */
  readonly warnings?: CheckedText['warnings'];
  /** Whether the document has changes that aren't saved. */
  readonly isUnsaved?: boolean;
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
  readonly schedule?: Services['schedule'];
  /** The setting `lakeformation.instance.lookUp`; off unless given, so that nothing is requested beside the submission. */
  readonly lookUp?: boolean;
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
  /** The tables that were shown. */
  readonly tables: { readonly title: string; readonly table: string }[];
  /** The requests that were shown. */
  readonly requests: ReviewedRequest[];
  /** The changes that were shown. */
  readonly changes: DocumentChanges[];
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

/** A session with a token that isn't a day old. */
export function pastedSession(token: string): Session {
  return { kind: 'token', token, expiry: assumedExpiry(Date.now()) };
}

/** Where a service is. */
export type ServiceAddress = Pick<LocalService, 'url' | 'projectId' | 'instanceId'>;

/** The connection to a local service. */
export function connectionTo({ url, projectId, instanceId }: ServiceAddress, name = 'dev'): object {
  return { name, region: 'local', endpoint: url, iamEndpoint: url, projectId, instanceId };
}

/** Environment variables with these values. */
export function environmentWith(values: Readonly<Record<string, string>>): Variables {
  return { isBrowser: false, get: (name) => values[name] };
}

/** Opens a window with one connection to a local service. */
export function openWindow(service: ServiceAddress, options: WindowOptions = {}): SubmitWindow {
  const prompts = new FakePrompts(options.answers);
  const secretStorage = options.secretStorage ?? new InMemorySecretStorage();
  const storage = options.storage ?? new InMemoryStorage();
  const log: string[] = [];
  const checked: string[] = [];
  const responses: string[] = [];
  const requests: ReviewedRequest[] = [];
  const changes: DocumentChanges[] = [];
  const answered: DocumentAnswer[] = [];
  const tables: { title: string; table: string }[] = [];
  const text = options.text ?? '';
  let [shown, cleared] = [0, 0];
  const opened = (uri: string, documentText: string): OpenDocument => ({
    uri,
    path: uri.slice(uri.lastIndexOf('/') + 1),
    languageId: uri.endsWith('.lfjob.json') ? 'lfjob' : 'json',
    text: documentText,
    isUnsaved: options.isUnsaved ?? false,
    show: async () => Promise.resolve().then(() => void (shown += 1)),
  });
  const configuration = configurationOf({
    connections: options.connections ?? [connectionTo(service)],
    'submit.confirm': options.confirm,
    'instance.lookUp': options.lookUp ?? false,
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
    schedule: options.schedule ?? scheduleByTimer,
    variables: options.variables ?? environmentWith({}),
    kooCliFile: options.kooCliFile,
    isTrusted: () => options.trusted ?? true,
    folderOf: () => undefined,
    containingFolder: () => undefined,
    showTable: async (title, table) => Promise.resolve().then(() => void tables.push({ title, table })),
    jobFiles: async () =>
      Promise.resolve(Object.entries(options.documents ?? {}).map(([uri, one]) => opened(uri, one))),
    openDocument: async (target) => {
      const [uri, one] = Object.entries(options.documents ?? {}).find(([key]) => key === target) ?? [documentUri, text];
      return Promise.resolve(opened(uri, one));
    },
    readDocument: async (uri) => Promise.resolve(options.documents?.[uri] ?? (uri === documentUri ? text : undefined)),
    openJobs: () => [],
    openPracticeJob: async () => Promise.resolve().then(() => void prompts.opened.push('practice job')),
    checkText: async (checkedText) => {
      checked.push(checkedText);
      return Promise.resolve({ errors: options.errors ?? 0, warnings: options.warnings ?? [] });
    },
    startJob: async ({ name }) => Promise.resolve().then(() => void prompts.opened.push(`start: ${name}`)),
    showLog: async ({ name }) => Promise.resolve().then(() => void prompts.opened.push(`log: ${name}`)),
    showRequest: async (request) => Promise.resolve().then(() => void requests.push(request)),
    copyAsCurl: async (uri) => Promise.resolve().then(() => void prompts.opened.push(`cURL: ${uri}`)),
    editConnection: async (name) => Promise.resolve().then(() => void prompts.opened.push(`connection: ${name}`)),
    showChanges: async (shownChanges) => Promise.resolve().then(() => void changes.push(shownChanges)),
    showResponse: async (_, json) => Promise.resolve().then(() => void responses.push(json)),
    answers: {
      show: (_, answer) => {
        answered.push(answer);
        const places = answerPlaces(answer.body.message ?? '', text);
        return { places: places.length, property: propertyOf(places, text) };
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
    tables,
    requests,
    changes,
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

const scheduleByTimer: Services['schedule'] = (milliseconds, callback) => {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
};

/** Opens a window with a user who is signed in by a token, and confirms. */
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
