import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { documented } from '../service/answers.ts';
import { editorForSuite } from './harness/editorForSuite.ts';
import { createJobWorkspace, type JobWorkspace } from './support/jobWorkspace.ts';
import { pasteToken } from './support/pasteToken.ts';

const patience = { timeout: 30_000 };

describe('submitting a job', () => {
  let workspace: JobWorkspace;
  const editor = editorForSuite(async () => {
    workspace = await createJobWorkspace();
    return workspace.launchOptions;
  });
  afterAll(async () => workspace.remove());
  beforeEach(() => {
    workspace.service.requests.clear();
    workspace.service.faults.clear();
  });

  test('from the editor title: asks to sign in once, confirms, and sends the document as it stands', async () => {
    const { editorPane, quickInput, dialogs, notifications, clipboard, screenshot } = editor().workbench;
    const { service } = workspace;
    const token = service.tokens.issue();
    await editorPane.open('sales_discovery.lfjob.json');
    await editorPane.clickText('every night', 'after');
    await editorPane.type(' at 02:15');
    const text = await editorPane.text();
    await editorPane.clickAction('Submit Job');
    await quickInput.waitFor('Sign in to local');
    await quickInput.choose('Paste a token');
    await quickInput.waitFor('Token for local');
    expect(await quickInput.isPassword()).toBe(true);
    await quickInput.paste(token);
    await quickInput.accept();
    const question = await dialogs.waitFor('Submit job "sales_discovery" to local?');
    expect(question.detail.split('\n')).toEqual([
      'Type: METADATA_DISCOVERY',
      `Connection: local (${service.url})`,
      `Project: ${service.projectId}`,
      `Instance: ${service.instanceId}`,
    ]);
    await screenshot('confirmation');
    await dialogs.click('Submit');
    const message = await notifications.waitFor('was created');
    const [job] = service.jobs.all;
    expect(message).toMatchObject({
      severity: 'info',
      message: `Job "sales_discovery" was created: id ${job?.id ?? '?'}, status CREATED.`,
      buttons: ['Copy ID', 'Show Response'],
    });
    await screenshot('created');
    const requests = service.requests.of('createJob');
    expect(requests.map(({ body }) => body)).toEqual([text]);
    expect(text).toContain('every night at 02:15');
    expect(requests[0]?.headers).toMatchObject({ 'x-auth-token': token, 'content-type': 'application/json' });
    expect(await editorPane.isDirty()).toBe(true);
    await notifications.click('was created', 'Copy ID');
    await expect.poll(async () => clipboard.read(), patience).toBe(job?.id);
  });

  test('again, from the context menus: the token is known, and a taken name is said', async () => {
    const { editorPane, explorer, dialogs } = editor().workbench;
    await editorPane.open('sales_discovery.lfjob.json');
    await editorPane.chooseFromContextMenu('METADATA_DISCOVERY', 'Submit Job');
    const question = await dialogs.waitFor('local has a job "sales_discovery" already. Update it, or submit another?');
    expect(question.detail).toContain(`Exists: id ${workspace.service.jobs.all[0]?.id ?? '?'}`);
    await dialogs.cancel();
    await explorer.chooseFromContextMenu('ranger_permissions.lfjob.json', 'Submit Job');
    await dialogs.waitFor('Submit job "ranger_permissions" to local?');
    await dialogs.cancel();
    expect(workspace.service.requests.of('createJob')).toEqual([]);
  });

  test('a 401 asks to sign in, and the same submission goes on', async () => {
    const { editorPane, dialogs, notifications, screenshot, runCommand } = editor().workbench;
    const { service } = workspace;
    const fresh = service.tokens.issue();
    service.faults.next('createJob', { kind: 'answer', answer: documented.unauthorized });
    await editorPane.open('hive_to_lake.lfjob.json');
    await editorPane.clickAction('Submit Job');
    await dialogs.waitFor('Submit job "hive_to_lake" to local?');
    await dialogs.click('Submit');
    await notifications.waitFor('was not accepted (401)');
    await screenshot('token-not-accepted');
    await notifications.click('was not accepted (401)', 'Sign In');
    await pasteToken(editor().workbench, 'local', fresh);
    await service.requests.waitFor('createJob', 2);
    // The editor shows no more than three new messages within a moment; a test is faster than a person, so it looks them up.
    await runCommand('Notifications: Show Notifications');
    const { message } = await notifications.waitFor('Job "hive_to_lake" was created');
    const job = service.jobs.all.find(({ name }) => name === 'hive_to_lake');
    expect(message).toContain(job?.id);
    const [first, second] = service.requests.of('createJob');
    expect(second?.body).toBe(first?.body);
    expect(second?.headers['x-auth-token']).toBe(fresh);
    await notifications.click('Job "hive_to_lake" was created', 'Show Response');
    await editorPane.waitFor('hive_to_lake.response.json');
    expect(JSON.parse(await editorPane.text())).toMatchObject({ id: job?.id, status: { status: 'CREATED' } });
    await editorPane.close();
  });

  test('a lost answer is looked up: the job was created all the same', async () => {
    const { editorPane, dialogs, notifications } = editor().workbench;
    workspace.service.faults.next('createJob', { kind: 'cut', when: 'after' });
    await editorPane.open('ranger_permissions.lfjob.json');
    await editorPane.clickAction('Submit Job');
    await dialogs.waitFor('Submit job "ranger_permissions" to local?');
    await dialogs.click('Submit');
    const { message, severity } = await notifications.waitFor('created all the same');
    expect(severity).toBe('warning');
    expect(message).toContain(workspace.service.jobs.all.find(({ name }) => name === 'ranger_permissions')?.id);
    expect(workspace.service.requests.of('createJob')).toHaveLength(1);
    await notifications.dismiss('created all the same');
  });

  test('Cancel ends the waiting and tells what the job list says', async () => {
    const { editorPane, dialogs, notifications } = editor().workbench;
    const { service } = workspace;
    const release = service.faults.hold('createJob', 'before');
    await editorPane.open('ranger_permissions.lfjob.json');
    await editorPane.clickAction('Submit Job');
    await dialogs.waitFor('local has a job "ranger_permissions" already.');
    await dialogs.click('Submit Another');
    await service.requests.waitFor('createJob');
    await notifications.click('Submitting "ranger_permissions" to local', 'Cancel');
    const { message } = await notifications.waitFor('You cancelled');
    expect(message).toContain('the service may still be at work on it');
    release();
    expect(service.requests.of('createJob')).toHaveLength(1);
  });

  test('a job with an error is not sent: the Problems view opens', async () => {
    const { editorPane, problemsView, notifications } = editor().workbench;
    await editorPane.open('hive_to_lake.lfjob.json');
    await editorPane.clickText('METADATA_MIGRATION', 'after');
    await editorPane.type('X');
    await editorPane.clickAction('Submit Job');
    await notifications.waitFor('The job has an error and was not sent.');
    await problemsView.waitUntilOpen();
    await expect
      .poll(async () => (await problemsView.problems()).map(({ code }) => code), patience)
      .toContain('unknown-value');
    expect(workspace.service.requests.all).toEqual([]);
    await editorPane.focus();
    await editorPane.close();
  });

  test('the log has a line a request, without token and body', async () => {
    const { outputPanel, screenshot, runCommand } = editor().workbench;
    await runCommand('LakeFormation: Show Log');
    await outputPanel.waitForChannel('LakeFormation');
    await expect
      .poll(async () => outputPanel.text(), patience)
      .toMatch(/POST http:\/\/127\.0\.0\.1:\d+\/v1\/.*\/lf-jobs → 201 in \d+ ms, request id/);
    const log = await outputPanel.text();
    expect(log).not.toContain('datasource_type');
    for (const { headers } of workspace.service.requests.all) expect(log).not.toContain(headers['x-auth-token']);
    await screenshot('log');
  });

  test('who has signed out signs in again', async () => {
    const { editorPane, quickInput, notifications, runCommand } = editor().workbench;
    await editorPane.open('hive_to_lake.lfjob.json');
    await runCommand('LakeFormation: Sign Out');
    await notifications.waitFor('You are signed out of connection "local".');
    await editorPane.clickAction('Submit Job');
    await quickInput.waitFor('Sign in to local');
    await quickInput.cancel();
    expect(workspace.service.requests.all).toEqual([]);
  });
});

