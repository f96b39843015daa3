import { expect, test } from 'vitest';
import { jobEditorForSuite } from './support/jobEditor.ts';
import { signIn } from './support/session.ts';

const editor = jobEditorForSuite();

test('the walkthrough opens what a step is about, and completes it by itself', async () => {
  const { page, service, workbench } = editor();
  const { dialogs, editorPane, notifications, problemsView, quickInput, runCommand, screenshot, walkthrough } =
    workbench;
  await walkthrough.open('Get Started with LakeFormation Jobs');
  expect(await walkthrough.steps()).toEqual([
    'Add a connection',
    'Sign in',
    'Create a job from a sample',
    'Fix a mistake',
    'Submit the job',
  ]);
  // The workspace has a connection already.
  await expect.poll(() => walkthrough.completed()).toEqual(['Add a connection']);
  await walkthrough.select('Fix a mistake');
  await screenshot('walkthrough');
  await walkthrough.press('Open Practice Job');
  await editorPane.waitFor('nightly_sales.lfjob.json');
  await problemsView.open();
  await expect.poll(async () => (await problemsView.problems()).length).toBeGreaterThan(4);
  const fixes: readonly [wrong: string, right: string][] = [
    ['data_loction', 'data_location'],
    ['"UPSERT"\n', '"UPSERT",\n'],
    ['PARQET', 'PARQUET'],
    ['SCHEDULED', 'SCHEDULE'],
    ['"execute_day": "1"', '"execute_day": "*"'],
  ];
  const text = await editorPane.text();
  await editorPane.replaceAll(fixes.reduce((fixed, [wrong, right]) => fixed.replace(wrong, right), text));

  await walkthrough.open('Get Started with LakeFormation Jobs');
  await expect.poll(() => walkthrough.completed()).toEqual(['Add a connection', 'Fix a mistake']);
  await walkthrough.select('Create a job from a sample');
  await walkthrough.press('New Job from Sample');
  await quickInput.waitFor('Select a sample');
  const sample = page.getByRole('tab', { name: 'hive_mrs_rds_mysql_peering' });
  await sample.waitFor();
  await quickInput.cancel();
  // Closing the sample takes the focus, which closes a list.
  await sample.waitFor({ state: 'detached' });
  await editorPane.open('sales_discovery.lfjob.json');
  await signIn(workbench, service);
  await walkthrough.open('Get Started with LakeFormation Jobs');
  await expect
    .poll(() => walkthrough.completed())
    .toEqual(['Add a connection', 'Sign in', 'Create a job from a sample', 'Fix a mistake']);

  // The job is in a tab behind the walkthrough, and so is the practice job.
  await walkthrough.select('Submit the job');
  await walkthrough.press('Submit Job');
  await quickInput.waitFor('Select a job');
  await quickInput.choose('sales_discovery.lfjob.json');
  // The dialog may have the keyboard before the editor does.
  await dialogs.waitFor('sales_discovery');
  expect(await editorPane.name()).toBe('sales_discovery.lfjob.json');
  await dialogs.cancel();
  await walkthrough.open('Get Started with LakeFormation Jobs');
  expect(await walkthrough.completed()).not.toContain('Submit the job');
  await editorPane.open('sales_discovery.lfjob.json');
  await editorPane.clickAction('Submit Job');
  await dialogs.waitFor('sales_discovery');
  await dialogs.click('Submit');
  await notifications.waitFor('Created "sales_discovery"');
  await walkthrough.open('Get Started with LakeFormation Jobs');
  await expect.poll(() => walkthrough.completed()).toContain('Submit the job');
  await runCommand('View: Close All Editors');
});
