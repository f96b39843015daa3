import { expect, test } from 'vitest';
import { patience, type Canary } from './canary.ts';
import { harmless, referring, secrets } from './jobs.ts';

/** Tests in which secrets are kept, and what is kept and made of them is shown and copied. */
export function testKeeping(canary: () => Canary): void {
  test('is masked in the preview of a request, and a variable in its commands', async () => {
    const { editorPane, runCommand } = canary().workbench;
    const { person } = canary();
    await editorPane.open(referring);
    await runCommand('LakeFormation: Preview Request');
    await editorPane.waitFor('referring.request.http');
    const request = await editorPane.text();
    expect(request).toContain('X-Security-Token: ••••••');
    expect(request).toContain(`"description": "${harmless.description}"`);
    expect(request).toContain('"jdbc_url": "jdbc:mysql://hive:••••••@192.168.0.10:3306/hivemeta"');
    await runCommand('LakeFormation: Copy as cURL');
    await person.copied('curl --request POST');
    await runCommand('LakeFormation: Copy as KooCLI Input');
    await person.copied('hcloud LakeFormation');
  });

  test('is not in the history, and not in the job that it leads to', async () => {
    const { editorPane, quickInput, runCommand } = canary().workbench;
    await runCommand('LakeFormation: Show Submissions');
    await quickInput.waitFor('Submissions of this workspace');
    expect((await quickInput.rows()).length).toBeGreaterThan(5);
    // The newest is the update.
    await quickInput.choose(harmless.name);
    await quickInput.waitFor('Submission of');
    await quickInput.choose('Show Job');
    await editorPane.waitFor(`${harmless.name}.response.json`);
    await expect.poll(async () => editorPane.text(), patience).toContain('jdbc:mysql://hive:••••••@');
  });

  test('is moved out of a document, or replaced', async () => {
    const { editorPane, quickFixes, quickInput, runCommand } = canary().workbench;
    const { person } = canary();
    await editorPane.open('moved.lfjob.json');
    await editorPane.clickText(secrets.moved);
    await quickFixes.open();
    await quickFixes.choose('Move to secret storage');
    await quickInput.waitFor('Move to secret storage');
    await quickInput.accept();
    await person.told('The secret is stored as HIVE_PASSWORD.');
    await person.clearMessages();
    await editorPane.focus();
    await editorPane.save();
    await editorPane.open('replaced.lfjob.json');
    await editorPane.clickText(secrets.replaced);
    await quickFixes.open();
    await quickFixes.choose('Replace by environment variable');
    await person.told('The environment variable HIVE_PASSWORD is not set.');
    await person.clearMessages();
    await editorPane.focus();
    await editorPane.save();
    await runCommand('LakeFormation: List Secrets');
    await quickInput.waitFor('Secrets');
    const names = (await quickInput.rows()).map(({ label }) => label);
    expect(names).toEqual(['ASKED_FOR', 'HIVE_PASSWORD', 'STORED']);
    await quickInput.choose('STORED');
    await quickInput.waitFor('Secret STORED');
    await quickInput.choose('Copy Reference');
    await person.copied('${secret:STORED}');
  });

  test('is in no log and no setting that one looks at', async () => {
    const { editorPane, outputPanel, accountsMenu, runCommand } = canary().workbench;
    const { person } = canary();
    expect((await accountsMenu.labels()).join()).toContain('local: access keys (LakeFormation)');
    await runCommand('LakeFormation: Show Log');
    await outputPanel.waitForChannel('LakeFormation');
    await expect.poll(async () => outputPanel.text(), patience).toContain('/v3/auth/tokens?nocatalog=true → 401');
    await outputPanel.show('LakeFormation Jobs Language Server');
    await runCommand('Preferences: Open User Settings (JSON)');
    await editorPane.waitFor('settings.json');
    expect(await editorPane.text()).toContain(harmless.connection);
    await editorPane.open(referring);
    await runCommand('LakeFormation: Sign Out');
    await person.told('You are signed out');
    await person.clearMessages();
  });
}
