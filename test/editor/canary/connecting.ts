import { expect } from 'vitest';
import { until } from '../harness/until.ts';
import { pasteToken } from '../support/pasteToken.ts';
import type { Canary } from './canary.ts';
import { echoes } from './echoes.ts';

/** Signs in to a new connection, whose instances the service does not list; then edits it. */
export async function connect({ marks: { harmless, files }, service, token, workbench }: Canary): Promise<void> {
  const { editorPane, quickInput, notifications, runCommand } = workbench;
  const step = async (number: number): Promise<void> =>
    expect.poll(() => quickInput.title()).toContain(`(${number}/7)`);
  service.faults.next('listInstances', { kind: 'answer', answer: echoes.page(token, 404) });
  await editorPane.open(files.referring);
  await runCommand('LakeFormation: Add Connection');
  const { url, projectId, instanceId } = service;
  for (const [index, text] of [harmless.connection, 'local', url, url, projectId].entries()) {
    await step(index + 1);
    await quickInput.retype(text);
    await quickInput.accept();
  }
  await step(6);
  await quickInput.accept();
  await pasteToken(workbench, harmless.connection, token);
  await service.requests.waitFor('listInstances');
  await step(6);
  await quickInput.paste(instanceId);
  await expect.poll(async () => (await quickInput.rows()).map(({ label }) => label).join()).toContain(instanceId);
  await quickInput.accept();
  await step(7);
  await quickInput.accept();
  await quickInput.waitUntilClosed();
  await notifications.waitFor('404');
  await notifications.clear();
  // The wizard is closed a moment before the connection is in the settings.
  await until(
    'The connection can be edited',
    async () => {
      await runCommand('LakeFormation: Edit Connection');
      const labels = (await quickInput.rows()).map(({ label }) => label);
      if (!labels.includes(harmless.connection)) await quickInput.cancel();
      return labels;
    },
    (labels) => labels.includes(harmless.connection),
  );
  await quickInput.choose(harmless.connection);
  for (let number = 1; number <= 7; number += 1) {
    await step(number);
    await quickInput.accept();
  }
  await quickInput.waitUntilClosed();
  await runCommand('Preferences: Open User Settings (JSON)');
  await editorPane.waitFor('settings.json');
  expect(await editorPane.text()).toContain(harmless.connection);
}
