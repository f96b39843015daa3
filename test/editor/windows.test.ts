import { beforeAll, describe, expect, test } from 'vitest';
import type { EditorWindow } from './harness/editor.ts';
import { jobEditorForSuite } from './support/jobEditor.ts';
import { signIn } from './support/session.ts';

describe('two windows', () => {
  const editor = jobEditorForSuite();
  let other: EditorWindow;
  beforeAll(async () => {
    other = await editor().openWindow();
  });

  test('a job that one submits is not submitted from the other', async ({ onTestFinished }) => {
    const { service, workspace, workbench } = editor();
    const { file, name } = await workspace.addJob('sales_discovery');
    // In a browser the secret storage of a window is its own, so each signs in.
    for (const window of [other.workbench, workbench]) {
      await window.editorPane.open(file);
      await signIn(window, service);
    }
    const release = service.faults.hold('createJob');
    onTestFinished(release);
    await workbench.editorPane.clickAction('Submit Job');
    await workbench.dialogs.waitFor(`"${name}"`);
    await workbench.dialogs.click('Submit');
    await service.requests.waitFor('createJob');
    await other.workbench.editorPane.clickAction('Submit Job');
    await other.workbench.notifications.waitFor('another window');
    release();
    await expect.poll(() => service.jobs.all).toHaveLength(1);
    await workbench.notifications.waitFor(service.jobs.all[0]?.id ?? '?');
    expect(service.requests.of('createJob')).toHaveLength(1);
  });
});
