import { expect } from 'vitest';
import type { LocalService } from '../../service/service.ts';
import { until } from '../harness/until.ts';
import type { Workbench } from '../harness/workbench.ts';
import { pasteToken } from './pasteToken.ts';

/** Signs in to the connection "local" by a new token, which is returned. A job is in the active editor. */
export async function signIn(workbench: Workbench, { tokens }: LocalService): Promise<string> {
  const token = tokens.issue();
  await workbench.runCommand('LakeFormation: Sign In');
  await pasteToken(workbench, 'local', token);
  await workbench.notifications.waitFor('Signed in with a token');
  await until(
    'The status bar shows the connection alone',
    () => workbench.connectionItem.text(),
    (text) => text === 'local',
  );
  await workbench.notifications.clear();
  return token;
}

/** Signs out of the connection "local", where somebody is signed in. A job is in the active editor. */
export async function signOut({ connectionItem, notifications, runCommand }: Workbench): Promise<void> {
  await expect.poll(() => connectionItem.text()).toMatch(/^local(?: · |$)/);
  // The palette has the command for a user who is signed in.
  if ((await connectionItem.text()).includes('not signed in')) return;
  await runCommand('LakeFormation: Sign Out');
  await expect.poll(() => connectionItem.text()).toBe('local · not signed in');
  await notifications.clear();
}
