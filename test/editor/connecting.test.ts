import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { isObject } from '../../language/src/schema/jsonSchema.ts';
import { editorForSuite } from './harness/editorForSuite.ts';
import { createJobWorkspace, type JobWorkspace } from './support/jobWorkspace.ts';
import { pasteToken } from './support/pasteToken.ts';

const patience = { timeout: 30_000 };
const job = 'sales_discovery.lfjob.json';
const signedIn = /^local · at most \d+ h \d+ min left$/;

describe('a person without a connection', () => {
  let workspace: JobWorkspace;
  const editor = editorForSuite(async () => {
    workspace = await createJobWorkspace();
    const broken = { name: 'half', note: 'ask the platform team' };
    const userSettings = {
      'lakeformation.connections': [broken],
      'workbench.editor.useModal': 'off',
      'workbench.reduceMotion': 'on',
    };
    return { ...workspace.launchOptions, userSettings };
  });
  afterAll(async () => workspace.remove());

  /** What the user settings say of the connections. */
  async function connections(): Promise<unknown> {
    const { editorPane, runCommand } = editor().workbench;
    await runCommand('Preferences: Open User Settings (JSON)');
    await editorPane.waitFor('settings.json');
    const settings: unknown = JSON.parse(await editorPane.text());
    await editorPane.close();
    return isObject(settings) ? settings['lakeformation.connections'] : undefined;
  }

  /** Waits until a step is asked. */
  async function step(number: number): Promise<void> {
    const { quickInput } = editor().workbench;
    await expect.poll(async () => quickInput.title(), patience).toContain(`(${number}/7)`);
  }

  const others = (): object => ({ projectId: workspace.service.projectId, instanceId: workspace.service.instanceId });

  test('adds one by keyboard, with a mistake and a way back', async () => {
    const { editorPane, connectionItem, quickInput, runCommand, screenshot } = editor().workbench;
    const { service } = workspace;
    await editorPane.open(job);
    await expect.poll(async () => connectionItem.text(), patience).toBe('No connection');
    await runCommand('LakeFormation: Add Connection');
    await step(1);
    await quickInput.type('half');
    await quickInput.waitFor('Another connection is named "half". Give this one its own name.');
    await screenshot('connection-name');
    await quickInput.accept();
    await quickInput.retype('locl');
    await quickInput.accept();
    await step(2);
    await quickInput.clickTitleButton('Back');
    await step(1);
    expect(await quickInput.value()).toBe('locl');
    await quickInput.retype('local');
    await quickInput.accept();
    await step(2);
    await screenshot('connection-region');
    await quickInput.type('local');
    await quickInput.accept();
    await step(3);
    await quickInput.type('http://lake.example');
    await expect
      .poll(async () => quickInput.rows(), patience)
      .toMatchObject([{ label: 'Write https://host, without a path; plain http only for this machine.' }]);
    await screenshot('connection-endpoint');
    await quickInput.retype(service.url);
    await expect.poll(async () => quickInput.rows(), patience).toMatchObject([{ label: `Use ${service.url}` }]);
    await quickInput.accept();
    await step(4);
    await quickInput.accept();
    await step(5);
    await quickInput.type('abc');
    await quickInput.waitFor('A project id usually has 32 letters and digits; so far 3.');
    await screenshot('connection-project');
    await quickInput.retype(service.projectId);
    await quickInput.accept();
    await step(6);
    expect(await quickInput.rows()).toMatchObject([{ label: 'Sign in and choose from the list' }]);
    await screenshot('connection-instance');
    await quickInput.type('i');
    await expect
      .poll(async () => quickInput.rows(), patience)
      .toMatchObject([{ label: 'Use i' }, { label: 'Sign in and choose from the list' }]);
    await screenshot('connection-instance-typed');
    await quickInput.clickTitleButton('Back');
    await step(5);
    await quickInput.accept();
    await step(6);
    await quickInput.accept();
    await pasteToken(editor().workbench, 'local', workspace.service.tokens.issue());
    await step(6);
    await expect
      .poll(async () => (await quickInput.rows()).map(({ description }) => description), patience)
      .toEqual([`${service.instanceId} · default`]);
    await screenshot('connection-instances');
    await quickInput.accept();
    await step(7);
    await screenshot('connection-production');
    await quickInput.accept();
    await quickInput.waitUntilClosed();
    await expect.poll(async () => connectionItem.text(), patience).toMatch(signedIn);
    await screenshot('connection-item');
    expect(await connections()).toEqual([
      { name: 'half', note: 'ask the platform team' },
      { name: 'local', region: 'local', ...others(), endpoint: service.url },
    ]);
  });

  test('makes it production from the status bar: the item and the question warn', async () => {
    const { editorPane, connectionItem, quickInput, dialogs, screenshot } = editor().workbench;
    const { service } = workspace;
    await editorPane.open(job);
    await connectionItem.click();
    await quickInput.waitFor('LakeFormation connection local');
    await screenshot('connection-menu');
    await quickInput.choose('Edit Connection');
    for (let number = 1; number < 7; number += 1) {
      await step(number);
      await quickInput.accept();
    }
    await step(7);
    await quickInput.choose('Yes');
    await quickInput.waitUntilClosed();
    await expect.poll(async () => connectionItem.isWarning(), patience).toBe(true);
    expect(await connectionItem.label()).toContain('production');
    await screenshot('connection-item-production');
    await editorPane.clickAction('Submit Job');
    const question = await dialogs.waitFor('Submit job "sales_discovery" to the production connection local?');
    expect(question.buttons).toContain('Submit to local');
    expect(await dialogs.isWarning()).toBe(true);
    await screenshot('confirmation-production');
    await dialogs.cancel();
    expect(service.requests.of('createJob')).toEqual([]);
  });

  test('is signed out from the status bar', async () => {
    const { editorPane, connectionItem, quickInput, notifications } = editor().workbench;
    await editorPane.open(job);
    await connectionItem.click();
    await quickInput.choose('Sign Out');
    await notifications.waitFor('You are signed out of connection "local".');
    await expect.poll(async () => connectionItem.text(), patience).toBe('local · not signed in');
  });

  test('sees the item on jobs alone', async () => {
    const { editorPane, connectionItem } = editor().workbench;
    await editorPane.open('README.md');
    await expect.poll(async () => connectionItem.text(), patience).toBe('');
    await editorPane.open(job);
    await expect.poll(async () => connectionItem.text(), patience).toBe('local · not signed in');
  });

  test('removes it, which is asked about; the broken one stays', async () => {
    const { editorPane, connectionItem, quickInput, dialogs, runCommand, screenshot } = editor().workbench;
    await editorPane.open(job);
    await runCommand('LakeFormation: Remove Connection');
    await quickInput.waitFor('Remove a LakeFormation connection');
    expect(await quickInput.rows()).toMatchObject([
      { label: 'half', detail: 'Connection "half" has no region. Fill it in.' },
      { label: 'local' },
    ]);
    await screenshot('connection-remove');
    await quickInput.choose('local');
    await dialogs.waitFor('Remove connection "local"?');
    expect(await dialogs.isWarning()).toBe(true);
    await dialogs.click('Remove');
    await expect.poll(async () => connectionItem.text(), patience).toBe('No connection');
    expect(await connections()).toEqual([{ name: 'half', note: 'ask the platform team' }]);
  });
});

