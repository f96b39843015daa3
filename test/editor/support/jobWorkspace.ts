import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startService, type LocalService } from '../../service/service.ts';
import type { LaunchOptions } from '../harness/editor.ts';

/** An example job, by the name that it has. */
export type Example = 'sales_discovery' | 'hive_to_lake' | 'ranger_permissions';

/** A job in the workspace. */
export interface AddedJob {
  /** The name of its file. */
  readonly file: string;
  /** Its own name. */
  readonly name: string;
}

/** A copy of the example jobs, a local LakeFormation, and the connection to it. */
export interface JobWorkspace {
  readonly folder: string;
  readonly service: LocalService;
  /** What an editor on it is started with: the extension of this repository and one connection. */
  readonly launchOptions: LaunchOptions;
  /** Adds a copy of an example, edited if asked, under a name that no other job has: for one test alone. */
  addJob(example: Example, edit?: (text: string) => string): Promise<AddedJob>;
  remove(): Promise<void>;
}

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const examples = join(repository, 'examples');

/** Creates a workspace that nothing else uses. */
export async function createJobWorkspace(): Promise<JobWorkspace> {
  const folder = await mkdtemp(join(tmpdir(), 'lfjob-workspace-'));
  await cp(examples, folder, { recursive: true });
  const service = await startService();
  const { url: endpoint, projectId, instanceId } = service;
  const connection = { name: 'local', region: 'local', endpoint, iamEndpoint: endpoint, projectId, instanceId };
  let added = 0;
  return {
    folder,
    service,
    launchOptions: {
      workspaceFolder: folder,
      extensionDevelopmentPath: repository,
      userSettings: { 'lakeformation.connections': [connection] },
    },
    async addJob(example, edit = (text) => text) {
      added += 1;
      const name = `${example}_${added}`;
      const file = `${name}.lfjob.json`;
      const text = await readFile(join(examples, `${example}.lfjob.json`), 'utf8');
      await writeFile(join(folder, file), edit(text.replace(/"name": "[^"]*"/, `"name": "${name}"`)));
      return { file, name };
    },
    async remove() {
      await service.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
