import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readMarkedDocument } from '../support/markedDocument.ts';
import { editorForSuite } from './harness/editorForSuite.ts';
import { createJobWorkspace, type JobWorkspace } from './support/jobWorkspace.ts';

const patience = { timeout: 30_000 };

const wrongJob = readMarkedDocument(
  readFileSync(new URL('../fixtures/wrong/ten_rules_at_once.lfjob.txt', import.meta.url), 'utf8'),
).text;

describe('a job that breaks many rules', () => {
  let workspace: JobWorkspace;
  const editor = editorForSuite(async () => {
    workspace = await createJobWorkspace();
    await writeFile(join(workspace.folder, 'wrong.lfjob.json'), wrongJob);
    await mkdir(join(workspace.folder, '.vscode'));
    await writeFile(
      join(workspace.folder, '.vscode/settings.json'),
      JSON.stringify({ 'lakeformation.rules': { 'hyphen-in-name': 'error', 'no-such-rule': 'off' } }),
    );
    const { userSettings } = workspace.launchOptions;
    return { ...workspace.launchOptions, userSettings: { ...userSettings, 'editor.inlayHints.enabled': 'on' } };
  });
  afterAll(async () => workspace.remove());

  test('has a sentence for each in the Problems view, at the severity of the settings', async () => {
    const { editorPane, problemsView } = editor().workbench;
    await editorPane.open('wrong.lfjob.json');
    await problemsView.open();
    await expect
      .poll(async () => (await problemsView.problems()).map(({ severity, code }) => `${severity} ${code}`), patience)
      .toEqual([
        'error wrong-form',
        'error unknown-value',
        'error wrong-type',
        'error out-of-range',
        'error hyphen-in-name',
        'error schedule-value',
        'error surplus-comma',
        'warning table-depth',
        'warning unknown-member',
      ]);
    await editor().workbench.screenshot('ten-rules');
  });

  test('a rule in the settings that does not exist is told once', async () => {
    const { notifications } = editor().workbench;
    const { message } = await notifications.waitFor('no-such-rule');
    expect(message).toContain('The setting lakeformation.rules names "no-such-rule", which is no rule.');
    await notifications.dismiss('no-such-rule');
  });

  test('is mended by the quick fix that is chosen', async () => {
    const { editorPane, quickFixes } = editor().workbench;
    await editorPane.open('wrong.lfjob.json');
    await editorPane.clickText('"csv"', 'middle');
    await quickFixes.open();
    // For other kinds of files than these, "separator" and "quote" would have no effect.
    expect((await quickFixes.titles()).slice(0, 3)).toEqual(['Replace by CSV', 'Replace by TEXT', 'Replace by ALL']);
    await editor().workbench.screenshot('quick-fixes');
    await quickFixes.choose('Replace by CSV');
    await expect.poll(async () => editorPane.text(), patience).toContain('"file_discovery_type": "CSV"');
  });

  test('is mended by one key where only one fix is right', async () => {
    const { editorPane } = editor().workbench;
    await editorPane.open('wrong.lfjob.json');
    await editorPane.clickText('give_wirte', 'middle');
    await editorPane.press('Alt+Shift+.');
    await expect.poll(async () => editorPane.text(), patience).toContain('"give_write": false');
  });

  test('shows which folders become tables, and the schedule in words once it is right', async () => {
    const { editorPane, problemsView } = editor().workbench;
    await editorPane.open('wrong.lfjob.json');
    await editorPane.clickText('"1"', 'middle');
    await editorPane.press('Alt+Shift+.');
    await expect.poll(async () => editorPane.text(), patience).toContain('"execute_frequency": "DAILY"');
    await expect.poll(async () => editorPane.text(), patience).toContain('every day at 02:15');
    await problemsView.open();
    await expect
      .poll(async () => (await problemsView.problems()).map(({ code }) => code), patience)
      .not.toContain('schedule-value');
    await editorPane.focus();
    await editor().workbench.screenshot('inlay-hints');
  });

  test('says in the hover when the job runs next', async () => {
    const { editorPane, hoverWidget } = editor().workbench;
    await editorPane.open('wrong.lfjob.json');
    const text = await hoverWidget.over('execute_frequency', 'Runs every day at 02:15');
    expect(text).toMatch(/Next: \d{4}-\d\d-\d\d 02:15, \d{4}-\d\d-\d\d 02:15, \d{4}-\d\d-\d\d 02:15/);
    await editor().workbench.screenshot('schedule-hover');
    await hoverWidget.leave();
  });

  test('all that is safe is mended at once', async () => {
    const { editorPane, problemsView, quickInput } = editor().workbench;
    await editorPane.open('wrong.lfjob.json');
    await editorPane.focus();
    await quickInput.runCommand('Fix All');
    await problemsView.open();
    // What is left asks the author: another name, which rate, which depth.
    await expect
      .poll(async () => (await problemsView.problems()).map(({ code }) => code), patience)
      .toEqual(['wrong-form', 'out-of-range', 'hyphen-in-name', 'table-depth']);
    await editorPane.focus();
    await editorPane.close();
  });

  test('another instance than the connection’s is told, and taken from it by one key', async () => {
    const { editorPane, problemsView } = editor().workbench;
    await editorPane.open('sales_discovery.lfjob.json');
    await editorPane.clickText('2180518f', 'after');
    await editorPane.press('Backspace');
    await editorPane.type('e');
    await problemsView.open();
    await expect
      .poll(async () => (await problemsView.problems()).map(({ code }) => code), patience)
      .toEqual(['instance-mismatch']);
    await editorPane.focus();
    await editorPane.press('Alt+Shift+.');
    await expect.poll(async () => problemsView.problems(), patience).toEqual([]);
    expect(await editorPane.text()).toContain(workspace.service.instanceId);
    await editorPane.close();
  });

  test('a missing block is put in with its members, each to be typed over', async () => {
    const { editorPane, problemsView } = editor().workbench;
    await editorPane.open('hive_to_lake.lfjob.json');
    await editorPane.replaceAll('{\n  "name": "job_1",\n  "type": "PERMISSION_MIGRATION",\n  "parameter": {}\n}\n');
    await problemsView.open();
    await expect
      .poll(async () => (await problemsView.problems()).map(({ code }) => code), patience)
      .toEqual(['missing-block']);
    await editorPane.clickText('"parameter"', 'middle');
    await editorPane.press('Alt+Shift+.');
    await expect
      .poll(async () => editorPane.text(), patience)
      .toContain('"parameter": {\n    "permission_migration_parameter": {\n      "location": "obs://');
    // The first value is selected.
    await editorPane.type('obs://lake/policies');
    await expect.poll(async () => editorPane.text(), patience).toContain('"location": "obs://lake/policies",');
    await expect.poll(async () => problemsView.problems(), patience).toEqual([]);
    await editor().workbench.screenshot('insert-block');
    await editorPane.press('Escape');
    await editorPane.close();
  });

  test('the members are put into the page’s order', async () => {
    const { editorPane, quickInput } = editor().workbench;
    await editorPane.open('hive_to_lake.lfjob.json');
    await editorPane.replaceAll('{\n  "type": "PERMISSION_MIGRATION",\n  "parameter": {},\n  "name": "job_1"\n}\n');
    await quickInput.runCommand('LakeFormation: Sort Members');
    await expect
      .poll(async () => editorPane.text(), patience)
      .toBe('{\n  "name": "job_1",\n  "type": "PERMISSION_MIGRATION",\n  "parameter": {}\n}\n');
    await editorPane.close();
  });
});
