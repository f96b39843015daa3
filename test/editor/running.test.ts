import { describe, expect, test } from 'vitest';
import type { RunEnd } from '../service/jobs.ts';
import type { LocalService } from '../service/service.ts';
import type { Workbench } from './harness/workbench.ts';
import { jobEditorForSuite } from './support/jobEditor.ts';
import { signIn } from './support/session.ts';

describe('running a job', () => {
  const editor = jobEditorForSuite(({ launchOptions: { userSettings } }) => ({
    userSettings: { ...userSettings, 'editor.codeLens': true },
  }));

  test('from the code lens submits and starts it, shows that it runs and fails; its log leads to what is wrong', async () => {
    const { workbench, workspace, service } = editor();
    const { editorPane, codeLenses, dialogs, jobItem, notifications, screenshot } = workbench;
    const { file, name } = await workspace.addJob('ranger_permissions');
    await editorPane.open(file);
    await signIn(workbench, service);
    await codeLenses.click('Submit and Run');
    await dialogs.click('Submit and Run');
    await expect.poll(() => codeLenses.titles()).toContainEqual(expect.stringMatching(/^● Running for \d+ s$/));
    await expect.poll(() => jobItem.text()).toMatch(/^Running for \d+ s$/);
    await screenshot('running');
    endRun(service, 'FAILED', 'role_prefix is invalid');
    const message = await notifications.waitFor(`"${name}" failed`);
    expect(message).toMatchObject({ severity: 'error', buttons: ['Show Log'] });
    expect(message.message).toContain('role_prefix is invalid');
    await expect.poll(() => codeLenses.titles()).toContainEqual(expect.stringMatching(/^✗ Failed /));
    await screenshot('failed');
    expect(service.requests.of('startJob')).toHaveLength(1);
    await notifications.click(`"${name}" failed`, 'Show Log');
    await editorPane.waitFor(`${name}.log`);
    await screenshot('log-link');
    await editorPane.followLink('role_prefix');
    await editorPane.waitFor(file);
    const line = (await editorPane.savedText(file)).split('\n').findIndex((text) => text.includes('"role_prefix"'));
    expect(await editorPane.caret()).toMatch(new RegExp(`^Ln ${line + 1},`));
  });

  test('stops it from the menu of the status bar', async () => {
    const { workbench, workspace, service } = editor();
    const { editorPane, codeLenses, dialogs, jobItem, quickInput, screenshot } = workbench;
    const { file } = await workspace.addJob('ranger_permissions');
    await editorPane.open(file);
    await signIn(workbench, service);
    await codeLenses.click('Submit and Run');
    await dialogs.click('Submit and Run');
    await running(workbench);
    await jobItem.click();
    await screenshot('manage-job');
    await quickInput.choose('Stop Job');
    await expect.poll(() => jobItem.text()).toMatch(/^Stopped /);
    expect(service.jobs.all.map(({ status }) => status)).toEqual(['STOPPED']);
  });

  test('starts it again from the code lens, and reports that it succeeded', async () => {
    const { workbench, workspace, service } = editor();
    const { editorPane, codeLenses, dialogs, jobsTree, notifications, screenshot } = workbench;
    const { file, name } = await workspace.addJob('ranger_permissions');
    await editorPane.open(file);
    await signIn(workbench, service);
    await codeLenses.click('Submit');
    await dialogs.click('Submit');
    await notifications.waitFor('Created');
    await notifications.clear();
    await codeLenses.click('Start');
    await running(workbench);
    endRun(service, 'SUCCESS');
    await notifications.waitFor(`"${name}" succeeded`);
    await expect.poll(() => codeLenses.titles()).toContainEqual(expect.stringMatching(/^✓ Succeeded .*, took /));
    await screenshot('succeeded');
    await editorPane.open('sales_discovery.lfjob.json');
    await jobsTree.open();
    await jobsTree.click(name);
    await expect.poll(() => editorPane.name()).toBe(file);
  });
});

async function running({ jobItem }: Workbench): Promise<void> {
  await expect.poll(() => jobItem.text()).toMatch(/^Running for /);
}

function endRun({ jobs }: LocalService, status: RunEnd, message?: string): void {
  const [job] = jobs.all;
  if (job) jobs.end(job, status, message);
}
