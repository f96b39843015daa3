import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { jobEditorForSuite } from './support/jobEditor.ts';

describe('editing a job', () => {
  const editor = jobEditorForSuite();

  test('a job file is a LakeFormation Job, without a problem, and can be submitted', async () => {
    const { editorPane, problemsView } = editor().workbench;
    await editorPane.open('sales_discovery.lfjob.json');
    expect(await editorPane.languageId()).toBe('lfjob');
    expect(await editorPane.languageName()).toBe('LakeFormation Job');
    await expect.poll(() => editorPane.hasAction('Submit Job')).toBe(true);
    await problemsView.open();
    await expect.poll(() => problemsView.problems()).toEqual([]);
  });

  test('a hover over an enumeration lists its values, the current one marked', async () => {
    const { editorPane, hoverWidget, screenshot } = editor().workbench;
    await editorPane.open('sales_discovery.lfjob.json');
    const text = await hoverWidget.over('execute_strategy', 'MANNUAL');
    expect(text).toMatch(/^.*SCHEDULE — .*← current$/m);
    expect(text).toMatch(/^.*MANNUAL — /m);
    await screenshot('hover');
  });

  test('a wrong value is one problem, ours, at the value; the built-in JSON server reports nothing', async () => {
    const { editorPane, problemsView, screenshot } = editor().workbench;
    const { file } = await editor().workspace.addJob('sales_discovery', (job) =>
      job.replace('INCREMENTAL_DISCOVERY', 'INCREMENTAL_DISCOVERYS'),
    );
    await editorPane.open(file);
    await problemsView.open();
    await expect
      .poll(() => problemsView.problems())
      .toMatchObject([{ file, severity: 'error', source: 'lfjob', code: 'unknown-value', line: 24, column: 29 }]);
    await screenshot('problems');
    await editorPane.focus();
    await editorPane.clickText('INCREMENTAL_DISCOVERYS', 'after');
    await editorPane.press('Backspace');
    await expect.poll(() => problemsView.problems()).toEqual([]);
  });

  test('a property is completed with its value, and the comma before it', async () => {
    const { editorPane, suggestWidget, screenshot } = editor().workbench;
    const { file } = await editor().workspace.addJob('ranger_permissions');
    await editorPane.open(file);
    await editorPane.clickText('"role_prefix": "ranger_"', 'after');
    await editorPane.press('Enter');
    await editorPane.type('"');
    await suggestWidget.waitUntilOpen();
    await expect
      .poll(() => suggestWidget.labels())
      .toEqual(['user_prefix', 'user_suffix', 'group_prefix', 'group_suffix', 'role_suffix']);
    await suggestWidget.focus('role_suffix');
    expect(await suggestWidget.documentation()).toContain('names of converted roles');
    await screenshot('completion');
    await suggestWidget.accept('role_suffix');
    await expect
      .poll(() => editorPane.text())
      .toContain('        "role_prefix": "ranger_",\n        "role_suffix": "_ranger"\n      }');
  });

  test('lfjob.config.json sets the severities of a folder, and which of its JSON files are jobs', async () => {
    const { workbench, workspace } = editor();
    const { editorPane, problemsView } = workbench;
    const folder = join(workspace.folder, 'configured');
    await mkdir(folder);
    await writeFile(join(folder, 'nightly.json'), '{ "nam": "nightly" }');
    await editorPane.open('sales_discovery.lfjob.json');
    await expect.poll(() => editorPane.hasAction('Submit Job')).toBe(true);
    await editorPane.open('configured/nightly.json');
    expect(await editorPane.languageId()).toBe('json');
    const rules = { 'missing-property': 'off', 'unknown-property': 'hint' };
    await writeFile(join(folder, 'lfjob.config.json'), JSON.stringify({ rules, files: ['*.json'] }));
    await expect.poll(() => editorPane.languageId()).toBe('lfjob');
    await problemsView.open();
    await expect.poll(() => problemsView.problems()).toEqual([]);
    rules['unknown-property'] = 'error';
    await writeFile(join(folder, 'lfjob.config.json'), JSON.stringify({ rules, files: ['*.json'] }));
    await expect
      .poll(() => problemsView.problems())
      .toMatchObject([{ file: 'nightly.json', severity: 'error', code: 'unknown-property' }]);
    await editorPane.focus();
    await editorPane.close();
    await expect.poll(() => problemsView.problems()).toEqual([]);
    await editorPane.open('configured/nightly.json');
    await expect.poll(() => editorPane.languageId()).toBe('lfjob');
  });
});

describe('editing a job, the extension running in a web worker', () => {
  const editor = jobEditorForSuite(() => ({ extensionHost: 'web' }));

  test('hover, completion, and problems are those of the node host', async () => {
    const { editorPane, hoverWidget, suggestWidget, problemsView } = editor().workbench;
    const { file } = await editor().workspace.addJob('sales_discovery');
    await editorPane.open(file);
    expect(await hoverWidget.over('execute_strategy', 'MANNUAL')).toContain('← current');
    await editorPane.clickText('INCREMENTAL_DISCOVERY');
    await suggestWidget.trigger();
    await expect.poll(() => suggestWidget.labels()).toEqual(['FULL_DISCOVERY', 'INCREMENTAL_DISCOVERY']);
    await suggestWidget.cancel();
    await editorPane.clickText('INCREMENTAL_DISCOVERY', 'after');
    await editorPane.type('S');
    await problemsView.open();
    await expect
      .poll(() => problemsView.problems())
      .toMatchObject([{ severity: 'error', source: 'lfjob', code: 'unknown-value' }]);
  });

  test('the submissions of all windows are read', async () => {
    const { notifications, runCommand } = editor().workbench;
    await runCommand('LakeFormation: Show Submissions');
    await notifications.waitFor('No jobs have been submitted');
  });
});
