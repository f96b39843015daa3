import { expect } from 'vitest';
import type { Canary } from './canary.ts';

/** Moves a secret out of a document, replaces another, and lists what is stored. */
export async function keep({ marks: { files, secrets }, person, workbench }: Canary): Promise<void> {
  const { editorPane, quickFixes, quickInput, notifications, runCommand } = workbench;
  const fix = async (file: string, secret: string, title: string): Promise<void> => {
    await editorPane.open(file);
    await expect.poll(() => editorPane.squiggles('warning')).toBeGreaterThan(0);
    await editorPane.clickText(secret);
    await quickFixes.open();
    await quickFixes.choose(title);
  };
  await fix(files.moved, secrets.moved, 'secret storage');
  await person.selectAllConnections(async () => (await quickInput.value()) !== '');
  await quickInput.accept();
  await expect.poll(() => editorPane.text()).toContain('${secret:HIVE_PASSWORD}');
  await editorPane.focus();
  await editorPane.save();
  await fix(files.replaced, secrets.replaced, 'environment variable');
  await expect.poll(() => editorPane.text()).toContain('${env:HIVE_PASSWORD}');
  await notifications.waitFor('HIVE_PASSWORD');
  await editorPane.focus();
  await editorPane.save();
  await runCommand('LakeFormation: List Secrets');
  await quickInput.choose('HIVE_PASSWORD');
  await quickInput.choose('Copy Reference');
  await person.copied('${secret:HIVE_PASSWORD}');
}
