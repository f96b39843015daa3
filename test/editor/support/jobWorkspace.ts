import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startService, type LocalService } from '../../service/service.ts';
import type { LaunchOptions } from '../harness/editor.ts';

/** A copy of the example jobs, a local LakeFormation, and the connection to it. */
export interface JobWorkspace {
  readonly folder: string;
  readonly service: LocalService;
  /** What an editor on it is started with: the extension of this repository and one connection. */
  readonly launchOptions: LaunchOptions;
  remove(): Promise<void>;
}

const repository = fileURLToPath(new URL('../../..', import.meta.url));

/** Makes a workspace that nothing else uses. */
export async function createJobWorkspace(): Promise<JobWorkspace> {
  const folder = await mkdtemp(join(tmpdir(), 'lfjob-workspace-'));
  await cp(join(repository, 'examples'), folder, { recursive: true });
  const service = await startService();
  const { url: endpoint, projectId, instanceId } = service;
  const connection = { name: 'local', region: 'local', endpoint, iamEndpoint: endpoint, projectId, instanceId };
  return {
    folder,
    service,
    launchOptions: {
      workspaceFolder: folder,
      extensionDevelopmentPath: repository,
      userSettings: { 'lakeformation.connections': [connection] },
    },
    async remove() {
      await service.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