describe('in a workspace that is not trusted', () => {
  let workspace: JobWorkspace;
  const editor = editorForSuite(async () => {
    workspace = await createJobWorkspace();
    return { ...workspace.launchOptions, workspaceTrust: true };
  });
  afterAll(async () => workspace.remove());

  test('editing is helped, but nothing is submitted until it is trusted', async () => {
    const { editorPane, hoverWidget, notifications, workspaceTrust, quickInput } = editor().workbench;
    await expect.poll(async () => workspaceTrust.isRestricted(), patience).toBe(true);
    await editorPane.open('sales_discovery.lfjob.json');
    expect(await hoverWidget.over('execute_strategy', 'Allowed values')).toContain('← current');
    await hoverWidget.leave();
    await editorPane.clickAction('Submit Job');
    await notifications.waitFor('needs a trusted workspace');
    expect(workspace.service.requests.all).toEqual([]);
    await workspaceTrust.grant();
    await editorPane.clickAction('Submit Job');
    await quickInput.waitFor('Sign in to local');
    await quickInput.cancel();
  });
});

describe('a new job', () => {
  let workspace: JobWorkspace;
  const editor = editorForSuite(async () => {
    workspace = await createJobWorkspace();
    return { ...workspace.launchOptions, userSettings: { 'lakeformation.connections': [{ name: randomUUID() }] } };
  });
  afterAll(async () => workspace.remove());

  test('is made from the palette, by its type; a wrong connection is said when it is submitted', async () => {
    const { editorPane, quickInput, notifications, runCommand } = editor().workbench;
    // The palette lists what is known when it opens: a job's language shows that the editor has read the manifest.
    await editorPane.open('hive_to_lake.lfjob.json');
    await expect.poll(async () => editorPane.languageId(), patience).toBe('lfjob');
    await runCommand('LakeFormation: New Job');
    await quickInput.waitFor('New LakeFormation job');
    await quickInput.choose('Permission migration');
    await expect.poll(async () => editorPane.text(), patience).toContain('"type": "PERMISSION_MIGRATION"');
    await editorPane.press('Escape');
    await editorPane.clickAction('Submit Job');
    const { message, buttons } = await notifications.waitFor('has no region. Fill it in.');
    expect(message).toMatch(/^Connection ".*" has no region\. Fill it in\.$/);
    expect(buttons).toEqual(['Open Settings']);
  });
});
