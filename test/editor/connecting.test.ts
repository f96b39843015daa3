import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isObject } from '../../language/src/documents/value.ts';
import type { Workbench } from './harness/workbench.ts';
import { jobEditorForSuite } from './support/jobEditor.ts';
import { pasteToken } from './support/pasteToken.ts';
import { signIn } from './support/session.ts';

const job = 'sales_discovery.lfjob.json';
const broken = { name: 'half', note: 'ask the platform team' };

/** What the user settings have as connections. */
async function connections({ editorPane, runCommand }: Workbench): Promise<unknown> {
  await runCommand('Preferences: Open User Settings (JSON)');
  await editorPane.waitFor('settings.json');
  const settings: unknown = JSON.parse(await editorPane.text());
  await editorPane.close();
  return isObject(settings) ? settings['lakeformation.connections'] : undefined;
}

/** Waits until a question of the connection is asked, by its number and how many there are. */
async function step({ quickInput }: Workbench, count: string): Promise<void> {
  await expect.poll(() => quickInput.title()).toContain(`(${count})`);
}

describe('without a connection', () => {
  const editor = jobEditorForSuite(() => ({
    userSettings: { 'lakeformation.connections': [], 'workbench.editor.useModal': 'off' },
  }));

  test('Submit Job asks for one by keyboard, with mistakes and a way back, and then submits', async () => {
    const { workbench, service } = editor();
    const { editorPane, connectionItem, quickInput, dialogs, notifications, screenshot } = workbench;
    const rows = async (): Promise<string[]> => (await quickInput.rows()).map(({ label }) => label);
    const user = { domain: 'company', name: 'engineer', password: randomUUID() };
    service.tokens.addUser(user);
    await editorPane.open(job);
    await expect.poll(() => connectionItem.text()).toBe('No connection');
    await editorPane.clickAction('Submit Job');
    await step(workbench, '1/4');
    await screenshot('connection-region');
    await quickInput.type('beij');
    await expect.poll(async () => (await rows())[0]).toBe('CN North-Beijing4');
    await screenshot('connection-region-typed');
    await quickInput.retype('local');
    await quickInput.accept();
    await step(workbench, '2/4');
    await screenshot('connection-sign-in');
    await quickInput.choose('Advanced');
    for (const count of ['2/6', '3/6']) {
      await step(workbench, count);
      await quickInput.type('http://lake.example');
      await expect.poll(async () => (await rows()).join()).toContain('https://');
      await screenshot('connection-address');
      await quickInput.retype(service.url);
      await expect.poll(async () => (await quickInput.rows()).at(-1)?.description).toBe(service.url);
      await quickInput.accept();
    }
    await step(workbench, '4/6');
    await quickInput.choose('IAM user');
    await step(workbench, '5/9');
    await quickInput.type('compny');
    await quickInput.accept();
    await step(workbench, '6/9');
    await quickInput.clickTitleButton('Back');
    await step(workbench, '5/9');
    expect(await quickInput.value()).toBe('compny');
    await quickInput.retype(user.domain);
    await quickInput.accept();
    await step(workbench, '6/9');
    await quickInput.type(user.name);
    await quickInput.accept();
    await step(workbench, '7/9');
    await quickInput.waitFor(`It’s sent only to ${service.url}.`);
    await quickInput.paste(randomUUID());
    await quickInput.accept();
    await quickInput.waitFor('(401)');
    await screenshot('connection-password-refused');
    await quickInput.paste(user.password);
    await quickInput.accept();
    await step(workbench, '8/9');
    await quickInput.waitFor('Signed in as engineer · project local · 1 instance.');
    await screenshot('connection-instances');
    await quickInput.accept();
    await step(workbench, '9/9');
    await screenshot('connection-production');
    await quickInput.choose('Change Name');
    await quickInput.waitFor('Connection name');
    expect(await quickInput.value()).toBe('lakeformation');
    await quickInput.retype('local');
    await quickInput.accept();
    await step(workbench, '9/9');
    await quickInput.accept();
    await dialogs.waitFor('"sales_discovery"');
    await screenshot('connection-submits');
    await dialogs.click('Submit');
    await notifications.waitFor('"sales_discovery"');
    expect(service.jobs.all).toHaveLength(1);
    expect(service.requests.of('createJob')).toHaveLength(1);
    await expect.poll(() => connectionItem.text()).toBe('local');
    await screenshot('connection-item');
    const { projectId, instanceId, url } = service;
    expect(await connections(workbench)).toEqual([
      { name: 'local', region: 'local', projectId, instanceId, endpoint: url, iamEndpoint: url },
    ]);
  });
});

