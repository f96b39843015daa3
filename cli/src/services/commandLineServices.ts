import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { secretsOf } from '../../../client/src/api/credential.ts';
import { credentialOf } from '../../../client/src/auth/session.ts';
import type { Connection } from '../../../client/src/connections/connection.ts';
import type { Environment } from '../../../client/src/environment.ts';
import { documentId } from '../../../client/src/node/documentId.ts';
import { fileStorage } from '../../../client/src/node/fileStorage.ts';
import { createServices, type Services } from '../../../client/src/services.ts';
import type { WritableConfiguration } from '../../../client/src/state/settings.ts';
import type { Arguments } from '../arguments/readArguments.ts';
import { checkText } from '../checking/checkText.ts';
import { sessionFrom } from '../connection/credentials.ts';
import { selectConnection } from '../connection/selectConnection.ts';
import { stateFolder } from '../connection/userFolders.ts';
import type { JobFile } from '../files/findJobs.ts';
import { readText } from '../files/readText.ts';
import type { Host } from '../host.ts';
import { redactedHost } from './redactedHost.ts';
import { requireReferences } from './references.ts';
import { temporarySecrets, secretsIn, temporaryMemory } from './storage.ts';
import { terminalPrompts } from './terminalPrompts.ts';

/** The services of a command that talks to LakeFormation. */
export interface CommandLineServices {
  readonly services: Services;
  readonly connection: Connection;
  /** Masks the credentials and secrets of the environment in what is written. */
  readonly host: Host;
}

/**
 * Returns the services of the editor for the connection and the credentials of a command.
 * @param jobs the files that may be submitted
 * @throws Failure if there is no connection, or there are no credentials
 */
export async function commandLineServices(
  given: Arguments,
  unmasked: Host,
  jobs: readonly JobFile[] = [],
): Promise<CommandLineServices> {
  const { env } = unmasked;
  const connection = await selectConnection(unmasked, given);
  const session = sessionFrom(env);
  const allowed = new Set(given.valuesOf('env').flatMap((names) => names.split(',')));
  const secrets = secretsIn(env);
  const variables = [...allowed].flatMap((name) => env[name] ?? []);
  const host = redactedHost(unmasked, [
    ...secretsOf(credentialOf(session, connection)),
    ...secrets.values(),
    ...variables,
  ]);
  const services = createServices(environmentOf(host, connection, jobs, given.has('yes')));
  await services.sessions.set(connection, session);
  await services.variablePermissions.grant([...allowed].map((name) => ({ folder: '', name })));
  const fillIn: Services['fillIn'] = async (text, target) => {
    requireReferences(text, env, allowed);
    return services.fillIn(text, target);
  };
  return { services: { ...services, fillIn }, connection, host };
}

function environmentOf(
  host: Host,
  connection: Connection,
  jobs: readonly JobFile[],
  isConfirmed: boolean,
): Environment {
  const severities = new Map(jobs.map((job) => [pathToFileURL(job.path).href, job.severities]));
  const nothing = async (): Promise<void> => Promise.resolve();
  return {
    prompts: terminalPrompts(host, { isConfirmed }),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined, show: () => undefined },
    configuration: () => configurationOf(connection),
    secretStorage: temporarySecrets(secretsIn(host.env)),
    workspaceState: temporaryMemory(),
    submissionStorage: fileStorage(join(stateFolder(host.env), 'submissions')),
    documentId,
    workspace: () => '',
    fetch: host.fetch(),
    now: Date.now,
    schedule(milliseconds, callback) {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
    variables: { isBrowser: false, get: (name) => host.env[name] },
    kooCliFile: undefined,
    isTrusted: () => true,
    folderOf: () => undefined,
    containingFolder: () => undefined,
    openDocument: async () => Promise.resolve(undefined),
    async readDocument(uri) {
      const read = await readText(fileURLToPath(uri), uri);
      return 'text' in read ? read.text : undefined;
    },
    jobFiles: async () => Promise.resolve([]),
    openJobs: () => [],
    openPracticeJob: nothing,
    async checkText(text, uri) {
      const checked = await checkText(text, {
        severities: severities.get(uri) ?? new Map(),
        fix: false,
        withFixes: false,
      });
      const of = (wanted: string): typeof checked.problems =>
        checked.problems.filter(({ severity }) => severity === wanted);
      return { errors: of('error').length, warnings: of('warning') };
    },
    showResponse: nothing,
    showTable: nothing,
    startJob: nothing,
    showLog: nothing,
    showRequest: nothing,
    copyAsCurl: nothing,
    editConnection: nothing,
    showChanges: nothing,
    answers: { show: () => ({ places: 0 }), clear: () => undefined },
  };
}

/** The settings: the only connection, and the defaults. */
function configurationOf(connection: Connection): WritableConfiguration {
  return {
    get: () => undefined,
    inspect: (name) => (name === 'connections' ? { globalValue: [connection] } : undefined),
    update: async () => Promise.resolve(),
  };
}
