import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { jobEditorForSuite } from './support/jobEditor.ts';
import { signIn } from './support/session.ts';

const referring = `{
  "name": "hive_to_lake",
  "type": "METADATA_MIGRATION",
  "parameter": {
    "metadata_migration_parameter": {
      "datasource_parameter": {
        "password": "\${secret:HIVE_PASSWORD}"
      },
      "locations": [
        { "key": "oss://a", "value": "obs://b" },
        { "key": "oss://c", "value": "obs://d" }
      ]
    }
  }
}
`;

describe('finding one’s way in a job', () => {
  const editor = jobEditorForSuite(async ({ folder }) => {
    await writeFile(join(folder, 'referring.lfjob.json'), referring);
    return {};
  });

  test('the breadcrumbs and Go to Symbol name an element by what it is', async () => {
    const { editorPane, breadcrumbs, quickInput, screenshot } = editor().workbench;
    await editorPane.open('referring.lfjob.json');
    await editorPane.clickText('obs://d');
    await expect
      .poll(() => breadcrumbs.names())
      .toEqual(['referring.lfjob.json', 'parameter', 'metadata_migration_parameter', 'locations', 'oss://c → obs://d']);
    await editorPane.press('ControlOrMeta+Shift+O');
    await expect
      .poll(async () => (await quickInput.rows()).map(({ label }) => label.trim()))
      .toContain('oss://a → obs://b');
    await screenshot('symbols');
  });

  test('Go to Symbol in Workspace finds a job by its name', async () => {
    const { editorPane, quickInput, screenshot } = editor().workbench;
    await editorPane.open('referring.lfjob.json');
    await editorPane.press('ControlOrMeta+P');
    await quickInput.paste('#salesdisc');
    await expect
      .poll(async () => (await quickInput.rows()).map(({ label }) => label.trim()))
      .toEqual(['sales_discovery']);
    await screenshot('job-symbols');
    await quickInput.accept();
    await editorPane.waitFor('sales_discovery.lfjob.json');
    await expect.poll(() => editorPane.caret()).toContain('Ln 2, Col 11');
  });

  test('the type and the block lead to their pages', async () => {
    const { editorPane, hoverWidget, screenshot } = editor().workbench;
    await editorPane.open('referring.lfjob.json');
    const page = editor().page;
    await expect
      .poll(() => page.locator('.view-line .detected-link').allInnerTexts())
      .toEqual(['METADATA_MIGRATION', 'metadata_migration_parameter']);
    expect(await hoverWidget.over('metadata_migration_parameter', 'Migrating Metadata')).toContain('ctrl + click');
    await screenshot('links');
  });

  test('Copy JSON Path copies what can be pasted, and shows it in the status bar', async () => {
    const { editorPane, clipboard, runCommand } = editor().workbench;
    await editorPane.open('referring.lfjob.json');
    await editorPane.clickText('oss://c');
    await runCommand('LakeFormation: Copy JSON Path');
    const path = '$.parameter.metadata_migration_parameter.locations[1].key';
    await expect.poll(() => clipboard.read()).toBe(path);
    await editor().page.locator('.statusbar-item').filter({ hasText: path }).waitFor();
    await editorPane.chooseFromContextMenu('HIVE_PASSWORD', 'Copy JSON Path');
    await expect
      .poll(() => clipboard.read())
      .toBe('$.parameter.metadata_migration_parameter.datasource_parameter.password');
  });

  test('the language status shows the edition of the API', async () => {
    const { editorPane, languageStatus, screenshot } = editor().workbench;
    await editorPane.open('sales_discovery.lfjob.json');
    await expect.poll(() => languageStatus.open()).toEqual([expect.stringContaining('2024')]);
    await screenshot('language-status');
    await languageStatus.close();
  });
});

describe('above a job', () => {
  const editor = jobEditorForSuite(({ launchOptions: { userSettings } }) => ({
    userSettings: { ...userSettings, 'editor.codeLens': true },
  }));

  test('Submit does what Submit Job does', async () => {
    const { editorPane, codeLenses, quickInput } = editor().workbench;
    await editorPane.open('sales_discovery.lfjob.json');
    await codeLenses.click('Submit');
    await quickInput.waitFor('Sign in to local');
  });

  test('Preview Request opens the preview, and the documentation is that of the type', async () => {
    const { editorPane, codeLenses, screenshot } = editor().workbench;
    await editorPane.open('hive_to_lake.lfjob.json');
    await expect
      .poll(() => codeLenses.titles())
      .toEqual([
        expect.stringContaining('Submit'),
        expect.stringContaining('Run'),
        expect.stringContaining('Preview'),
        expect.stringContaining('Migrating Metadata'),
      ]);
    await screenshot('code-lenses');
    await codeLenses.click('Preview Request');
    await editorPane.waitFor('hive_to_lake.request.http');
  });

  test('the state of its job is shown, and that it has changed since it was submitted', async () => {
    const { workbench, workspace, service } = editor();
    const { editorPane, codeLenses, dialogs, notifications, quickInput, screenshot } = workbench;
    const { file, name } = await workspace.addJob('sales_discovery');
    await editorPane.open(file);
    await signIn(workbench, service);
    await codeLenses.click('Submit');
    await dialogs.click('Submit');
    await notifications.waitFor('Created');
    await notifications.clear();
    await expect.poll(() => codeLenses.titles()).toContainEqual(expect.stringMatching(/^○ Next run: /));
    await editorPane.goTo(1, 2);
    await editorPane.type(' ');
    await expect.poll(() => codeLenses.titles()).toContain('Changed since submission');
    await screenshot('code-lens-submitted');
    const state = (await codeLenses.titles()).find((title) => title.startsWith('○')) ?? '';
    await codeLenses.click(state);
    await quickInput.waitFor(name);
    await quickInput.cancel();
  });
});

describe('above a job in a workspace that turns the lenses off', () => {
  const editor = jobEditorForSuite(({ launchOptions: { userSettings } }) => ({
    userSettings: { ...userSettings, 'editor.codeLens': true },
  }));

  test('nothing is shown any more', async () => {
    const { editorPane, codeLenses } = editor().workbench;
    await editorPane.open('sales_discovery.lfjob.json');
    await expect.poll(() => codeLenses.titles()).toHaveLength(4);
    const folder = join(editor().workspace.folder, '.vscode');
    await mkdir(folder);
    await writeFile(join(folder, 'settings.json'), '{ "lakeformation.codeLens.enabled": false }');
    await expect.poll(() => codeLenses.titles()).toEqual([]);
  });
});
