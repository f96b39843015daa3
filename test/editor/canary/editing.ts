import { expect, test } from 'vitest';
import { pasteToken } from '../support/pasteToken.ts';
import { echoes } from './echoes.ts';
import { harmless, referring, secrets } from './jobs.ts';
import { patience, type Canary } from './canary.ts';

/** Tests in which secrets are in documents that are edited, and in sign-ins to a new connection. */
export function testEditing(canary: () => Canary): void {
  test('is typed, looked at and checked, while all is traced', async () => {
    const { person } = canary();
    const { editorPane, hoverWidget, suggestWidget, problemsView, outputPanel } = canary().workbench;
    const { quickInput, notifications, runCommand } = canary().workbench;
    await editorPane.open('typed.lfjob.json');
    await outputPanel.setLogLevel('LakeFormation', 'Trace');
    await outputPanel.setLogLevel('LakeFormation Jobs Language Server', 'Trace');
    await editorPane.clickText('"password": "', 'after');
    await editorPane.type(secrets.typed);
    await editorPane.press('Escape');
    await problemsView.open();
    const codes = async (): Promise<string[]> => (await problemsView.problems()).map(({ code }) => code);
    await expect.poll(codes, patience).toContain('plaintext-secret');
    await editorPane.focus();
    await hoverWidget.over('"password"', 'password');
    await hoverWidget.over(secrets.typed, 'password');
    await hoverWidget.leave();
    await editorPane.clickText('"password": "', 'after');
    await suggestWidget.trigger();
    await suggestWidget.suggestions();
    await suggestWidget.cancel();
    await runCommand('LakeFormation: Copy JSON Path');
    await person.copied('.password');
    await runCommand('Go to Symbol in Editor...');
    await quickInput.rows();
    await quickInput.cancel();
    await editorPane.focus();
    await runCommand('Format Document');
    // A wrong escape: the message about it is about the secret.
    await editorPane.clickText(secrets.typed, 'middle');
    await editorPane.type('\\x');
    await editorPane.press('Escape');
    await expect.poll(codes, patience).toContain('wrong-escape');
    await editorPane.clickAction('Submit Job');
    await notifications.waitFor('was not sent. Mend it');
    await person.clearMessages();
    await editorPane.focus();
    await editorPane.press('Backspace');
    await editorPane.press('Backspace');
    await expect.poll(codes, patience).not.toContain('wrong-escape');
    await editorPane.save();
  });

  test('signs in to a new connection, whose instances the service does not list', async () => {
    const { service, person } = canary();
    const { editorPane, quickInput, runCommand } = canary().workbench;
    const another = service.tokens.issue();
    service.faults.next('listInstances', { kind: 'answer', answer: echoes.page(another, 404) });
    await editorPane.open(referring);
    await runCommand('LakeFormation: Add Connection');
    for (const [step, text] of [harmless.connection, 'local', service.url, service.url, service.projectId].entries()) {
      await expect.poll(async () => quickInput.title(), patience).toContain(`(${step + 1}/7)`);
      await quickInput.retype(text);
      await quickInput.accept();
    }
    await expect.poll(async () => quickInput.title(), patience).toContain('(6/7)');
    await quickInput.choose('Sign in and choose from the list');
    await pasteToken(canary().workbench, harmless.connection, another);
    await service.requests.waitFor('listInstances');
    await expect.poll(async () => quickInput.title(), patience).toContain('(6/7)');
    await quickInput.paste(service.instanceId);
    await quickInput.choose(`Use ${service.instanceId}`);
    await expect.poll(async () => quickInput.title(), patience).toContain('(7/7)');
    await quickInput.accept();
    await quickInput.waitUntilClosed();
    await person.told('does not list');
    await person.clearMessages();
    await runCommand('LakeFormation: Edit Connection');
    await quickInput.choose(harmless.connection);
    for (let step = 1; step <= 7; step += 1) {
      await expect.poll(async () => quickInput.title(), patience).toContain(`(${step}/7)`);
      await quickInput.accept();
    }
    await quickInput.waitUntilClosed();
    await runCommand('LakeFormation: Select Connection');
    await quickInput.waitFor('LakeFormation connection');
    await quickInput.choose('local');
    await quickInput.waitUntilClosed();
  });
}