describe('in a workspace of two folders', () => {
  let workspace: JobWorkspace;
  const editor = editorForSuite(async () => {
    workspace = await createJobWorkspace();
    const { folder, launchOptions, service } = workspace;
    const { projectId, instanceId, url: endpoint } = service;
    for (const name of ['dev', 'live']) await mkdir(join(folder, name));
    await rename(join(folder, job), join(folder, 'dev', 'in_dev.lfjob.json'));
    await rename(join(folder, 'ranger_permissions.lfjob.json'), join(folder, 'live', 'in_live.lfjob.json'));
    const workspaceFile = join(folder, 'jobs.code-workspace');
    await writeFile(workspaceFile, JSON.stringify({ folders: [{ path: 'dev' }, { path: 'live' }] }));
    const entry = { region: 'local', endpoint, projectId, instanceId };
    return {
      ...launchOptions,
      workspaceFile,
      userSettings: {
        'lakeformation.connections': [
          { name: 'test', ...entry },
          { name: 'prod', ...entry, instanceId: randomUUID(), production: true },
        ],
      },
    };
  });
  afterAll(async () => workspace.remove());

  test('each folder has its connection, which its jobs are compared with', async () => {
    const { editorPane, connectionItem, quickInput, problemsView, screenshot } = editor().workbench;
    const mismatches = async (): Promise<string[]> => {
      const problems = await problemsView.problems();
      return problems.filter(({ code }) => code === 'instance-mismatch').map(({ message }) => message);
    };
    await editorPane.open('in_dev.lfjob.json');
    await expect.poll(async () => connectionItem.text(), patience).toBe('No connection');
    await connectionItem.click();
    await quickInput.choose('Select Connection');
    await quickInput.waitFor('Where do the jobs of folder dev go?');
    await quickInput.choose('test');
    await expect.poll(async () => connectionItem.text(), patience).toBe('test · not signed in');
    await editorPane.open('in_live.lfjob.json');
    await expect.poll(async () => connectionItem.text(), patience).toBe('No connection');
    await connectionItem.click();
    await quickInput.choose('Select Connection');
    await quickInput.waitFor('Where do the jobs of folder live go?');
    await screenshot('connection-select');
    await quickInput.choose('prod');
    await expect.poll(async () => connectionItem.text(), patience).toBe('prod · not signed in');
    await problemsView.open();
    await expect
      .poll(mismatches, patience)
      .toEqual([expect.stringContaining('The connection "prod" is to the instance')]);
    await screenshot('connection-per-folder');
    await editorPane.open('in_dev.lfjob.json');
    await expect.poll(async () => connectionItem.text(), patience).toBe('test · not signed in');
  });
});

