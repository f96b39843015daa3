import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EditorWindow } from './harness/editor.ts';
import { editorForSuite } from './harness/editorForSuite.ts';
import { createJobWorkspace, type JobWorkspace } from './support/jobWorkspace.ts';
import { pasteToken } from './support/pasteToken.ts';

const job = 'sales_discovery.lfjob.json';

describe('two windows', () => {
  let workspace: JobWorkspace;
  let other: EditorWindow;
  const editor = editorForSuite(async () => {
    workspace = await createJobWorkspace();
    return workspace.launchOptions;
  });
  beforeAll(async () => {
    other = await editor().openWindow();
    // In a browser the secret storage of a window is its own, so each signs in.
    for (const { workbench } of [other, editor()]) {
      await workbench.editorPane.open(job);
      await workbench.runCommand('LakeFormation: Sign In');
      await pasteToken(workbench, 'local', workspace.service.tokens.issue());
      await workbench.notifications.dismiss('You are signed in');
    }
  });
  afterAll(async () => workspace.remove());

  test('a job that one submits is not submitted from the other', async () => {
    const { service } = workspace;
    const { editorPane, dialogs, notifications } = editor().workbench;
    const release = service.faults.hold('createJob');
    await editorPane.clickAction('Submit Job');
    await dialogs.waitFor('Submit job "sales_discovery" to local?');
    await dialogs.click('Submit');
    await service.requests.waitFor('createJob');
    await other.workbench.editorPane.clickAction('Submit Job');
    await other.workbench.notifications.waitFor('This job is being submitted already, here or in another window.');
    release();
    await notifications.waitFor('Job "sales_discovery" was created');
    expect(service.requests.of('createJob')).toHaveLength(1);
    expect(service.jobs.all).toHaveLength(1);
  });

  test('then the other asks whether to update it', async () => {
    const { editorPane, dialogs, notifications } = other.workbench;
    await notifications.dismiss('This job is being submitted already');
    await editorPane.clickAction('Submit Job');
    await dialogs.waitFor('local has a job "sales_discovery" already.');
    await dialogs.cancel();
  });
});
