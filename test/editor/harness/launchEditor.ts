import { launchDesktopEditor, downloadDesktopEditor } from './desktopEditor.ts';
import { hasDisplay } from '../../../scripts/editor/display.ts';
import type { Editor, EditorKind, LaunchOptions } from './editor.ts';
import { launchServedEditor } from './servedEditor.ts';

/** The environment variable that holds the choice of a run; set it to `served` or `desktop` to choose yourself. */
const choiceVariable = 'LAKEFORMATION_TEST_EDITOR';

/**
 * Starts an editor: a desktop VS Code where there is a screen and it can be downloaded, else one that is served to a
 * headless Chromium.
 */
export async function launchEditor(options: LaunchOptions): Promise<Editor> {
  const kind = await chooseEditor();
  return kind === 'desktop' ? launchDesktopEditor(options) : launchServedEditor(options);
}

/**
 * Reports which editor this run has. It is found out once, printed in one line, and handed on to the processes we
 * start.
 */
export async function chooseEditor(): Promise<EditorKind> {
  const chosen = process.env[choiceVariable];
  if (chosen === 'served' || chosen === 'desktop') return chosen;
  const { kind, reason } = await findOut();
  process.env[choiceVariable] = kind;
  console.log(`Editor under test: ${kind} (${reason})`);
  return kind;
}

async function findOut(): Promise<{ kind: EditorKind; reason: string }> {
  if (!hasDisplay()) return { kind: 'served', reason: 'there is no screen and no Xvfb' };
  try {
    await downloadDesktopEditor();
    return { kind: 'desktop', reason: 'there is a screen, and the download works' };
  } catch (error) {
    return { kind: 'served', reason: `the desktop editor cannot be downloaded: ${String(error)}` };
  }
}
