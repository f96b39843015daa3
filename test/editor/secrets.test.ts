import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { jobWithProperties } from '../support/jobs.ts';
import { jobEditorForSuite } from './support/jobEditor.ts';
import { signIn } from './support/session.ts';

const jdbcUrl = 'jdbc:mysql://192.168.0.10:3306/hivemeta';
const hiveJob = (password: string): string =>
  jobWithProperties('datasource_parameter', `"jdbc_url": "${jdbcUrl}", "password": "${password}"`);

describe('a secret of a job', () => {
  /** The value of an environment variable. */
  const variable = `c4n4ry-${randomUUID()}`;
  const editor = jobEditorForSuite(() => ({ env: { LFJOB_WORD: variable } }));

  /** Stores a secret under a name that no other test uses. */
  async function store(name: string, value: string): Promise<void> {
    const { quickInput, notifications, runCommand } = editor().workbench;
    await runCommand('LakeFormation: Set Secret');
    await quickInput.waitFor('Set Secret');
    await quickInput.paste(name);
    await quickInput.accept();
    await quickInput.waitFor(`Secret ${name}`);
    await quickInput.paste(value);
    await quickInput.accept();
    await notifications.waitFor(name);
    await notifications.clear();
  }

  /** Opens a job with a password, which is a secret or a reference to one, and that Submit Job can be run on. */
  async function open(password: string): Promise<string> {
    const { editorPane } = editor().workbench;
    const { file } = await editor().workspace.addJob('hive_to_lake', () => hiveJob(password));
    await editorPane.open(file);
    await expect.poll(() => editorPane.languageId()).toBe('lfjob');
    return file;
  }

  test('is moved into the secret storage by the light bulb, and the text has the reference', async () => {
    const { editorPane, quickFixes, quickInput, notifications, screenshot } = editor().workbench;
    const secret = `c4n4ry-${randomUUID()}`;
    const file = await open(secret);
    await expect.poll(() => editorPane.squiggles('warning')).toBeGreaterThan(0);
    await editorPane.clickText(secret);
    await quickFixes.open();
    const [move = '', replace] = await quickFixes.titles();
    expect(move.toLowerCase()).toContain('secret storage');
    expect(replace?.toLowerCase()).toContain('environment variable');
    await screenshot('move-secret-light-bulb');
    await quickFixes.choose(move);
    await expect.poll(() => quickInput.value()).toBe('HIVE_PASSWORD');
    await screenshot('move-secret-name');
    await quickInput.retype('MOVED');
    await quickInput.accept();
    await expect.poll(() => editorPane.text()).toContain('"password": "${secret:MOVED}"');
    await notifications.waitFor('MOVED');
    await screenshot('move-secret-done');
    expect(await editorPane.text()).not.toContain(secret);
    await editorPane.focus();
    await editorPane.save();
    expect(await editorPane.savedText(file)).not.toContain(secret);
  });

  test('is suggested by its name, and its hover shows whether it is stored', async () => {
    const { editorPane, suggestWidget, hoverWidget, screenshot } = editor().workbench;
    await store('SUGGESTED', randomUUID());
    await open('');
    await editorPane.clickText('"password": "', 'after');
    await suggestWidget.trigger();
    await expect.poll(() => suggestWidget.labels()).toContain('${secret:SUGGESTED}');
    await screenshot('secret-suggested');
    await suggestWidget.accept('${secret:SUGGESTED}');
    await expect.poll(() => editorPane.text()).toBe(hiveJob('${secret:SUGGESTED}'));
    const stored = await hoverWidget.over('secret:SUGGESTED', 'SUGGESTED');
    await screenshot('secret-hover');
    await open('${secret:NOT_STORED}');
    const missing = await hoverWidget.over('secret:NOT_STORED', 'NOT_STORED');
    expect(missing.replaceAll('NOT_STORED', 'SUGGESTED')).not.toBe(stored);
  });

  test('reaches the service in the place of its reference, which the confirmation names', async () => {
    const { workbench, service } = editor();
    const { editorPane, dialogs, screenshot } = workbench;
    const secret = randomUUID();
    await store('FILLED_IN', secret);
    await open('${secret:FILLED_IN}');
    await signIn(workbench, service);
    await editorPane.clickAction('Submit Job');
    const question = await dialogs.waitFor('${secret:FILLED_IN}');
    expect(question.detail).toContain('${secret:FILLED_IN}');
    expect(question.detail).toContain('password → mysql://192.168.0.10');
    await screenshot('secret-confirmation');
    await dialogs.click('Submit');
    await service.requests.waitFor('createJob');
    expect(service.requests.of('createJob').map(({ body }) => body)).toEqual([hiveJob(secret)]);
    expect(await editorPane.text()).toContain('${secret:FILLED_IN}');
    expect(await editorPane.isDirty()).toBe(false);
  });

  test('that goes to another host than before is asked about with a warning, which names both', async () => {
    const { workbench, workspace, service } = editor();
    const { editorPane, dialogs, screenshot } = workbench;
    await store('MOVED_AWAY', randomUUID());
    await open('${secret:MOVED_AWAY}');
    await signIn(workbench, service);
    await editorPane.clickAction('Submit Job');
    await dialogs.waitFor('${secret:MOVED_AWAY}');
    await dialogs.click('Submit');
    await service.requests.waitFor('createJob');
    service.jobs.clear();
    const { file } = await workspace.addJob('hive_to_lake', () =>
      hiveJob('${secret:MOVED_AWAY}').replace('192.168.0.10', 'db.other.example'),
    );
    await editorPane.open(file);
    await editorPane.clickAction('Submit Job');
    const { detail } = await dialogs.waitFor('db.other.example');
    expect(detail).toContain(
      'New: ${secret:MOVED_AWAY} in password → mysql://db.other.example (previously: password → mysql://192.168.0.10)',
    );
    expect(await dialogs.isWarning()).toBe(true);
    await screenshot('secret-other-host');
    await dialogs.cancel();
    expect(service.requests.of('createJob')).toHaveLength(1);
  });

  test('in an environment variable is read only once that is allowed, until the permission is revoked', async () => {
    const { workbench, service } = editor();
    const { editorPane, quickInput, dialogs, notifications, runCommand, screenshot } = workbench;
    await open('${env:LFJOB_WORD}');
    await signIn(workbench, service);
    await editorPane.clickAction('Submit Job');
    const question = await dialogs.waitFor('LFJOB_WORD');
    expect(question.detail).toContain('LFJOB_WORD: password → mysql://192.168.0.10');
    expect(question.detail).not.toContain(variable);
    await screenshot('variable-permission');
    await dialogs.cancel();
    const { severity } = await notifications.waitFor('LFJOB_WORD');
    expect(severity).toBe('error');
    await notifications.clear();
    await editorPane.clickAction('Submit Job');
    await dialogs.waitFor('LFJOB_WORD');
    await dialogs.click('Allow');
    // Only the confirmation names the reference.
    await dialogs.waitFor('${env:LFJOB_WORD}');
    await dialogs.click('Submit');
    await service.requests.waitFor('createJob');
    expect(service.requests.of('createJob').map(({ body }) => body)).toEqual([hiveJob(variable)]);
    await runCommand('LakeFormation: Revoke Permission to Read Environment Variables');
    await quickInput.choose('LFJOB_WORD');
    await open('${env:LFJOB_WORD}');
    await editorPane.clickAction('Submit Job');
    expect((await dialogs.waitFor('LFJOB_WORD')).buttons).toContain('Allow');
    await dialogs.cancel();
  });

  test('that is missing is asked for by its name before anything is sent', async () => {
    const { workbench, service } = editor();
    const { editorPane, quickInput, dialogs, screenshot } = workbench;
    const secret = randomUUID();
    await open('${secret:ASKED_FOR}');
    await signIn(workbench, service);
    service.requests.clear();
    await editorPane.clickAction('Submit Job');
    await quickInput.waitFor('Secret ASKED_FOR');
    expect(await quickInput.isPassword()).toBe(true);
    expect(service.requests.of('listJobs')).toEqual([]);
    await screenshot('secret-asked-for');
    await quickInput.paste(secret);
    await quickInput.accept();
    await dialogs.waitFor('${secret:ASKED_FOR}');
    await dialogs.click('Submit');
    await service.requests.waitFor('createJob');
    expect(service.requests.of('createJob')[0]?.body).toContain(secret);
  });

  test('is listed by its name, and deleted', async () => {
    const { quickInput, dialogs, runCommand, screenshot } = editor().workbench;
    await store('DELETED', randomUUID());
    const listed = async (): Promise<string[]> => (await quickInput.rows()).map(({ label }) => label);
    await runCommand('LakeFormation: List Secrets');
    await expect.poll(listed).toContain('DELETED');
    await screenshot('secrets-listed');
    await quickInput.choose('DELETED');
    await quickInput.choose('Delete');
    await dialogs.waitFor('DELETED');
    await dialogs.click('Delete');
    await store('KEPT', randomUUID());
    await runCommand('LakeFormation: List Secrets');
    await expect.poll(listed).toContain('KEPT');
    expect(await listed()).not.toContain('DELETED');
  });
});