describe('a workspace that names a connection and how to confirm', () => {
  let workspace: JobWorkspace;
  const editor = editorForSuite(async () => {
    workspace = await createJobWorkspace();
    const { folder, launchOptions } = workspace;
    await mkdir(join(folder, '.vscode'));
    const hostile = {
      'lakeformation.connections': [
        { name: 'local', region: 'local', endpoint: 'https://elsewhere.example', projectId: 'p', instanceId: 'i' },
        { name: 'other', region: 'local', endpoint: 'https://elsewhere.example', projectId: 'p', instanceId: 'i' },
      ],
      'lakeformation.submit.confirm': 'never',
    };
    await writeFile(join(folder, '.vscode', 'settings.json'), JSON.stringify(hostile));
    return launchOptions;
  });
  afterAll(async () => workspace.remove());

  test('gets neither: the job goes where the user said, and is asked about', async () => {
    const { editorPane, connectionItem, dialogs, screenshot } = editor().workbench;
    const { service } = workspace;
    await editorPane.open(job);
    await expect.poll(async () => connectionItem.text(), patience).toBe('local · not signed in');
    await editorPane.clickAction('Submit Job');
    await pasteToken(editor().workbench, 'local', service.tokens.issue());
    const question = await dialogs.waitFor('Submit job "sales_discovery" to local?');
    expect(question.detail).toContain(`Connection: local (${service.url})`);
    await screenshot('connection-hostile-workspace');
    await dialogs.cancel();
    expect(service.requests.of('createJob')).toEqual([]);
  });
});
