import { expect } from 'vitest';
import { catalogOf } from '../../service/content.ts';
import type { StoredJob } from '../../service/jobs.ts';
import { pasteToken } from '../support/pasteToken.ts';
import { signOut } from '../support/session.ts';
import { sent, type Canary } from './canary.ts';

/** Runs the job that refers to secrets, which its log, its failure, its description, and the catalogs repeat. */
export async function run(canary: Canary): Promise<void> {
  const { marks, service, person, workbench, token } = canary;
  const { files, harmless, references, secrets } = marks;
  const { editorPane, diffEditor, suggestWidget, quickInput, dialogs, notifications, jobsTree, runCommand } = workbench;
  const { jobs, content } = service;
  const echo = sent(marks, token);
  /** Changes the job that the service has. */
  const change = (changed: (job: StoredJob) => void): void => jobs.all.slice(-1).forEach(changed);

  await person.openJob(files.referring);
  await signOut(workbench);
  await person.store(references.stored, secrets.stored);
  await person.store(references.askedFor, secrets.askedFor);
  await runCommand('LakeFormation: Submit and Run');
  await dialogs.waitFor(references.variable);
  await dialogs.click('Allow');
  await pasteToken(workbench, 'local', token);
  await dialogs.waitFor(references.stored);
  await dialogs.click('Submit and Run');
  await expect.poll(() => jobs.all.at(-1)?.status).toBe('RUNNING');

  change((job) => jobs.addToLog(job, `ERROR ${harmless.connection} ${echo}\nERROR ${encodeURIComponent(echo)}\n`));
  await runCommand('LakeFormation: Show Job Log');
  await editorPane.waitFor(`${harmless.name}.log`);
  await expect.poll(() => editorPane.text()).toContain(`ERROR ${harmless.connection} ••••••`);
  change((job) => jobs.end(job, 'FAILED', `no route for ${echo}`));
  await notifications.waitFor(`"${harmless.name}" failed`);
  await notifications.clear();
  await expect.poll(() => editorPane.text()).toContain('no route for ••••••');
  await jobsTree.open();
  await jobsTree.expand('local');
  await jobsTree.toggle(harmless.name);
  await expect.poll(() => jobsTree.labelsInSight()).toContainEqual(expect.stringMatching(/ · Failed$/));
  await editorPane.open(files.referring);
  await runCommand('LakeFormation: Show Job History');
  await quickInput.waitFor('Runs of');
  await quickInput.rows();
  await quickInput.cancel();

  change((job) => jobs.update(job, { ...job, description: `${harmless.description} ${echo}` }));
  await runCommand('LakeFormation: Open Job');
  await editorPane.waitFor(`${harmless.name} (local).lfjob.json`);
  await expect.poll(() => editorPane.text()).toContain(`${harmless.description} ••••••`);
  await editorPane.open(files.referring);
  await runCommand('LakeFormation: Compare with Job');
  await diffEditor.waitFor('The comparison is open', (original) => original.includes('••••••'));

  content.catalogs = [catalogOf('marked', `Sales ${token} ${secrets.stored}`), catalogOf(secrets.stored)];
  await runCommand('LakeFormation: Sign In');
  await pasteToken(workbench, 'local', token);
  await notifications.waitFor('Signed in');
  await notifications.clear();
  await editorPane.open(files.referring);
  await editorPane.clickText('"target_catalog": "', 'after');
  await expect
    .poll(async () => {
      await suggestWidget.trigger();
      const labels = await suggestWidget.labels();
      if (!labels.includes('marked')) await suggestWidget.cancel();
      return labels;
    })
    .toContain('marked');
  await suggestWidget.suggestions();
  await suggestWidget.cancel();
}
