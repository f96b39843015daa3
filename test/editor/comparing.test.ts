import { describe, expect, test } from 'vitest';
import type { LocalService } from '../service/service.ts';
import { createJob, jobFrom } from '../support/remoteJobs.ts';
import { jobEditorForSuite } from './support/jobEditor.ts';
import type { AddedJob, JobWorkspace } from './support/jobWorkspace.ts';
import { signIn } from './support/session.ts';

const password = 'canary-of-comparing';

/** Adds a file with a reference, and puts a job into the service that differs from it. */
async function addDifferentJob(workspace: JobWorkspace, service: LocalService): Promise<AddedJob & { id: string }> {
  let job = '';
  const added = await workspace.addJob('hive_to_lake', (text) => {
    job = text.replace('"password": ""', `"password": "${password}"`).replace('"hive",', '"hive_old",');
    job = job.replace(/,\s*"network_type": "EIP"/, '').replace('"log_location"', '"default_owner": "hive", $&');
    return text.replace('"password": ""', '"password": "${secret:HIVE_PASSWORD}"');
  });
  return { ...added, id: createJob(service, jobFrom(job), 'local').id };
}

describe('a job of the service', () => {
  const editor = jobEditorForSuite();

  test('is compared with its file, taken into it in one step, and updated', async () => {
    const { workbench, workspace, service } = editor();
    const { editorPane, diffEditor, quickInput, dialogs, notifications, runCommand, screenshot } = workbench;
    const { file, name } = await addDifferentJob(workspace, service);
    await editorPane.open(file);
    const before = await editorPane.text();
    await signIn(workbench, service);
    await runCommand('LakeFormation: Compare with Job');
    await quickInput.waitFor('Select Job');
    await quickInput.choose(name);
    await diffEditor.waitFor('The comparison is open', (_, modified) => modified === before);
    const remote = await diffEditor.original();
    expect(remote).toBe(
      before
        .replace('"hive",\n        "password"', '"hive_old",\n        "password"')
        .replace(/\n( *)"locations"/, '\n$1"default_owner": "hive",$&')
        .replace(/,\s*"network_type": "EIP"/, ''),
    );
    await screenshot('comparison');
    await editorPane.clickAction('Take Remote Version');
    await diffEditor.waitFor('The remote version is taken', (original, modified) => original === modified);
    expect(await diffEditor.modified()).toBe(remote);
    await screenshot('remote-version-taken');
    await diffEditor.focus();
    await editorPane.press('ControlOrMeta+Z');
    await diffEditor.waitFor('The edit is undone', (_, modified) => modified === before);
    await editorPane.clickAction('Submit Job');
    await quickInput.waitFor('Secret HIVE_PASSWORD');
    await quickInput.paste(password);
    await quickInput.accept();
    const question = await dialogs.waitFor(`"${name}"`);
    expect(question.detail).toContain('Not in the document: default_owner.');
    await screenshot('update-review');
    await dialogs.click('Update');
    await notifications.waitFor('Updated');
    await diffEditor.waitFor('The job is as the document', (original, modified) => original === modified);
    expect(await diffEditor.modified()).toBe(before);
    expect(before).not.toContain(password);
  });

  test('is opened from its file, with what the service adds in the hover of the name', async () => {
    const { workbench, workspace, service } = editor();
    const { editorPane, hoverWidget, quickInput, problemsView, runCommand, screenshot } = workbench;
    const { file, name, id } = await addDifferentJob(workspace, service);
    await editorPane.open(file);
    await signIn(workbench, service);
    await runCommand('LakeFormation: Open Job');
    await quickInput.waitFor('Select Job');
    await quickInput.choose(name);
    await editorPane.waitFor(`${name} (local).lfjob.json`);
    const text = await editorPane.text();
    expect(Object.keys(jobFrom(text))).toEqual(['name', 'description', 'type', 'parameter']);
    expect(text).not.toContain('password');
    expect(await editorPane.languageId()).toBe('lfjob');
    expect([await editorPane.hasAction('Submit Job'), await editorPane.hasAction('Save as File…')]).toEqual([
      false,
      true,
    ]);
    expect(await hoverWidget.over(name, id)).toMatch(/Status:\sCreated\s\(CREATED\)/);
    await screenshot('opened-job');
    expect(await problemsView.problems()).toEqual([]);
  });
});
