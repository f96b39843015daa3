import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readMarkedDocument } from '../support/markedDocument.ts';
import { jobEditorForSuite } from './support/jobEditor.ts';

const wrongJob = readMarkedDocument(
  readFileSync(new URL('../fixtures/wrong/ten_rules_at_once.lfjob.txt', import.meta.url), 'utf8'),
).text;

describe('a job that breaks many rules', () => {
  const editor = jobEditorForSuite(async ({ folder, launchOptions }) => {
    await writeFile(join(folder, 'wrong.lfjob.json'), wrongJob);
    await mkdir(join(folder, '.vscode'));
    await writeFile(
      join(folder, '.vscode/settings.json'),
      JSON.stringify({ 'lakeformation.rules': { 'hyphen-in-name': 'error' } }),
    );
    return { userSettings: { ...launchOptions.userSettings, 'editor.inlayHints.enabled': 'on' } };
  });

  const codes = async (): Promise<string[]> =>
    (await editor().workbench.problemsView.problems()).map(({ code }) => code);

  test('has a problem for each in the Problems view, at the severity of the settings', async () => {
    const { editorPane, problemsView, screenshot } = editor().workbench;
    await editorPane.open('wrong.lfjob.json');
    await problemsView.open();
    await expect
      .poll(async () => (await problemsView.problems()).map(({ severity, code }) => `${severity} ${code}`))
      .toEqual([
        'error wrong-form',
        'error unknown-value',
        'error wrong-type',
        'error out-of-range',
        'error hyphen-in-name',
        'error schedule-value',
        'error surplus-comma',
        'warning table-depth',
        'warning unknown-property',
      ]);
    await screenshot('ten-rules');
  });

  test('is changed by the quick fix that is selected', async () => {
    const { editorPane, quickFixes, screenshot } = editor().workbench;
    await editorPane.open('wrong.lfjob.json');
    await expect.poll(() => editorPane.squiggles('error')).toBeGreaterThan(0);
    await editorPane.clickText('"csv"');
    await quickFixes.open();
    // For other kinds of files than these, "separator" and "quote" would have no effect.
    const offered = (await quickFixes.titles()).slice(0, 3);
    expect(offered.map((title) => title.split(' ').at(-1))).toEqual(['CSV', 'TEXT', 'ALL']);
    await screenshot('quick-fixes');
    await quickFixes.choose('CSV');
    await expect.poll(() => editorPane.text()).toContain('"file_discovery_type": "CSV"');
  });

  test('is fixed by one key where only one fix is right', async () => {
    const { editorPane, quickFixes } = editor().workbench;
    await editorPane.open('wrong.lfjob.json');
    await expect.poll(() => editorPane.squiggles('warning')).toBeGreaterThan(0);
    await editorPane.clickText('give_wirte');
    await quickFixes.applyByKey(async () => (await editorPane.text()).includes('"give_write": false'));
  });

  test('shows its schedule in words once it is right', async () => {
    const { editorPane, quickFixes, screenshot } = editor().workbench;
    await editorPane.open('wrong.lfjob.json');
    await expect.poll(() => editorPane.squiggles('error')).toBeGreaterThan(0);
    expect(await editorPane.text()).not.toContain('every day at 02:15');
    await editorPane.clickText('"1"');
    await quickFixes.applyByKey(async () => (await editorPane.text()).includes('every day at 02:15'));
    await screenshot('inlay-hints');
  });

  test('has no problem left that Fix All can fix', async () => {
    const { editorPane, problemsView, runCommand } = editor().workbench;
    await editorPane.open('wrong.lfjob.json');
    await problemsView.open();
    await expect.poll(codes).toContain('surplus-comma');
    await editorPane.focus();
    await runCommand('Fix All');
    // What is left asks the author: another name, which rate, which depth, what was meant.
    await expect
      .poll(codes)
      .toEqual(['wrong-form', 'out-of-range', 'hyphen-in-name', 'schedule-value', 'table-depth', 'unknown-property']);
  });
});

describe('a job that lacks its block', () => {
  const editor = jobEditorForSuite();

  test('gets it by a quick fix with its required properties, each to be typed over', async () => {
    const { editorPane, quickFixes, problemsView, screenshot } = editor().workbench;
    const { file } = await editor().workspace.addJob(
      'ranger_permissions',
      () => '{\n  "name": "job_1",\n  "type": "PERMISSION_MIGRATION",\n  "parameter": {}\n}\n',
    );
    await editorPane.open(file);
    await problemsView.open();
    await expect.poll(async () => (await problemsView.problems()).map(({ code }) => code)).toEqual(['missing-block']);
    await editorPane.focus();
    await editorPane.clickText('"parameter"');
    await quickFixes.applyByKey(async () =>
      (await editorPane.text()).includes('{\n    "permission_migration_parameter": {\n      "location": "obs://'),
    );
    // The first value is selected.
    await editorPane.type('obs://lake/policies');
    await expect.poll(() => editorPane.text()).toContain('"location": "obs://lake/policies",');
    const codes = async (): Promise<string[]> => (await problemsView.problems()).map(({ code }) => code);
    await expect.poll(async () => [...new Set(await codes())]).toEqual(['untouched-placeholder']);
    await screenshot('insert-block');
  });

  test('with properties in another order is sorted', async () => {
    const { editorPane, runCommand } = editor().workbench;
    const { file } = await editor().workspace.addJob(
      'ranger_permissions',
      () => '{\n  "type": "PERMISSION_MIGRATION",\n  "parameter": {},\n  "name": "job_1"\n}\n',
    );
    await editorPane.open(file);
    await expect.poll(() => editorPane.languageId()).toBe('lfjob');
    await runCommand('LakeFormation: Sort Properties');
    await expect
      .poll(() => editorPane.text())
      .toBe('{\n  "name": "job_1",\n  "type": "PERMISSION_MIGRATION",\n  "parameter": {}\n}\n');
  });
});
