import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { StoredJob } from '../service/jobs.ts';
import type { LocalService } from '../service/service.ts';
import { jobEditorForSuite, type JobEditor } from './support/jobEditor.ts';
import { pasteToken } from './support/pasteToken.ts';

describe('the view Jobs', () => {
  const editor = jobEditorForSuite();

  test('asks to sign in, and lists the jobs with their last runs, which lead to the log', async () => {
    const { workbench, service } = editor();
    const { jobsTree, screenshot } = workbench;
    addJobs(service);
    await jobsTree.open();
    await expect.poll(() => jobsTree.labelsInSight()).toEqual(['local', 'Sign in to see the jobs']);
    await screenshot('jobs-signed-out');
    await signInFromView(editor());
    await expect
      .poll(() => jobsTree.labelsInSight())
      .toEqual(['local', 'events_discovery', 'crm_migration', 'never_run']);
    const spoken = (await jobsTree.rows()).map((row) => row.spoken);
    expect(spoken).toContainEqual(expect.stringMatching(/^crm_migration, Failed, just now, metadata migration/));
    await jobsTree.toggle('crm_migration');
    await expect.poll(() => jobsTree.labelsInSight()).toContainEqual(expect.stringMatching(/ · Failed$/));
    expect(await jobsTree.menuOf('crm_migration')).toEqual([
      'Open Job',
      'Compare with Job',
      'Save as File…',
      'Start Job',
      'Show Job Log',
      'Show Job History',
      'Copy Job ID',
      'Delete Job',
    ]);
    await screenshot('jobs');
  });

  test('filters 2,000 jobs by name', async () => {
    const { workbench, service } = editor();
    const { jobsTree, quickInput, screenshot } = workbench;
    for (let index = 0; index < 2_000; index++) create(service, `job_${index}`);
    await jobsTree.open();
    await signInFromView(editor());
    await expect.poll(() => jobsTree.labelsInSight()).toContainEqual(expect.stringMatching(/^job_/));
    await workbench.runCommand('LakeFormation: Filter Jobs');
    await quickInput.choose('Name');
    await quickInput.type('job_1999');
    await quickInput.accept();
    await expect.poll(() => jobsTree.labelsInSight()).toEqual(['local', 'job_1999']);
    expect(await jobsTree.message()).toContain('"job_1999"');
    await screenshot('jobs-filtered');
    await workbench.runCommand('LakeFormation: Clear Job Filter');
    await expect.poll(async () => (await jobsTree.labelsInSight()).length).toBeGreaterThan(10);
  });

  test('shows a log that grows while it is read, masked, at its end', async () => {
    const { workbench, service } = editor();
    const { jobsTree, editorPane, screenshot } = workbench;
    const job = create(service, 'nightly');
    const secret = `canary-${randomUUID()}`;
    service.jobs.start(job);
    log(service, job, 'INFO  Copied a table\n'.repeat(200));
    await jobsTree.open();
    const token = await signInFromView(editor());
    await jobsTree.clickAction('nightly', 'Show Job Log');
    await editorPane.waitFor('nightly.log');
    expect(await editorPane.languageId()).toBe('log');
    await expect.poll(() => linesInSight(editor())).toContainEqual(expect.stringContaining('Copied a table'));
    log(service, job, `ERROR refused ${token}\n`);
    await expect.poll(() => linesInSight(editor())).toContain('ERROR refused ••••••');
    // The log has 202 lines, and an empty one at its end, where the cursor is.
    await expect.poll(() => cursorPosition(editor())).toMatch(/^Ln 203,/);
    await editorPane.press('ControlOrMeta+Home');
    await expect.poll(() => cursorPosition(editor())).toBe('Ln 1, Col 1');
    await expect.poll(() => linesInSight(editor())).toContainEqual(expect.stringContaining('RUNNING'));
    const height = await editorPane.height();
    log(service, job, `INFO  Last ${secret}\n`);
    const end = service.jobs.get(job.id);
    if (end) service.jobs.end(end, 'FAILED', 'no route');
    // The reader is at the beginning, and stays there. Reading the whole text would scroll to its end.
    await expect.poll(() => editorPane.height()).toBe(height + 2);
    expect(await linesInSight(editor())).toContainEqual(expect.stringContaining('RUNNING'));
    await screenshot('jobs-log');
    expect(await editorPane.text()).toContain('FAILED: no route');
  });

  test('deletes the jobs that are selected, and keeps one that runs', async () => {
    const { workbench, service } = editor();
    const { jobsTree, dialogs, notifications, screenshot } = workbench;
    for (const name of ['one', 'two', 'three']) create(service, name);
    const running = create(service, 'running');
    service.jobs.start(running);
    await jobsTree.open();
    await signInFromView(editor());
    await jobsTree.select('one', 'two', 'running');
    await jobsTree.press('Delete');
    await dialogs.waitFor('Delete 3 jobs from local?');
    await screenshot('jobs-delete');
    await dialogs.click('Delete');
    expect((await notifications.waitFor('2 deleted, 1 skipped')).severity).toBe('warning');
    await expect
      .poll(async () => new Set(await jobsTree.labelsInSight()))
      .toEqual(new Set(['local', 'running', 'three']));
    expect(service.jobs.all.map(({ name }) => name)).toEqual(['three', 'running']);
  });
});

function create({ jobs }: LocalService, name: string): StoredJob {
  return jobs.create({ name, type: 'METADATA_DISCOVERY', description: '', parameter: {} });
}

function addJobs({ jobs }: LocalService): void {
  jobs.create({ name: 'never_run', type: 'PERMISSION_MIGRATION', description: '', parameter: {} });
  const failed = jobs.create({ name: 'crm_migration', type: 'METADATA_MIGRATION', description: '', parameter: {} });
  jobs.end(jobs.start(failed), 'FAILED', 'no route to the source');
  const running = jobs.create({ name: 'events_discovery', type: 'METADATA_DISCOVERY', description: '', parameter: {} });
  jobs.start(running);
}

function log({ jobs }: LocalService, { id }: StoredJob, text: string): void {
  const job = jobs.get(id);
  if (job) jobs.addToLog(job, text);
}

/** Signs in by the row that the view has for that, unless somebody is signed in. Returns the token. */
async function signInFromView({ workbench, service }: JobEditor): Promise<string> {
  const token = service.tokens.issue();
  const { jobsTree, notifications } = workbench;
  const isSignedOut = (await jobsTree.labelsInSight()).includes('Sign in to see the jobs');
  if (isSignedOut) await jobsTree.click('Sign in to see the jobs');
  else await workbench.runCommand('LakeFormation: Sign In');
  await pasteToken(workbench, 'local', token);
  await notifications.waitFor('Signed in with a token');
  await notifications.clear();
  if (!isSignedOut) await workbench.runCommand('LakeFormation: Refresh Jobs');
  await jobsTree.open();
  return token;
}

/** The position of the cursor in the status bar. */
async function cursorPosition({ page }: JobEditor): Promise<string> {
  return page.locator('[id="status.editor.selection"]').innerText();
}

/** The lines of the active editor in sight. */
async function linesInSight({ page }: JobEditor): Promise<string[]> {
  const lines = await page.locator('.part.editor .editor-group-container.active .view-line').allInnerTexts();
  return lines.map((line) => line.replaceAll('\u00a0', ' '));
}
