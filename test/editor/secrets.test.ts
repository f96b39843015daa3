import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { jobWithMembers } from '../support/jobs.ts';
import { editorForSuite } from './harness/editorForSuite.ts';
import { createJobWorkspace, type JobWorkspace } from './support/jobWorkspace.ts';
import { pasteToken } from './support/pasteToken.ts';

const patience = { timeout: 30_000 };

/** Made here, since no file may hold what looks like a secret; marked, to be found wherever it should not be. */
const canary = `c4n4ry-${randomUUID()}`;
const asked = `c4n4ry-${randomUUID()}`;

const jdbcUrl = 'jdbc:mysql://192.168.0.10:3306/hivemeta';
const hiveJob = (password: string, url = jdbcUrl): string =>
  jobWithMembers('datasource_parameter', `"jdbc_url": "${url}", "password": "${password}"`);

describe('a secret of a job', () => {
  let workspace: JobWorkspace;
  const editor = editorForSuite(async () => {
    workspace = await createJobWorkspace();
    await writeFile(join(workspace.folder, 'plain.lfjob.json'), hiveJob(canary));
    await writeFile(
      join(workspace.folder, 'asks.lfjob.json'),
      hiveJob('${secret:ASKED_FOR}').replace('"name": "', '"name": "asks_'),
    );
    await writeFile(join(workspace.folder, 'unset.lfjob.json'), hiveJob('${env:LFJOB_TEST_UNSET}'));
    await writeFile(join(workspace.folder, 'empty.lfjob.json'), hiveJob(''));
    return workspace.launchOptions;
  });
  afterAll(async () => workspace.remove());
  beforeEach(() => workspace.service.requests.clear());

  test('is moved into the secret storage by the light bulb, and the text has the reference', async () => {
    const { editorPane, quickFixes, quickInput, notifications, problemsView, screenshot } = editor().workbench;
    await editorPane.open('plain.lfjob.json');
    await editorPane.clickText(canary, 'middle');
    await quickFixes.open();
    expect((await quickFixes.titles()).slice(0, 2)).toEqual([
      'Move to secret storage',
      'Replace by environment variable',
    ]);
    await screenshot('move-secret-light-bulb');
    await quickFixes.choose('Move to secret storage');
    await quickInput.waitFor('Move to secret storage');
    expect(await quickInput.value()).toBe('HIVE_PASSWORD');
    await screenshot('move-secret-name');
    await quickInput.accept();
    await expect.poll(async () => editorPane.text(), patience).toContain('"password": "${secret:HIVE_PASSWORD}"');
    const { message } = await notifications.waitFor('The secret is stored as HIVE_PASSWORD.');
    expect(message).toContain('Save the document');
    await screenshot('move-secret-done');
    expect(await editorPane.text()).not.toContain(canary);
    await editorPane.save();
    expect(await editorPane.savedText('plain.lfjob.json')).not.toContain(canary);
    await problemsView.open();
    await expect.poll(async () => problemsView.problems(), patience).toEqual([]);
    await editorPane.focus();
    await notifications.dismiss('The secret is stored as HIVE_PASSWORD.');
  });

  test('is suggested by its name, and its hover says that it is stored', async () => {
    const { editorPane, suggestWidget, hoverWidget, screenshot } = editor().workbench;
    await editorPane.open('empty.lfjob.json');
    await editorPane.clickText('"password": "', 'after');
    await suggestWidget.trigger();
    expect((await suggestWidget.suggestions())[0]).toMatchObject({
      label: '${secret:HIVE_PASSWORD}',
      detail: 'a stored secret',
    });
    await screenshot('secret-suggested');
    await suggestWidget.accept('${secret:HIVE_PASSWORD}');
    await expect.poll(async () => editorPane.text(), patience).toBe(hiveJob('${secret:HIVE_PASSWORD}'));
    await editorPane.close();
    await editorPane.open('asks.lfjob.json');
    expect(await hoverWidget.over('secret:ASKED_FOR', 'reference to a secret')).toContain('It is not stored yet');
    await hoverWidget.leave();
    await editorPane.open('plain.lfjob.json');
    expect(await hoverWidget.over('secret:HIVE_PASSWORD', 'reference to a secret')).toContain('It is stored.');
    await screenshot('secret-hover');
    await hoverWidget.leave();
  });

  test('reaches the service in the place of its reference, which the confirmation names', async () => {
    const { editorPane, dialogs, notifications, screenshot } = editor().workbench;
    const { service } = workspace;
    await editorPane.open('plain.lfjob.json');
    await editorPane.clickAction('Submit Job');
    await pasteToken(editor().workbench, 'local', service.tokens.issue());
    const question = await dialogs.waitFor('Submit job');
    expect(question.detail).toContain('Filled in: ${secret:HIVE_PASSWORD}');
    await screenshot('secret-confirmation');
    await dialogs.click('Submit');
    await notifications.waitFor('was created');
    expect(service.requests.of('createJob').map(({ body }) => body)).toEqual([hiveJob(canary)]);
    expect(await editorPane.text()).toContain('${secret:HIVE_PASSWORD}');
    expect(await editorPane.isDirty()).toBe(false);
    await notifications.dismiss('was created');
  });

  test('that is missing is asked for by its name before anything is sent', async () => {
    const { editorPane, quickInput, dialogs, notifications, screenshot } = editor().workbench;
    const { service } = workspace;
    await editorPane.open('asks.lfjob.json');
    await editorPane.clickAction('Submit Job');
    await quickInput.waitFor('Secret ASKED_FOR');
    expect(await quickInput.isPassword()).toBe(true);
    expect(service.requests.all).toEqual([]);
    await screenshot('secret-asked-for');
    await quickInput.paste(asked);
    await quickInput.accept();
    const question = await dialogs.waitFor('Submit job');
    expect(question.detail).toContain('Filled in: ${secret:ASKED_FOR}');
    await dialogs.click('Submit');
    await notifications.waitFor('was created');
    expect(service.requests.of('createJob')[0]?.body).toContain(asked);
    await notifications.dismiss('was created');
  });

  test('in an environment variable that is not set is told by its name', async () => {
    const { editorPane, notifications, screenshot } = editor().workbench;
    await editorPane.open('unset.lfjob.json');
    await editorPane.clickAction('Submit Job');
    const { severity } = await notifications.waitFor('The environment variable LFJOB_TEST_UNSET is not set');
    expect(severity).toBe('error');
    expect(workspace.service.requests.all).toEqual([]);
    await screenshot('variable-not-set');
    await notifications.dismiss('LFJOB_TEST_UNSET');
  });

  test('is listed by its name, and deleted', async () => {
    const { quickInput, dialogs, notifications, runCommand, screenshot } = editor().workbench;
    await runCommand('LakeFormation: List Secrets');
    await quickInput.waitFor('Secrets');
    expect((await quickInput.rows()).map(({ label }) => label)).toEqual(['ASKED_FOR', 'HIVE_PASSWORD']);
    await screenshot('secrets-listed');
    await quickInput.choose('ASKED_FOR');
    await quickInput.waitFor('Secret ASKED_FOR');
    await quickInput.choose('Delete');
    await dialogs.waitFor('Delete the secret ASKED_FOR?');
    await dialogs.click('Delete');
    await notifications.waitFor('The secret ASKED_FOR is deleted.');
    await runCommand('LakeFormation: List Secrets');
    await quickInput.waitFor('Secrets');
    expect((await quickInput.rows()).map(({ label }) => label)).toEqual(['HIVE_PASSWORD']);
    await quickInput.cancel();
    await notifications.dismiss('The secret ASKED_FOR is deleted.');
  });

  test('is in no log', async () => {
    const { outputPanel, runCommand } = editor().workbench;
    await runCommand('LakeFormation: Show Log');
    await outputPanel.waitForChannel('LakeFormation');
    await expect.poll(async () => outputPanel.text(), patience).toContain('POST');
    expect(await outputPanel.text()).not.toContain('c4n4ry');
  });
});
