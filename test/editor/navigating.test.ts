import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { editorForSuite } from './harness/editorForSuite.ts';
import { createJobWorkspace, type JobWorkspace } from './support/jobWorkspace.ts';

const patience = { timeout: 30_000 };

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
  let workspace: JobWorkspace;
  const editor = editorForSuite(async () => {
    workspace = await createJobWorkspace();
    await writeFile(join(workspace.folder, 'referring.lfjob.json'), referring);
    return workspace.launchOptions;
  });
  afterAll(async () => workspace.remove());

  test('the breadcrumbs and Go to Symbol name an element by what it is', async () => {
    const { editorPane, breadcrumbs, quickInput, screenshot } = editor().workbench;
    await editorPane.open('referring.lfjob.json');
    await editorPane.clickText('obs://d');
    await expect
      .poll(async () => breadcrumbs.names(), patience)
      .toEqual([
        'referring.lfjob.json',
        'parameter',
        'metadata_migration_parameter',
        'locations',
        'oss://c → obs://d',
        'value',
      ]);
    await editorPane.press('ControlOrMeta+Shift+O');
    await expect
      .poll(async () => (await quickInput.rows()).map(({ label }) => label.trim()), patience)
      .toContain('oss://a → obs://b');
    await screenshot('symbols');
    await quickInput.cancel();
  });

  test('the hover of a reference says where its value comes from', async () => {
    const { editorPane, hoverWidget, screenshot } = editor().workbench;
    await editorPane.open('referring.lfjob.json');
    const text = await hoverWidget.over('secret:HIVE_PASSWORD', 'reference to a secret');
    expect(text).toContain('Stands for the secret HIVE_PASSWORD in VS Code’s secret storage');
    expect(text).toContain('Creating a Job, 2024 edition');
    await screenshot('hover-reference');
    await hoverWidget.leave();
  });

  test('the type and the block lead to their pages', async () => {
    const { editorPane, hoverWidget, screenshot } = editor().workbench;
    await editorPane.open('referring.lfjob.json');
    const page = editor().page;
    await expect
      .poll(async () => page.locator('.view-line .detected-link').allInnerTexts(), patience)
      .toEqual(['METADATA_MIGRATION', 'metadata_migration_parameter']);
    const text = await hoverWidget.over('metadata_migration_parameter', 'Migrating Metadata');
    expect(text).toContain('ctrl + click');
    await screenshot('links');
    await hoverWidget.leave();
  });

  test('Copy JSON Path copies what can be pasted, and says so', async () => {
    const { editorPane, clipboard, runCommand, screenshot } = editor().workbench;
    await editorPane.open('referring.lfjob.json');
    await editorPane.clickText('oss://c');
    await runCommand('LakeFormation: Copy JSON Path');
    const path = '$.parameter.metadata_migration_parameter.locations[1].key';
    await expect.poll(async () => clipboard.read(), patience).toBe(path);
    await editor()
      .page.locator('.statusbar-item')
      .filter({ hasText: `Copied: ${path}` })
      .waitFor();
    await screenshot('json-path');
    await editorPane.chooseFromContextMenu('HIVE_PASSWORD', 'Copy JSON Path');
    await expect
      .poll(async () => clipboard.read(), patience)
      .toBe('$.parameter.metadata_migration_parameter.datasource_parameter.password');
  });

  test('Expand Selection goes from a text to its member, the members, the block and the array', async () => {
    const { editorPane } = editor().workbench;
    await editorPane.open('referring.lfjob.json');
    await editorPane.clickText('obs://b');
    const carets = [await editorPane.caret()];
    for (let step = 0; step < 8; step++) {
      await editorPane.press('Shift+Alt+ArrowRight');
      await expect.poll(async () => editorPane.caret(), patience).not.toBe(carets.at(-1));
      carets.push(await editorPane.caret());
    }
    const lengths = carets.map((caret) => Number(/\((\d+) selected\)/.exec(caret)?.[1] ?? 0));
    const texts = [
      'obs://b',
      '"obs://b"',
      '"value": "obs://b"',
      '"key": "oss://a", "value": "obs://b"',
      '{ "key": "oss://a", "value": "obs://b" }',
      // The editor's own: what stands on the line.
      '{ "key": "oss://a", "value": "obs://b" },',
    ];
    expect(lengths).toEqual([0, ...texts.map(({ length }) => length), 90, 98]);
  });

  test('the language status tells the edition', async () => {
    const { editorPane, languageStatus, screenshot } = editor().workbench;
    const edition = 'API edition 2024 newer members are known and marked';
    await editorPane.open('sales_discovery.lfjob.json');
    await expect.poll(async () => languageStatus.open(), patience).toEqual([edition]);
    await screenshot('language-status');
    await languageStatus.close();
  });
});

describe('above a job', () => {
  let workspace: JobWorkspace;
  const editor = editorForSuite(async () => {
    workspace = await createJobWorkspace();
    const { userSettings } = workspace.launchOptions;
    return { ...workspace.launchOptions, userSettings: { ...userSettings, 'editor.codeLens': true } };
  });
  afterAll(async () => workspace.remove());

  test('Submit asks what Submit Job asks, and a page is named', async () => {
    const { editorPane, codeLenses, quickInput, screenshot } = editor().workbench;
    await editorPane.open('sales_discovery.lfjob.json');
    await expect
      .poll(async () => codeLenses.titles(), patience)
      .toEqual(['Submit', 'Preview Request', 'Documentation: Creating a Job']);
    await screenshot('code-lenses');
    await codeLenses.click('Preview Request');
    await editorPane.waitFor('sales_discovery.request.http');
    await editorPane.close();
    await codeLenses.click('Submit');
    await quickInput.waitFor('Sign in to local');
    await quickInput.cancel();
  });

  test('the page follows the type', async () => {
    const { editorPane, codeLenses } = editor().workbench;
    await editorPane.open('hive_to_lake.lfjob.json');
    await expect.poll(async () => codeLenses.titles(), patience).toContain('Documentation: Migrating Metadata');
  });

  test('nothing is shown once the setting is off', async () => {
    const { editorPane, codeLenses } = editor().workbench;
    await editorPane.open('sales_discovery.lfjob.json');
    await expect.poll(async () => codeLenses.titles(), patience).toHaveLength(3);
    await mkdir(join(workspace.folder, '.vscode'));
    await writeFile(join(workspace.folder, '.vscode/settings.json'), '{ "lakeformation.codeLens.enabled": false }');
    await expect.poll(async () => codeLenses.titles(), patience).toEqual([]);
  });
});
