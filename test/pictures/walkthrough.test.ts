import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repositoryFolder } from '../../scripts/editor/repository.ts';
import { signIn } from '../editor/support/session.ts';
import { framePicture, pictureEditor, themes } from './pictureEditor.ts';

/** The size of the pictures, in CSS pixels. */
const [width, height] = [760, 500];

/** Makes the pictures of the walkthrough's steps, by the steps' IDs in the manifest. */
describe.each(Object.keys(themes).filter((name) => name === 'dark' || name === 'light'))('%s', (theme) => {
  const editor = pictureEditor(theme);

  async function takePicture(step: string): Promise<void> {
    const path = join(repositoryFolder, 'images', 'walkthrough', `${step}-${theme}.png`);
    await editor().page.screenshot({ path });
  }

  test('connect', async () => {
    const { page, workbench } = editor();
    await workbench.editorPane.open('sales_discovery.lfjob.json');
    await framePicture(page, width, height);
    await workbench.runCommand('LakeFormation: Add Connection');
    await workbench.quickInput.waitFor('Add');
    await takePicture('connect');
    await workbench.quickInput.cancel();
  });

  test('signIn', async () => {
    const { page, workbench } = editor();
    await workbench.editorPane.open('sales_discovery.lfjob.json');
    await framePicture(page, width, height);
    await workbench.runCommand('LakeFormation: Sign In');
    await workbench.quickInput.waitFor('Sign in');
    await takePicture('signIn');
    await workbench.quickInput.cancel();
  });

  test('newJob', async () => {
    const { page, workbench } = editor();
    await workbench.editorPane.open('sales_discovery.lfjob.json');
    await framePicture(page, width, height);
    await workbench.runCommand('LakeFormation: New Job');
    await workbench.quickInput.choose('From Sample');
    await workbench.quickInput.type('Parquet');
    await page.getByText('"nightly_parquet"').first().waitFor();
    await takePicture('newJob');
    await workbench.quickInput.cancel();
  });

  test('fix', async () => {
    const { page, workbench } = editor();
    const { editorPane, runCommand } = workbench;
    await editorPane.open('sales_discovery.lfjob.json');
    await framePicture(page, width, height);
    await runCommand('LakeFormation: Open Practice Job');
    await editorPane.waitFor('nightly_sales.lfjob.json');
    await expect.poll(() => editorPane.squiggles('error')).toBeGreaterThan(3);
    // The mouse is where it chose the command, and a tooltip there takes the keys.
    await page.mouse.move(width - 1, height / 2);
    await editorPane.goTo(7, 10);
    // What the editor draws during this time closes the list: then it is requested once more.
    const fix = page.locator('.action-widget').getByText('Rename to "data_location"');
    await expect
      .poll(
        async () => {
          if (!(await fix.isVisible())) await page.keyboard.press('Control+.');
          return fix.isVisible();
        },
        { interval: 1000 },
      )
      .toBe(true);
    await takePicture('fix');
    await page.keyboard.press('Escape');
  });

  test('submit', async () => {
    const { page, service, workbench } = editor();
    const { dialogs, editorPane } = workbench;
    await editorPane.open('sales_discovery.lfjob.json');
    await signIn(workbench, service);
    await framePicture(page, width, height);
    await editorPane.clickAction('Submit Job');
    await dialogs.waitFor('sales_discovery');
    await takePicture('submit');
    await dialogs.cancel();
  });
});
