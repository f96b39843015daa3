import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { startService, type LocalService } from '../service/service.ts';
import { createAuthority } from '../support/certificates.ts';
import { startConnectProxy, type ConnectProxy } from '../support/connectProxy.ts';
import { editorForSuite } from './harness/editorForSuite.ts';
import { createJobWorkspace, type JobWorkspace } from './support/jobWorkspace.ts';
import { pasteToken } from './support/pasteToken.ts';

const patience = { timeout: 30_000 };

describe('what is submitted', () => {
  let workspace: JobWorkspace;
  /** In the job that is previewed, and nowhere else. */
  const password = `canary-${randomUUID()}`;
  const editor = editorForSuite(async () => {
    workspace = await createJobWorkspace();
    const file = join(workspace.folder, 'hive_to_lake.lfjob.json');
    const job = await readFile(file, 'utf8');
    await writeFile(file, job.replace(/"password": "[^"]*"/, `"password": "${password}"`));
    return workspace.launchOptions;
  });
  afterAll(async () => workspace.remove());
  beforeEach(() => {
    workspace.service.requests.clear();
    workspace.service.faults.clear();
  });

  test('is previewed: the request follows the job, with masks for secrets', async () => {
    const { editorPane, contextMenu, screenshot } = editor().workbench;
    const { service } = workspace;
    await editorPane.open('hive_to_lake.lfjob.json');
    const job = await editorPane.text();
    expect(job).toContain(password);
    await editorPane.chooseFromContextMenu('METADATA_MIGRATION', 'Preview Request');
    await editorPane.waitFor('hive_to_lake.request.http');
    const request = await editorPane.text();
    expect(request.split('\n').slice(2, 6)).toEqual([
      `POST ${service.url}/v1/${service.projectId}/instances/${service.instanceId}/lf-jobs HTTP/1.1`,
      'Accept: application/json',
      'Content-Type: application/json',
      'X-Auth-Token: ••••••',
    ]);
    expect(request).toMatch(/^# Body: [\d,]+ bytes of the 12,582,912 \(12 MB\) that the service takes\.$/m);
    expect(request.slice(request.indexOf('{'))).toBe(job.replace(password, '••••••'));
    await screenshot('request-preview');
    expect(service.requests.all).toEqual([]);
    await editorPane.open('hive_to_lake.lfjob.json');
    await editorPane.clickText('"hive_to_lake', 'after');
    await editorPane.type('_2');
    await editorPane.clickAction('More Actions...');
    await contextMenu.choose('Preview Request');
    await editorPane.waitFor('hive_to_lake.request.http');
    await expect.poll(async () => editorPane.text(), patience).toContain('"name": "hive_to_lake_2"');
  });

  test('is copied from its preview as a cURL command, without a secret', async () => {
    const { editorPane, clipboard, runCommand, contextMenu, screenshot } = editor().workbench;
    await editorPane.waitFor('hive_to_lake.request.http');
    await editorPane.clickAction('More Actions...');
    expect(await contextMenu.items()).toEqual(expect.arrayContaining(['Copy as cURL', 'Copy as KooCLI Input']));
    await screenshot('request-preview-menu');
    await contextMenu.choose('Copy as cURL');
    await expect.poll(async () => clipboard.read(), patience).toContain('curl --request POST ');
    const command = await clipboard.read();
    expect(command).toMatch(/^# Set these environment variables first: LAKEFORMATION_TOKEN, SECRET_PASSWORD\n/);
    expect(command).toContain('"X-Auth-Token: $LAKEFORMATION_TOKEN"');
    expect(command).not.toContain(password);
    await runCommand('LakeFormation: Copy as KooCLI Input');
    await expect.poll(async () => clipboard.read(), patience).toContain('hcloud LakeFormation CreateJobByInstance');
    expect(await clipboard.read()).not.toContain(password);
    expect(workspace.service.requests.all).toEqual([]);
  });

  test('once more asks: Update It sends the job under its id', async () => {
    const { editorPane, dialogs, notifications, screenshot, runCommand } = editor().workbench;
    const { service } = workspace;
    await editorPane.open('sales_discovery.lfjob.json');
    await editorPane.clickAction('Submit Job');
    await pasteToken(editor().workbench, 'local', service.tokens.issue());
    await dialogs.waitFor('Submit job "sales_discovery" to local?');
    await dialogs.click('Submit');
    await notifications.waitFor('Job "sales_discovery" was created');
    const [job] = service.jobs.all;
    await editorPane.clickAction('Submit Job');
    const question = await dialogs.waitFor('local has a job "sales_discovery" already. Update it, or submit another?');
    expect(question.buttons).toEqual(expect.arrayContaining(['Update It', 'Submit Another', 'Cancel']));
    expect(question.detail).toContain(`Exists: id ${job?.id ?? '?'}, status CREATED\nUnchanged since `);
    await screenshot('update-or-another');
    await dialogs.cancel();
    await editorPane.clickText('every night', 'after');
    await editorPane.type(' at 02:15');
    await editorPane.clickAction('Submit Job');
    const second = await dialogs.waitFor('local has a job "sales_discovery" already.');
    expect(second.detail).not.toContain('Unchanged');
    await dialogs.click('Update It');
    await runCommand('Notifications: Show Notifications');
    const { message } = await notifications.waitFor('Job "sales_discovery" was updated');
    expect(message).toContain(job?.id);
    expect(service.jobs.all.map(({ id, description }) => ({ id, description }))).toEqual([
      { id: job?.id, description: 'Finds the new tables of the sales lake every night at 02:15' },
    ]);
    expect(service.requests.of('createJob')).toHaveLength(1);
  });

  test('stands in the history, which opens the file, shows the job and copies the id', async () => {
    const { editorPane, quickInput, clipboard, screenshot, runCommand } = editor().workbench;
    const [job] = workspace.service.jobs.all;
    await editorPane.open('ranger_permissions.lfjob.json');
    await runCommand('LakeFormation: Show Submissions');
    await quickInput.waitFor('Submissions of this workspace');
    const rows = await quickInput.rows();
    expect(rows.map(({ label, detail }) => ({ label, detail }))).toEqual([
      { label: 'sales_discovery', detail: `updated: job ${job?.id ?? '?'}` },
      { label: 'sales_discovery', detail: `created: job ${job?.id ?? '?'}` },
    ]);
    expect(rows[0]?.description).toMatch(/ to local$/);
    await screenshot('submissions');
    await quickInput.choose('sales_discovery');
    await quickInput.waitFor('Submission of "sales_discovery"');
    await screenshot('submission');
    await quickInput.choose('Copy Job ID');
    await expect.poll(async () => clipboard.read(), patience).toBe(job?.id);
    await runCommand('LakeFormation: Show Submissions');
    await quickInput.waitFor('Submissions of this workspace');
    await quickInput.choose('sales_discovery');
    await quickInput.waitFor('Submission of "sales_discovery"');
    await quickInput.choose('Show Job');
    await editorPane.waitFor('sales_discovery.response.json');
    expect(JSON.parse(await editorPane.text())).toMatchObject({ id: job?.id, name: 'sales_discovery' });
    await runCommand('LakeFormation: Show Submissions');
    await quickInput.waitFor('Submissions of this workspace');
    await quickInput.choose('sales_discovery');
    await quickInput.waitFor('Submission of "sales_discovery"');
    await quickInput.choose('Open File');
    await editorPane.waitFor('sales_discovery.lfjob.json');
  });

  test('and refused with a member that is named has a squiggle there until it is edited', async () => {
    const { editorPane, dialogs, notifications, problemsView, screenshot } = editor().workbench;
    const body = { error_code: 'lakeformation.00000005', error_msg: "target_catalog 'archive' not found" };
    workspace.service.faults.next('createJob', { kind: 'answer', answer: { status: 400, body } });
    await editorPane.open('hive_to_lake.lfjob.json');
    await editorPane.clickText('"target_catalog": "', 'after');
    await editorPane.press('Control+Shift+ArrowRight');
    await editorPane.type('archive');
    await editorPane.press('Escape');
    await editorPane.clickAction('Submit Job');
    await dialogs.waitFor('Submit job "hive_to_lake_2" to local?');
    await dialogs.click('Submit');
    await notifications.waitFor('Something that the job names does not exist.');
    await notifications.click('Something that the job names does not exist.', 'Show in Document');
    await problemsView.waitUntilOpen();
    const answers = async () => (await problemsView.problems()).filter(({ source }) => source === 'LakeFormation');
    await expect.poll(async () => (await answers()).length, patience).toBe(1);
    const [problem] = await answers();
    expect(problem).toMatchObject({ severity: 'error', code: 'lakeformation.00000005' });
    expect(problem?.message).toMatch(
      /^The service says: target_catalog 'archive' not found\. .* Request id: [-0-9a-f]{36}\./,
    );
    expect(problem?.codeLink).toContain('api-lakeformation/ErrorCode.html');
    await screenshot('answer-in-document');
    // An edit elsewhere moves it, one there takes it away.
    await editorPane.focus();
    await editorPane.goTo(1, 2);
    await editorPane.press('Enter');
    await expect.poll(async () => (await answers())[0]?.line, patience).toBe((problem?.line ?? 0) + 1);
    await editorPane.clickText('archive', 'after');
    await editorPane.type('d');
    await expect.poll(async () => answers(), patience).toEqual([]);
  });
});

describe('behind a proxy, with an authority of the company’s own', () => {
  const authority = createAuthority();
  let workspace: JobWorkspace;
  let service: LocalService;
  let proxy: ConnectProxy;
  let folder: string;
  const editor = editorForSuite(async () => {
    workspace = await createJobWorkspace();
    service = await startService({ tls: authority.issue({ host: 'lakeformation.example' }) });
    proxy = await startConnectProxy(Number(new URL(service.url).port));
    folder = await mkdtemp(join(tmpdir(), 'lfjob-certificates-'));
    const certificates = join(folder, 'authority.pem');
    await writeFile(certificates, authority.certificate);
    const { projectId, instanceId } = service;
    const connection = {
      name: 'company',
      region: 'local',
      endpoint: 'https://lakeformation.example',
      projectId,
      instanceId,
    };
    return {
      ...workspace.launchOptions,
      // What the system trusts, as Node reads it from the system.
      env: { SSL_CERT_FILE: certificates },
      userSettings: {
        'lakeformation.connections': [connection],
        'http.proxy': proxy.url,
        'http.systemCertificatesNode': true,
      },
    };
  });
  afterAll(async () => {
    await proxy.close();
    await service.close();
    await workspace.remove();
    await rm(folder, { recursive: true, force: true });
  });

  test('a job goes through the tunnel that http.proxy names', async () => {
    const { editorPane, dialogs, notifications } = editor().workbench;
    await editorPane.open('sales_discovery.lfjob.json');
    await editorPane.clickAction('Submit Job');
    await pasteToken(editor().workbench, 'company', service.tokens.issue());
    await dialogs.waitFor('Submit job "sales_discovery" to company?');
    await dialogs.click('Submit');
    await notifications.waitFor('Job "sales_discovery" was created');
    expect(service.jobs.all).toHaveLength(1);
    expect(new Set(proxy.tunnels.filter((tunnel) => tunnel.startsWith('lakeformation.')))).toEqual(
      new Set(['lakeformation.example:443']),
    );
  });
});
