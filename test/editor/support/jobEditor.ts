import { afterAll, beforeEach } from 'vitest';
import type { LocalService } from '../../service/service.ts';
import type { Editor, LaunchOptions } from '../harness/editor.ts';
import { editorForSuite } from '../harness/editorForSuite.ts';
import { createJobWorkspace, type JobWorkspace } from './jobWorkspace.ts';

/** An editor on a workspace with jobs, and the service that they are submitted to. */
export interface JobEditor extends Editor {
  readonly workspace: JobWorkspace;
  readonly service: LocalService;
}

/**
 * Gives the tests of a `describe` an editor on a workspace with jobs. Before each test the window is empty, and the service
 * has no job, no request, and no fault. `prepare` is called before the editor starts, and returns what it is started with
 * beside the workspace's own options.
 */
export function jobEditorForSuite(
  prepare: (workspace: JobWorkspace) => Partial<LaunchOptions> | Promise<Partial<LaunchOptions>> = () => ({}),
): () => JobEditor {
  let workspace: JobWorkspace | undefined;
  afterAll(async () => workspace?.remove());
  const editor = editorForSuite(async () => {
    workspace = await createJobWorkspace();
    return { ...workspace.launchOptions, ...(await prepare(workspace)) };
  });
  const current = (): JobEditor => {
    if (workspace === undefined) throw new Error('There is no workspace yet.');
    return { ...editor(), workspace, service: workspace.service };
  };
  beforeEach(() => {
    const { jobs, requests, faults } = current().service;
    for (const kept of [jobs, requests, faults]) kept.clear();
  });
  return current;
}
