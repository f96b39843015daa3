import { beforeEach, describe, expect, test } from 'vitest';
import { sampleContent } from '../service/content.ts';
import { jobEditorForSuite } from './support/jobEditor.ts';
import { signIn, signOut } from './support/session.ts';

describe('a job of an instance', () => {
  const editor = jobEditorForSuite();

  beforeEach(() => {
    Object.assign(editor().service.content, sampleContent());
  });

  /** Opens a discovery, edited, while signed in. */
  async function openDiscovery(edit: (text: string) => string): Promise<void> {
    const { workbench, workspace, service } = editor();
    const { file } = await workspace.addJob('sales_discovery', edit);
    await workbench.editorPane.open(file);
    await signIn(workbench, service);
  }

  test('has its catalogs, databases, and folders suggested', async () => {
    const { workbench, page, service } = editor();
    const { editorPane, suggestWidget, screenshot } = workbench;
    await openDiscovery((text) =>
      text
        .replace('"target_catalog": "lake"', '"target_catalog": ""')
        .replace('"target_database": "sales"', '"target_database": ""')
        .replace('"data_location": "obs://lake-sales/raw"', '"data_location": ""')
        .replace('"log_location": "obs://lake-logs/discovery"', '"log_location": ""'),
    );
    const completed = async (property: string, label: string, name: string): Promise<void> => {
      await editorPane.clickText(`"${property}": "`, 'after');
      // The first request has the values read; they are there when it is asked again.
      await expect
        .poll(async () => {
          await suggestWidget.trigger();
          const labels = await suggestWidget.labels();
          if (!labels.includes(label)) await suggestWidget.cancel();
          return labels;
        })
        .toContain(label);
      await screenshot(name);
      await suggestWidget.accept(label);
    };
    await completed('target_catalog', 'lake', 'instance-catalogs');
    await expect.poll(() => editorPane.text()).toContain('"target_catalog": "lake"');
    await completed('target_database', 'sales', 'instance-databases');
    await expect.poll(() => editorPane.text()).toContain('"target_database": "sales"');
    await completed('data_location', 'obs://lake-sales/', 'instance-buckets');
    await expect.poll(() => editorPane.text()).toContain('"data_location": "obs://lake-sales/"');
    // The folders in the focused bucket are looked up ahead, so that they follow.
    await suggestWidget.waitUntilOpen();
    await expect.poll(() => suggestWidget.labels()).toEqual(['obs://lake-sales/archive/', 'obs://lake-sales/raw/']);
    await screenshot('instance-folders');
    await suggestWidget.accept('obs://lake-sales/raw/');
    await expect.poll(() => editorPane.text()).toContain('"data_location": "obs://lake-sales/raw/"');
    await suggestWidget.waitUntilOpen();
    await suggestWidget.cancel();
    // A service that is slow: the folders replace the message that there is nothing to suggest.
    const release = service.faults.hold('listObjects', 'before', Infinity);
    await editorPane.clickText('"log_location": "', 'after');
    await editorPane.type('obs://lake/warehouse/');
    await page.keyboard.press('Control+Space');
    await suggestWidget.message();
    release();
    await expect
      .poll(() => suggestWidget.labels())
      .toEqual(['obs://lake/warehouse/default.db/', 'obs://lake/warehouse/sales.db/']);
    await screenshot('instance-folders-typed');
    await suggestWidget.cancel();
    await signOut(workbench);
  });

  test('has a misspelled catalog marked, and fixed by one key', async () => {
    const { workbench } = editor();
    const { editorPane, quickFixes, screenshot } = workbench;
    await openDiscovery((text) => text.replace('"target_catalog": "lake"', '"target_catalog": "lke"'));
    await expect.poll(() => editorPane.squiggles('hint')).toBeGreaterThan(0);
    await editorPane.clickText('"lke"');
    await quickFixes.open();
    expect(await quickFixes.titles()).toContain('Replace with lake');
    await screenshot('instance-hint');
    await quickFixes.choose('Replace with lake');
    await expect.poll(() => editorPane.text()).toContain('"target_catalog": "lake"');
    await expect.poll(() => editorPane.squiggles('hint')).toBe(0);
    await signOut(workbench);
  });

  test('has its prerequisites checked', async () => {
    const { workbench, service } = editor();
    const { runCommand, dialogs, notifications, screenshot } = workbench;
    await openDiscovery((text) => text);
    await runCommand('LakeFormation: Check Prerequisites');
    await notifications.waitFor('All prerequisites are met in local');
    await screenshot('prerequisites-met');
    await notifications.clear();
    service.content.isAuthorized = false;
    service.content.buckets = [];
    await runCommand('LakeFormation: Check Prerequisites');
    await dialogs.waitFor('Jobs aren’t authorized');
    await screenshot('prerequisites-missing');
    await dialogs.cancel();
    await signOut(workbench);
  });
});
