import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { documented } from '../service/answers.ts';
import { jobEditorForSuite } from './support/jobEditor.ts';
import { pasteToken } from './support/pasteToken.ts';
import { signIn, signOut } from './support/session.ts';

describe('submitting a job', () => {
  const editor = jobEditorForSuite();

  test('from the editor title asks to sign in, confirms, and sends the document with its unsaved changes', async () => {
    const { workbench, workspace, service } = editor();
    const { editorPane, quickInput, dialogs, notifications, clipboard, screenshot } = workbench;
    const { file, name } = await workspace.addJob('sales_discovery');
    const token = service.tokens.issue();
    await editorPane.open(file);
    await signOut(workbench);
    await editorPane.clickText('every night', 'after');
    await editorPane.type(' at 02:15');
    const text = await editorPane.text();
    expect(text).toContain('every night at 02:15');
    await editorPane.clickAction('Submit Job');
    await quickInput.waitFor('Sign in to local');
    await quickInput.choose('Paste a token');
    await quickInput.waitFor('X-Subject-Token');
    expect(await quickInput.isPassword()).toBe(true);
    await quickInput.paste(token);
    await quickInput.accept();
    const question = await dialogs.waitFor(`"${name}"`);
    for (const part of ['METADATA_DISCOVERY', service.url, service.projectId, service.instanceId]) {
      expect(question.detail).toContain(part);
    }
    await screenshot('confirmation');
    await dialogs.click('Submit');
    const message = await notifications.waitFor(`"${name}"`);
    const [job] = service.jobs.all;
    expect(message).toMatchObject({ severity: 'info', buttons: ['Copy ID', 'Show Response'] });
    expect(message.message).toContain(job?.id);
    await screenshot('created');
    const requests = service.requests.of('createJob');
    expect(requests.map(({ body }) => body)).toEqual([text]);
    expect(requests[0]?.headers).toMatchObject({ 'x-auth-token': token, 'content-type': 'application/json' });
    expect(await editorPane.isDirty()).toBe(true);
    await notifications.click(`"${name}"`, 'Copy ID');
    await expect.poll(() => clipboard.read()).toBe(job?.id);
  });

  test('is in the context menus of the editor and the explorer', async () => {
    const { workbench, workspace, service } = editor();
    const { editorPane, explorer, dialogs } = workbench;
    const { file, name } = await workspace.addJob('sales_discovery');
    await editorPane.open(file);
    await signIn(workbench, service);
    await editorPane.chooseFromContextMenu('METADATA_DISCOVERY', 'Submit Job');
    await dialogs.waitFor(`"${name}"`);
    await dialogs.cancel();
    await explorer.chooseFromContextMenu('ranger_permissions.lfjob.json', 'Submit Job');
    await dialogs.waitFor('"ranger_permissions"');
    await dialogs.cancel();
    expect(service.requests.of('createJob')).toEqual([]);
  });

  test('asks to sign in again after a 401, and the same submission goes on', async () => {
    const { workbench, workspace, service } = editor();
    const { editorPane, dialogs, notifications, screenshot } = workbench;
    const { file, name } = await workspace.addJob('hive_to_lake');
    const fresh = service.tokens.issue();
    service.faults.next('createJob', { kind: 'answer', answer: documented.unauthorized });
    await editorPane.open(file);
    await signIn(workbench, service);
    await editorPane.clickAction('Submit Job');
    await dialogs.waitFor(`"${name}"`);
    await dialogs.click('Submit');
    await notifications.waitFor('401');
    await screenshot('token-not-accepted');
    await notifications.click('401', 'Sign In');
    await pasteToken(workbench, 'local', fresh);
    await service.requests.waitFor('createJob', 2);
    await expect.poll(() => service.jobs.all).toHaveLength(1);
    const [job] = service.jobs.all;
    await notifications.click(job?.id ?? '?', 'Show Response');
    const [first, second] = service.requests.of('createJob');
    expect(second?.body).toBe(first?.body);
    expect(second?.headers['x-auth-token']).toBe(fresh);
    await editorPane.waitFor(`${name}.response.json`);
    expect(JSON.parse(await editorPane.text())).toMatchObject({ id: job?.id, status: { status: 'CREATED' } });
  });

  test('hides the message of the attempt before, when it is submitted again', async () => {
    const { workbench, workspace, service } = editor();
    const { editorPane, dialogs, notifications } = workbench;
    const { file } = await workspace.addJob('ranger_permissions');
    service.faults.next('createJob', { kind: 'answer', answer: documented.noPermission });
    await editorPane.open(file);
    await signIn(workbench, service);
    for (const message of ['No job was created', 'Created']) {
      await editorPane.clickAction('Submit Job');
      await dialogs.click('Submit');
      await notifications.waitFor(message);
    }
    expect((await notifications.all()).map(({ message }) => message)).toEqual([expect.stringMatching(/^Created /)]);
  });

  test('shows why the service refused it, and keeps it in the history', async () => {
    const { workbench, workspace, service } = editor();
    const { editorPane, dialogs, notifications, quickInput, runCommand, screenshot } = workbench;
    const { file, name } = await workspace.addJob('ranger_permissions');
    service.faults.next('createJob', { kind: 'answer', answer: documented.noPermission });
    await editorPane.open(file);
    await signIn(workbench, service);
    await editorPane.clickAction('Submit Job');
    await dialogs.waitFor(`"${name}"`);
    await dialogs.click('Submit');
    const { severity, message } = await notifications.waitFor('403');
    expect(severity).toBe('error');
    expect(message).toMatch(/^no permission \(403\)\. No job was created\. .*lakeformation:job:create/);
    await notifications.click('403', 'Show Details');
    expect((await dialogs.waitFor('403')).detail).toContain('Code: lakeformation.00000016');
    await screenshot('refused-details');
    await dialogs.cancel();
    expect(service.requests.of('createJob')).toHaveLength(1);
    await runCommand('LakeFormation: Show Submissions');
    await expect
      .poll(async () => (await quickInput.rows()).find(({ label }) => label === name)?.detail)
      .toContain('403');
  });

  test('looks a lost response up: the job was created anyway', async () => {
    const { workbench, workspace, service } = editor();
    const { editorPane, dialogs, notifications } = workbench;
    const { file, name } = await workspace.addJob('ranger_permissions');
    service.faults.next('createJob', { kind: 'cut', when: 'after' });
    await editorPane.open(file);
    await signIn(workbench, service);
    await editorPane.clickAction('Submit Job');
    await dialogs.waitFor(`"${name}"`);
    await dialogs.click('Submit');
    await expect.poll(() => service.jobs.all).toHaveLength(1);
    const { severity } = await notifications.waitFor(service.jobs.all[0]?.id ?? '?');
    expect(severity).toBe('warning');
    expect(service.requests.of('createJob')).toHaveLength(1);
  });

  test('can be canceled: the waiting ends, and the job list is looked at', async ({ onTestFinished }) => {
    const { workbench, workspace, service } = editor();
    const { editorPane, dialogs, notifications } = workbench;
    const { file, name } = await workspace.addJob('ranger_permissions');
    const release = service.faults.hold('createJob', 'before');
    onTestFinished(release);
    await editorPane.open(file);
    await signIn(workbench, service);
    await editorPane.clickAction('Submit Job');
    await dialogs.waitFor(`"${name}"`);
    await dialogs.click('Submit');
    await service.requests.waitFor('createJob');
    const listed = service.requests.of('listJobs').length;
    await notifications.click(`"${name}"`, 'Cancel');
    await expect.poll(async () => (await notifications.all()).map(({ severity }) => severity)).toContain('warning');
    expect(service.requests.of('listJobs').length).toBeGreaterThan(listed);
    expect(service.requests.of('createJob')).toHaveLength(1);
  });

  test('opens the Problems view where the job has an error, and sends nothing', async () => {
    const { workbench, workspace, service } = editor();
    const { editorPane, problemsView, notifications } = workbench;
    const { file } = await workspace.addJob('hive_to_lake', (text) => text.replace('METADATA_MIGRATION', '$&X'));
    await editorPane.open(file);
    await expect.poll(() => editorPane.languageId()).toBe('lfjob');
    await editorPane.clickAction('Submit Job');
    await notifications.waitFor('error');
    await problemsView.waitUntilOpen();
    await expect.poll(async () => (await problemsView.problems()).map(({ code }) => code)).toContain('unknown-value');
    expect(service.requests.of('listJobs')).toEqual([]);
  });

  test('writes a line a request into the log, without token and body', async () => {
    const { workbench, workspace, service } = editor();
    const { editorPane, dialogs, notifications, outputPanel, screenshot, runCommand } = workbench;
    const { file, name } = await workspace.addJob('hive_to_lake');
    await editorPane.open(file);
    const token = await signIn(workbench, service);
    await editorPane.clickAction('Submit Job');
    await dialogs.waitFor(`"${name}"`);
    await dialogs.click('Submit');
    await notifications.waitFor(`"${name}"`);
    await runCommand('LakeFormation: Show Log');
    await outputPanel.waitForChannel('LakeFormation');
    await expect
      .poll(() => outputPanel.text())
      .toMatch(/POST → 201 in \d+ ms.*: http:\/\/127\.0\.0\.1:\d+\/v1\/.*\/lf-jobs/);
    const log = await outputPanel.text();
    expect(log).not.toContain('datasource_type');
    expect(log).not.toContain(token);
    await screenshot('log');
  });
});