describe('with several connections', () => {
  const editor = jobEditorForSuite(({ service: { url, projectId, instanceId } }) => ({
    userSettings: {
      'lakeformation.connections': [
        broken,
        ...['local', 'edited', 'removed'].map((name) => ({
          ...{ name, region: 'local', endpoint: url, iamEndpoint: url, projectId, instanceId },
        })),
      ],
      'workbench.editor.useModal': 'off',
    },
  }));

  /** Opens a job. Its folder uses a connection from then on. */
  async function openJob(connection: string): Promise<void> {
    const { editorPane, connectionItem, quickInput, runCommand } = editor().workbench;
    await editorPane.open(job);
    await runCommand('LakeFormation: Select Connection');
    await quickInput.choose(connection);
    await expect.poll(() => connectionItem.text()).toMatch(new RegExp(`^${connection}(?: · |$)`));
  }

  test('one is made production from the status bar: the item and the question warn', async () => {
    const { workbench, service } = editor();
    const { editorPane, connectionItem, quickInput, dialogs, notifications, screenshot } = workbench;
    await openJob('edited');
    await connectionItem.click();
    await screenshot('connection-menu');
    await quickInput.choose('Edit Connection');
    await quickInput.waitFor('Edit Connection "edited"');
    await screenshot('connection-edit');
    await quickInput.type('Production');
    await quickInput.accept();
    await quickInput.waitFor('Edit Connection "edited"');
    await expect.poll(async () => (await quickInput.rows())[4]?.description).toBe('yes');
    await screenshot('connection-edited');
    await quickInput.accept();
    await pasteToken(workbench, 'edited', service.tokens.issue());
    await notifications.waitFor('Signed in with a token');
    await screenshot('connection-tested');
    await expect.poll(() => connectionItem.isWarning()).toBe(true);
    expect(await connectionItem.label()).toContain('production');
    await screenshot('connection-item-production');
    await editorPane.clickAction('Submit Job');
    const question = await dialogs.waitFor('"sales_discovery"');
    expect(question.message).toContain('production');
    expect(await dialogs.isWarning()).toBe(true);
    await screenshot('confirmation-production');
    expect(await dialogs.focusedButton()).toBe('Preview Request');
    await dialogs.pressEnter();
    // The list has the keyboard.
    await quickInput.waitFor('production');
    expect(await editorPane.name()).toBe('sales_discovery.request.http');
    await screenshot('review-request');
    // The first row cancels.
    await quickInput.accept();
    await quickInput.waitUntilClosed();
    expect(service.requests.of('createJob')).toEqual([]);
  });

  test('one signs out from the status bar', async () => {
    const { workbench, service } = editor();
    const { connectionItem, quickInput } = workbench;
    await openJob('local');
    await signIn(workbench, service);
    await connectionItem.click();
    await quickInput.choose('Sign Out');
    await expect.poll(() => connectionItem.text()).toBe('local · not signed in');
  });

  test('the item is shown on jobs alone', async () => {
    const { editorPane, connectionItem } = editor().workbench;
    await openJob('local');
    await editorPane.open('README.md');
    await expect.poll(() => connectionItem.text()).toBe('');
    await editorPane.open(job);
    await expect.poll(() => connectionItem.text()).toMatch(/^local(?: · |$)/);
  });

  test('one is removed, which is asked about; a broken one stays', async () => {
    const { workbench } = editor();
    const { connectionItem, quickInput, dialogs, runCommand, screenshot } = workbench;
    await openJob('removed');
    await runCommand('LakeFormation: Remove Connection');
    await expect.poll(async () => (await quickInput.rows()).map(({ label }) => label)).toContain('removed');
    const [half] = await quickInput.rows();
    expect(half?.label).toBe('half');
    expect(half?.detail).toContain('region');
    await screenshot('connection-remove');
    await quickInput.choose('removed');
    await dialogs.waitFor('"removed"');
    expect(await dialogs.isWarning()).toBe(true);
    await dialogs.click('Remove');
    await expect.poll(() => connectionItem.text()).toBe('Select Connection (2)');
    const left = await connections(workbench);
    expect(left).toContainEqual(broken);
    expect(left).not.toContainEqual(expect.objectContaining({ name: 'removed' }));
  });
});

