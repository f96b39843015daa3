import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repositoryFolder } from '../../scripts/editor/repository.ts';
import { signIn } from '../editor/support/session.ts';
import { Animation } from './animation.ts';
import { framePicture, pictureEditor } from './pictureEditor.ts';

/** The size of the pictures, in CSS pixels. */
const [width, height] = [960, 640];

/** The largest animated picture, in bytes. */
const largest = 3_000_000;

const pictures = join(repositoryFolder, 'docs', 'images');

const editor = pictureEditor('dark', { 'editor.fontSize': 15, 'editor.lineHeight': 22 });

test('the pictures of the README: a job is typed, fixed, and submitted', async () => {
  const { page, service, workbench } = editor();
  const { dialogs, editorPane, notifications, quickFixes, runCommand, suggestWidget } = workbench;
  const animation = new Animation(page);
  await editorPane.open('sales_discovery.lfjob.json');
  await signIn(workbench, service);
  await framePicture(page, workbench, width, height);
  await runCommand('View: Close All Editors');
  await runCommand('LakeFormation: Open Practice Job');
  await editorPane.waitFor('nightly_sales.lfjob.json');
  await expect.poll(() => editorPane.squiggles('error')).toBeGreaterThan(3);
  await editorPane.goTo(1, 1);
  await animation.show(2000);

  // One mistake by its fix, the others by Fix All.
  await editorPane.goTo(7, 10);
  await animation.show(700);
  await quickFixes.open();
  await animation.show(1800);
  await page.screenshot({ path: join(pictures, 'editor.png') });
  await quickFixes.choose('Rename to "data_location"');
  await animation.show(1200);
  for (const [line, fix] of [
    [11, 'Insert ,'],
    [11, 'Replace with PARQUET'],
    [15, 'Replace with SCHEDULE'],
    [17, 'Replace with *'],
    [18, 'Replace with "2"'],
  ] as const) {
    await editorPane.goTo(line, 1);
    await page.keyboard.press('F8');
    await page.keyboard.press('Escape');
    await quickFixes.open();
    await quickFixes.choose(fix);
    await animation.show(600);
  }
  await expect.poll(() => editorPane.squiggles('error')).toBe(0);
  await animation.show(1500);

  // A property and its value, with the suggestions.
  await editorPane.goTo(12, 24);
  await page.keyboard.press('Enter');
  for (const character of 'sampl') {
    await page.keyboard.type(character);
    await animation.show(200);
  }
  await suggestWidget.waitUntilOpen();
  await animation.show(1500);
  await page.keyboard.press('Tab');
  await animation.show(1200);
  await page.keyboard.press('Escape');

  await editorPane.clickAction('Submit Job');
  await dialogs.waitFor('nightly_sales');
  await animation.show(2800);
  await dialogs.click('Submit');
  await notifications.waitFor('nightly_sales');
  await animation.show(3000);
  expect(await animation.write(join(pictures, 'editor.gif'))).toBeLessThan(largest);
});