describe('in a workspace that isn’t trusted', () => {
  const editor = jobEditorForSuite(() => ({ workspaceTrust: true }));

  test('editing is helped, but nothing is submitted until it is trusted', async () => {
    const { editorPane, hoverWidget, notifications, workspaceTrust, quickInput } = editor().workbench;
    await expect.poll(() => workspaceTrust.isRestricted()).toBe(true);
    await editorPane.open('sales_discovery.lfjob.json');
    expect(await hoverWidget.over('execute_strategy', 'MANNUAL')).toContain('← current');
    await editorPane.clickAction('Submit Job');
    await notifications.waitFor('trusted');
    expect(editor().service.requests.all).toEqual([]);
    await workspaceTrust.grant();
    await editorPane.clickAction('Submit Job');
    await quickInput.waitFor('Sign in to local');
  });
});

describe('a new job', () => {
  const editor = jobEditorForSuite(() => ({
    userSettings: { 'lakeformation.connections': [{ name: randomUUID() }] },
  }));

  test('is created from the palette, by its type; a wrong connection is reported when it is submitted', async () => {
    const { editorPane, quickInput, notifications, runCommand } = editor().workbench;
    await runCommand('LakeFormation: New Job');
    await quickInput.choose('Permission migration');
    await expect.poll(() => editorPane.text()).toContain('"type": "PERMISSION_MIGRATION"');
    await editorPane.press('Escape');
    await editorPane.clickAction('Submit Job');
    const { buttons } = await notifications.waitFor('region');
    expect(buttons).toEqual(['Open Settings']);
  });
});