describe('in a workspace of two folders', () => {
  const editor = jobEditorForSuite(async ({ folder, service }) => {
    const { projectId, instanceId, url: endpoint } = service;
    for (const name of ['dev', 'live']) await mkdir(join(folder, name));
    await rename(join(folder, job), join(folder, 'dev', 'in_dev.lfjob.json'));
    await rename(join(folder, 'ranger_permissions.lfjob.json'), join(folder, 'live', 'in_live.lfjob.json'));
    const workspaceFile = join(folder, 'jobs.code-workspace');
    await writeFile(workspaceFile, JSON.stringify({ folders: [{ path: 'dev' }, { path: 'live' }] }));
    const entry = { region: 'local', endpoint, projectId, instanceId };
    return {
      workspaceFile,
      userSettings: {
        'lakeformation.connections': [
          { name: 'test', ...entry },
          { name: 'prod', ...entry, instanceId: randomUUID(), production: true },
        ],
      },
    };
  });

  test('each folder has its connection, which its jobs are compared with', async () => {
    const { editorPane, connectionItem, quickInput, problemsView, screenshot } = editor().workbench;
    const mismatches = async (): Promise<string[]> => {
      const problems = await problemsView.problems();
      return problems.filter(({ code }) => code === 'instance-mismatch').map(({ message }) => message);
    };
    const select = async (folder: string, connection: string): Promise<void> => {
      await expect.poll(() => connectionItem.text()).toBe('Select Connection (2)');
      await screenshot(`connection-none-selected-${folder}`);
      await connectionItem.click();
      await quickInput.waitFor(folder);
      await screenshot(`connection-select-${folder}`);
      await quickInput.choose(connection);
      await expect.poll(() => connectionItem.text()).toBe(`${connection} · not signed in`);
    };
    await editorPane.open('dev/in_dev.lfjob.json');
    await select('dev', 'test');
    await editorPane.open('live/in_live.lfjob.json');
    await select('live', 'prod');
    await problemsView.open();
    await expect.poll(mismatches).toEqual([expect.stringContaining('"prod"')]);
    await screenshot('connection-per-folder');
    await editorPane.open('dev/in_dev.lfjob.json');
    await expect.poll(() => connectionItem.text()).toBe('test · not signed in');
  });
});

describe('a workspace that names a connection and how to confirm', () => {
  const editor = jobEditorForSuite(async ({ folder }) => {
    await mkdir(join(folder, '.vscode'));
    const elsewhere = { region: 'local', endpoint: 'https://elsewhere.example', projectId: 'p', instanceId: 'i' };
    const hostile = {
      'lakeformation.connections': ['local', 'other'].map((name) => ({ name, ...elsewhere })),
      'lakeformation.submit.confirm': 'never',
    };
    await writeFile(join(folder, '.vscode', 'settings.json'), JSON.stringify(hostile));
    return {};
  });

  test('gets neither: the job goes where the user selected, after a question', async () => {
    const { workbench, service } = editor();
    const { editorPane, connectionItem, dialogs, screenshot } = workbench;
    await editorPane.open(job);
    await expect.poll(() => connectionItem.text()).toBe('local · not signed in');
    await editorPane.clickAction('Submit Job');
    await pasteToken(workbench, 'local', service.tokens.issue());
    const question = await dialogs.waitFor('"sales_discovery"');
    expect(question.detail).toContain(service.url);
    await screenshot('connection-hostile-workspace');
    await dialogs.cancel();
    expect(service.requests.of('createJob')).toEqual([]);
  });
});
