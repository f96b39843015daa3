import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { startService, type LocalService } from '../service/service.ts';
import { createAuthority } from '../support/certificates.ts';
import { startConnectProxy, type ConnectProxy } from '../support/connectProxy.ts';
import { jobEditorForSuite } from './support/jobEditor.ts';
import { pasteToken } from './support/pasteToken.ts';
import { signIn } from './support/session.ts';

describe('what is submitted', () => {
  const editor = jobEditorForSuite();
  /** In the jobs that are previewed, and nowhere else. */
  const password = `canary-${randomUUID()}`;
  const withPassword = (text: string): string => text.replace(/"password": "[^"]*"/, `"password": "${password}"`);

  test('is previewed: the request follows the job, with masks for secrets', async () => {
    const { workbench, workspace, service } = editor();
    const { editorPane, contextMenu, screenshot } = workbench;
    const { file, name } = await workspace.addJob('hive_to_lake', withPassword);
    await editorPane.open(file);
    const job = await editorPane.text();
    expect(job).toContain(password);
    await editorPane.chooseFromContextMenu('METADATA_MIGRATION', 'Preview Request');
    await editorPane.waitFor(`${name}.request.http`);
    const request = await editorPane.text();
    expect(request.split('\n')).toEqual(
      expect.arrayContaining([
        `POST ${service.url}/v1/${service.projectId}/instances/${service.instanceId}/lf-jobs HTTP/1.1`,
        'Accept: application/json',
        'Content-Type: application/json',
        'X-Auth-Token: ••••••',
        expect.stringMatching(/^# Creates a job[.] You aren’t signed in/),
      ]),
    );
    expect(await editorPane.languageId()).toBe('lfjob-request');
    expect(request.slice(request.indexOf('{'))).toBe(job.replace(password, '••••••'));
    await screenshot('request-preview');
    expect(service.requests.all).toEqual([]);
    await editorPane.open(file);
    await editorPane.clickText(`"${name}`, 'after');
    await editorPane.type('_edited');
    await editorPane.clickAction('More Actions...');
    await contextMenu.choose('Preview Request');
    await editorPane.waitFor(`${name}.request.http`);
    await expect.poll(() => editorPane.text()).toContain(`"name": "${name}_edited"`);
  });

  test('is copied from its preview as a command, without a secret', async () => {
    const { workbench, workspace, service } = editor();
    const { editorPane, clipboard, runCommand, contextMenu, screenshot } = workbench;
    const { file, name } = await workspace.addJob('hive_to_lake', withPassword);
    await editorPane.open(file);
    await expect.poll(() => editorPane.languageId()).toBe('lfjob');
    await runCommand('LakeFormation: Preview Request');
    await editorPane.waitFor(`${name}.request.http`);
    await editorPane.clickAction('More Actions...');
    expect(await contextMenu.items()).toEqual(expect.arrayContaining(['Copy as cURL', 'Copy as KooCLI Input']));
    await screenshot('request-preview-menu');
    await contextMenu.choose('Copy as cURL');
    await expect.poll(() => clipboard.read()).toMatch(/curl .*POST/s);
    const command = await clipboard.read();
    expect(command).toContain('LAKEFORMATION_TOKEN');
    expect(command).not.toContain(password);
    await runCommand('LakeFormation: Copy as KooCLI Input');
    await expect.poll(() => clipboard.read()).toContain('hcloud LakeFormation CreateJobByInstance');
    expect(await clipboard.read()).not.toContain(password);
    expect(service.requests.all).toEqual([]);
  });

  test('is the update once the job was submitted, from its preview; Refresh Preview looks again', async () => {
    const { workbench, workspace, service } = editor();
    const { editorPane, dialogs, notifications, clipboard, runCommand, screenshot } = workbench;
    const { file, name } = await workspace.addJob('sales_discovery');
    await editorPane.open(file);
    await signIn(workbench, service);
    await runCommand('LakeFormation: Preview Request');
    await editorPane.waitFor(`${name}.request.http`);
    await expect.poll(() => editorPane.text()).toMatch(/^# Creates a job\. The instance has none[^]*^POST /m);
    await editorPane.clickAction('Submit Job');
    await dialogs.waitFor(`"${name}"`);
    await dialogs.click('Submit');
    await notifications.waitFor('Created');
    const [job] = service.jobs.all;
    await notifications.clear();
    await editorPane.waitFor(`${name}.request.http`);
    await expect.poll(() => editorPane.text()).toContain(`# Updates job ${job?.id ?? '?'}`);
    const request = await editorPane.text();
    expect(request).toContain(`PUT ${service.url}/v1/${service.projectId}/instances/${service.instanceId}/lf-jobs/`);
    expect(request).not.toContain('"type"');
    /** The class of the token at the beginning of a line, which gives it its color. */
    const tokenClass = async (text: RegExp): Promise<string | null> =>
      editor()
        .page.locator('.editor-instance .view-line > span > span')
        .filter({ hasText: text })
        .first()
        .getAttribute('class');
    const tokens = [/^#.Updates/, /^PUT/, /^Accept/, /^"name"/];
    await expect.poll(async () => new Set(await Promise.all(tokens.map(tokenClass))).size).toBe(tokens.length);
    await screenshot('request-preview-update');
    await runCommand('LakeFormation: Copy as KooCLI Input');
    await expect.poll(() => clipboard.read()).toContain('hcloud LakeFormation UpdateJobByInstance');
    await editorPane.press('Control+K');
    await editorPane.press('Control+Enter');
    await dialogs.waitFor('Nothing to do');
    await dialogs.cancel();
    service.jobs.clear();
    await editorPane.clickAction('Refresh Preview');
    await expect.poll(() => editorPane.text()).toMatch(/^POST /m);
    expect(service.requests.of('createJob')).toHaveLength(1);
    expect(service.requests.of('updateJob')).toEqual([]);
  });

  test('is several jobs, when they are selected in the Explorer', async () => {
    const { workbench, workspace, service } = editor();
    const { editorPane, explorer, dialogs, notifications, runCommand, screenshot } = workbench;
    const [one, other] = [await workspace.addJob('sales_discovery'), await workspace.addJob('sales_discovery')];
    await editorPane.open(one.file);
    await signIn(workbench, service);
    const known = service.jobs.all.length;
    await explorer.select(one.file, other.file);
    await explorer.chooseFromContextMenu(other.file, 'Submit Job');
    await dialogs.waitFor('Submit 2 jobs');
    await screenshot('review-several');
    await dialogs.click('Submit 2 Jobs');
    await notifications.waitFor('Jobs: 2 created');
    expect(service.jobs.all).toHaveLength(known + 2);
    await notifications.click('Jobs: 2 created', 'Show Table');
    await editorPane.waitFor('Submitted Jobs.txt');
    await screenshot('submitted-jobs');
    await editorPane.open(other.file);
    await editorPane.clickText('every night', 'after');
    await editorPane.type(' at 02:15');
    await runCommand('LakeFormation: Submit Changed Jobs');
    expect((await dialogs.waitFor('Submit')).detail).toContain(`Update 1: ${other.name}`);
    await screenshot('review-changed');
    await dialogs.cancel();
  });

  test('a second time updates the job, after its changes are shown; Enter doesn’t update it', async () => {
    const { workbench, workspace, service } = editor();
    const { editorPane, quickInput, dialogs, notifications, screenshot } = workbench;
    const { file, name } = await workspace.addJob('sales_discovery');
    await editorPane.open(file);
    await signIn(workbench, service);
    await editorPane.clickAction('Submit Job');
    await dialogs.waitFor(`"${name}"`);
    await dialogs.click('Submit');
    await notifications.waitFor(`"${name}"`);
    const [job] = service.jobs.all;
    await notifications.clear();
    await editorPane.clickAction('Submit Job');
    expect((await dialogs.waitFor('Nothing to do')).buttons).toEqual(
      expect.arrayContaining(['Show Job', 'Submit Anyway', 'Create Another Job', 'Cancel']),
    );
    await screenshot('review-unchanged');
    await dialogs.cancel();
    await editorPane.clickText('every night', 'after');
    await editorPane.type(' at 02:15');
    await editorPane.clickAction('Submit Job');
    const question = await dialogs.waitFor(`Update "${name}"`);
    expect(question.buttons).toEqual(
      expect.arrayContaining(['Show Changes', 'Update', 'Create Another Job', 'Cancel']),
    );
    expect(question.detail).toContain(job?.id);
    expect(await dialogs.focusedButton()).toBe('Show Changes');
    await screenshot('review-update');
    await dialogs.pressEnter();
    await quickInput.waitFor(`Update "${name}"`);
    await screenshot('review-changes');
    expect(service.requests.of('updateJob')).toEqual([]);
    await quickInput.choose('Update');
    await service.requests.waitFor('updateJob');
    await notifications.waitFor(job?.id ?? '?');
    expect(service.jobs.all.map(({ id, description }) => ({ id, description }))).toEqual([
      { id: job?.id, description: 'Finds the new tables of the sales lake every night at 02:15' },
    ]);
    expect(service.requests.of('createJob')).toHaveLength(1);
  });

  test('is in the history, which opens the file, shows the job, and copies the ID', async () => {
    const { workbench, workspace, service } = editor();
    const { editorPane, dialogs, notifications, quickInput, clipboard, screenshot, runCommand } = workbench;
    const { file, name } = await workspace.addJob('sales_discovery');
    await editorPane.open(file);
    await signIn(workbench, service);
    await editorPane.clickAction('Submit Job');
    await dialogs.waitFor(`"${name}"`);
    await dialogs.click('Submit');
    await notifications.waitFor(`"${name}"`);
    const [job] = service.jobs.all;
    await editorPane.open('ranger_permissions.lfjob.json');
    /** Opens the history, then the submission, and selects what it offers. */
    const select = async (action: string): Promise<void> => {
      await runCommand('LakeFormation: Show Submissions');
      await quickInput.choose(name);
      await quickInput.choose(action);
    };
    await runCommand('LakeFormation: Show Submissions');
    const row = async (): Promise<string> => {
      const { description, detail } = (await quickInput.rows()).find(({ label }) => label === name) ?? {};
      return `${description ?? ''} | ${detail ?? ''}`;
    };
    await expect.poll(row).toMatch(new RegExp(`local [|] .*${job?.id ?? '?'}`));
    await screenshot('submissions');
    await quickInput.cancel();
    await select('Copy Job ID');
    await expect.poll(() => clipboard.read()).toBe(job?.id);
    await select('Show Job');
    await editorPane.waitFor(`${name}.response.json`);
    expect(JSON.parse(await editorPane.text())).toMatchObject({ id: job?.id, name });
    await select('Open File');
    await editorPane.waitFor(file);
  });

  test('and refused with a property that is named has a problem there until it is edited', async () => {
    const { workbench, workspace, service } = editor();
    const { editorPane, dialogs, notifications, problemsView, screenshot } = workbench;
    const { file, name } = await workspace.addJob('hive_to_lake', (text) =>
      text.replace(/"target_catalog": "[^"]*"/, '"target_catalog": "archive"'),
    );
    const body = { error_code: 'lakeformation.00000005', error_msg: "target_catalog 'archive' not found" };
    service.faults.next('createJob', { kind: 'answer', answer: { status: 400, body } });
    await editorPane.open(file);
    await signIn(workbench, service);
    await editorPane.clickAction('Submit Job');
    await dialogs.waitFor(`"${name}"`);
    await dialogs.click('Submit');
    const { message } = await notifications.waitFor('target_catalog');
    expect(message).toMatch(/^target_catalog 'archive' not found \(400\)\. No job was created\. /);
    await screenshot('refused');
    await notifications.click('target_catalog', 'Show in Document');
    await problemsView.waitUntilOpen();
    const answers = async () => (await problemsView.problems()).filter(({ source }) => source === 'LakeFormation');
    await expect.poll(async () => (await answers()).length).toBe(1);
    const [problem] = await answers();
    expect(problem).toMatchObject({ severity: 'error', code: 'lakeformation.00000005' });
    expect(problem?.message).toContain("target_catalog 'archive' not found");
    expect(problem?.codeLink).toContain('api-lakeformation/ErrorCode.html');
    await screenshot('answer-in-document');
    // An edit elsewhere moves it, one there takes it away.
    await editorPane.focus();
    await editorPane.goTo(1, 2);
    await editorPane.press('Enter');
    await expect.poll(async () => (await answers())[0]?.line).toBe((problem?.line ?? 0) + 1);
    await editorPane.clickText('archive', 'after');
    await editorPane.type('d');
    await expect.poll(answers).toEqual([]);
  });
});

describe('by HTTPS, with an authority that only the company trusts', () => {
  const authority = createAuthority();
  let trusted: LocalService;
  let untrusted: LocalService;
  let proxy: ConnectProxy;
  let folder: string;
  afterAll(async () => {
    for (const server of [proxy, trusted, untrusted]) await server.close();
    await rm(folder, { recursive: true, force: true });
  });
  const editor = jobEditorForSuite(async () => {
    trusted = await startService({ tls: authority.issue({ host: 'lakeformation.example' }) });
    untrusted = await startService({ tls: createAuthority().issue() });
    proxy = await startConnectProxy(Number(new URL(trusted.url).port));
    folder = await mkdtemp(join(tmpdir(), 'lfjob-certificates-'));
    const certificates = join(folder, 'authority.pem');
    await writeFile(certificates, authority.certificate);
    const connection = ({ projectId, instanceId }: LocalService, name: string, endpoint: string): object => ({
      ...{ name, region: 'local', endpoint, projectId, instanceId },
    });
    return {
      // What the system trusts, as Node reads it from the system.
      env: { SSL_CERT_FILE: certificates },
      userSettings: {
        'lakeformation.connections': [
          connection(trusted, 'company', 'https://lakeformation.example'),
          connection(untrusted, 'untrusted', untrusted.url),
        ],
        'http.proxy': proxy.url,
        'http.systemCertificatesNode': true,
      },
    };
  });

  /** Submits a job of its own to a connection, up to the confirmation. */
  async function submit(connection: string, token: string): Promise<string> {
    const { workbench, workspace } = editor();
    const { editorPane, connectionItem, quickInput, runCommand } = workbench;
    const { file, name } = await workspace.addJob('sales_discovery');
    await editorPane.open(file);
    await runCommand('LakeFormation: Select Connection');
    await quickInput.choose(connection);
    await expect.poll(() => connectionItem.text()).toMatch(new RegExp(`^${connection}(?: · |$)`));
    await editorPane.clickAction('Submit Job');
    await pasteToken(workbench, connection, token);
    return name;
  }

  test('a job goes through the tunnel that http.proxy names', async () => {
    const { dialogs, notifications } = editor().workbench;
    const name = await submit('company', trusted.tokens.issue());
    await dialogs.waitFor(`"${name}"`);
    await dialogs.click('Submit');
    await notifications.waitFor(`"${name}"`);
    expect(trusted.jobs.all.map((job) => job.name)).toEqual([name]);
    expect(new Set(proxy.tunnels.filter((tunnel) => tunnel.startsWith('lakeformation.')))).toEqual(
      new Set(['lakeformation.example:443']),
    );
  });

  test('nothing is sent to a service with a certificate of another authority', async () => {
    const { notifications } = editor().workbench;
    await submit('untrusted', untrusted.tokens.issue());
    const { severity, message } = await notifications.waitFor('Nothing was sent');
    expect(severity).toBe('error');
    expect(message).toContain('certificate');
    expect(message).toContain(untrusted.url);
    expect(untrusted.requests.all).toEqual([]);
  });
});
