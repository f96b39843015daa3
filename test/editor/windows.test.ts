import { setTimeout as elapse } from 'node:timers/promises';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { EditorWindow } from './harness/editor.ts';
import { keys } from './harness/keys.ts';
import { resetWindow } from './harness/resetWindow.ts';
import { until } from './harness/until.ts';
import { jobEditorForSuite } from './support/jobEditor.ts';
import { signIn } from './support/session.ts';

/** How long after the first window the second one submits, in milliseconds. */
const offsets = [0, 3, 10, 20, 50, 200];
const rounds = (['fast', 'slow'] as const).flatMap((list) => offsets.map((offset) => ({ list, offset })));

describe('of two windows that submit a document', () => {
  const editor = jobEditorForSuite(({ launchOptions }) => ({
    userSettings: { ...launchOptions.userSettings, 'lakeformation.submit.confirm': 'never' },
  }));
  /** The windows by the token that each signed in with: in a browser the secret storage of a window is its own. */
  const windows = new Map<string, EditorWindow>();
  beforeAll(async () => {
    const { service, workspace, ...first } = editor();
    const { file } = await workspace.addJob('sales_discovery');
    for (const window of [first, await first.openWindow()]) {
      await window.workbench.editorPane.open(file);
      windows.set(await signIn(window.workbench, service), window);
    }
  });
  beforeEach(async () => {
    for (const { page } of windows.values()) await resetWindow(page);
  });

  test.each(rounds)('one sends it: $offset ms apart, with a $list job list', async ({ list, offset }) => {
    const { service, workspace } = editor();
    const { file, name } = await workspace.addJob('sales_discovery');
    for (const { workbench } of windows.values()) {
      await workbench.editorPane.open(file);
      await expect.poll(() => workbench.editorPane.languageId()).toBe('lfjob');
    }
    // A slow list answers both windows at the same time.
    const releases = list === 'slow' ? [service.faults.hold('listJobs'), service.faults.hold('listJobs')] : [];
    await Promise.all(
      [...windows.values()].map(async ({ page }, index) => {
        await elapse(index * offset);
        await page.keyboard.press(keys.submitJob.press);
      }),
    );
    if (list === 'slow') await service.requests.waitFor('listJobs', 2);
    for (const release of releases) release();
    await service.requests.waitFor('createJob');
    const token = service.requests.of('createJob')[0]?.headers['x-auth-token'];
    for (const [ofWindow, { workbench }] of windows) {
      if (ofWindow === token) await workbench.notifications.waitFor(`Created "${name}"`);
      else
        await until(
          'The other window says so, or asks what to do with the job that exists by then',
          async () => {
            const messages = (await workbench.notifications.all()).map(({ message }) => message);
            return (await workbench.dialogs.isOpen()) || messages.some((message) => message.includes('another window'));
          },
          (isTold) => isTold,
        );
    }
    expect(service.requests.of('createJob')).toHaveLength(1);
  });
});
