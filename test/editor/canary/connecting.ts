import { expect } from 'vitest';
import { until } from '../harness/until.ts';
import type { Canary } from './canary.ts';
import { echoes } from './echoes.ts';

/** Signs in to a new connection, for which the service doesn't list the instances; then edits it. */
export async function connect({ marks: { harmless, files }, service, token, workbench }: Canary): Promise<void> {
  const { editorPane, quickInput, notifications, runCommand } = workbench;
  const step = async (count: string): Promise<void> => expect.poll(() => quickInput.title()).toContain(`(${count})`);
  service.faults.next('showToken', { kind: 'answer', answer: echoes.page(token, 404) });
  service.faults.next('listInstances', { kind: 'answer', answer: echoes.page(token, 404) });
  await editorPane.open(files.referring);
  await runCommand('LakeFormation: Add Connection');
  const { url, projectId, instanceId } = service;
  await step('1/4');
  await quickInput.type('local');
  await quickInput.accept();
  await step('2/4');
  await quickInput.choose('Advanced');
  for (const count of ['2/6', '3/6']) {
    await step(count);
    await quickInput.type(url);
    await quickInput.accept();
  }
  await step('4/6');
  await quickInput.choose('Paste a token');
  await step('5/7');
  await quickInput.paste(token);
  await quickInput.accept();
  await notifications.waitFor('404');
  await step('6/8');
  await quickInput.paste(projectId);
  await quickInput.accept();
  await service.requests.waitFor('listInstances');
  await step('7/8');
  await quickInput.paste(instanceId);
  await quickInput.accept();
  await step('8/8');
  await quickInput.choose('Change Name');
  await quickInput.waitFor('Connection name');
  await quickInput.retype(harmless.connection);
  await quickInput.accept();
  await step('8/8');
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
  await quickInput.waitFor('Edit Connection');
  await quickInput.choose('Save and Test');
  await notifications.waitFor('Saved connection');
  await notifications.clear();
  await runCommand('Preferences: Open User Settings (JSON)');
  await editorPane.waitFor('settings.json');
  expect(await editorPane.text()).toContain(harmless.connection);
}
