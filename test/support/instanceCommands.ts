import { afterEach, beforeEach } from 'vitest';
import type { Host } from '../../cli/src/host.ts';
import { startService, type LocalService } from '../service/service.ts';
import { jobFor, type smallJob } from '../unit/service/sampleJobs.ts';
import {
  runCommand,
  temporaryFolder,
  type CommandResult,
  type Surroundings,
  type TemporaryFolder,
} from './commandLine.ts';

/** What the commands of a test work with: a service with one instance, and a folder with jobs. */
export interface InstanceCommands {
  readonly service: LocalService;
  readonly folder: TemporaryFolder;
  /** The environment of the commands: a home folder of their own, and a valid token. */
  readonly env: Host['env'];
  /** Runs a command line with the connection to the service. */
  readonly run: (commandLine: readonly string[], surroundings?: Surroundings) => Promise<CommandResult>;
}

/** Gives each test of a file a service, and a folder with jobs. */
export function instanceCommandsForTests(): () => InstanceCommands {
  let current: InstanceCommands | undefined;
  beforeEach(async () => {
    const [service, folder, home] = [await startService(), await temporaryFolder(), await temporaryFolder()];
    const env = {
      HOME: home.path,
      APPDATA: home.path,
      LOCALAPPDATA: home.path,
      LAKEFORMATION_TOKEN: service.tokens.issue(),
    };
    current = {
      service,
      folder,
      env,
      run: async (commandLine, surroundings) =>
        runCommand([...commandLine, ...connectionArguments(service)], {
          cwd: folder.path,
          ...surroundings,
          env: { ...env, ...surroundings?.env },
        }),
    };
  });
  afterEach(async () => {
    await current?.service.close();
    await current?.folder.remove();
  });
  return () => {
    if (current === undefined) throw new Error('No test runs.');
    return current;
  };
}

/** A job of a service without warnings. */
export function jobOf(
  service: LocalService,
  name: string,
  description = 'd',
): typeof smallJob & { readonly description: string } {
  const { parameter, ...job } = jobFor(service);
  const block = {
    ...parameter.permission_migration_parameter,
    location: 'obs://lake-permissions/ranger',
    log_location: 'obs://lake-logs/permissions',
  };
  return { ...job, name, description, parameter: { permission_migration_parameter: block } };
}

/** The arguments that describe the connection to a service. */
export function connectionArguments({ url, projectId, instanceId }: LocalService): string[] {
  return ['--endpoint', url, '--project', projectId, '--instance', instanceId];
}
