import { expect } from 'vitest';
import type { Canary } from './canary.ts';

/** Takes a secret that is typed through what helps with editing, while all is traced. */
export async function edit({ marks: { secrets, files }, person, workbench }: Canary): Promise<void> {
  const { editorPane, hoverWidget, suggestWidget, problemsView, outputPanel } = workbench;
  const { quickInput, notifications, runCommand } = workbench;
  const codes = async (): Promise<string[]> => (await problemsView.problems()).map(({ code }) => code);
  await editorPane.open(files.typed);
  await outputPanel.setLogLevel('LakeFormation', 'Trace');
  await outputPanel.setLogLevel('LakeFormation Jobs Language Server', 'Trace');
  await editorPane.clickText('"password": "', 'after');
  await editorPane.type(secrets.typed);
  await editorPane.press('Escape');
  await problemsView.open();
  await expect.poll(codes).toContain('plaintext-secret');
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
  await expect.poll(codes).toContain('wrong-escape');
  await editorPane.clickAction('Submit Job');
  await notifications.waitFor('error');
  await notifications.clear();
  await editorPane.focus();
  await editorPane.press('Backspace');
  await editorPane.press('Backspace');
  await expect.poll(codes).not.toContain('wrong-escape');
  await editorPane.save();
}
