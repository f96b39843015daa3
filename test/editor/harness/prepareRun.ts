import { installEditor } from '../../../scripts/installEditor.ts';
import { chooseEditor } from './launchEditor.ts';

/** Runs once before all editor tests (vitest's `globalSetup`): chooses the editor and installs what is missing. */
export default async function prepareRun(): Promise<void> {
  if ((await chooseEditor()) === 'served') await installEditor();
}
