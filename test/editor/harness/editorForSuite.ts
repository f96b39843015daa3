import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Editor, LaunchOptions } from './editor.ts';
import { launchEditor } from './launchEditor.ts';
import { takeScreenshot } from './screenshot.ts';

/**
 * Gives the tests of a file (or of a `describe`) one editor: started before the first, closed after the last. When a test
 * fails a picture of the window is kept as `test-results/failures/<suite and test>.png`. `options` is asked when the editor
 * starts. The answer is to be called within tests and hooks; it throws before the start.
 */
export function editorForSuite(options: () => LaunchOptions | Promise<LaunchOptions>): () => Editor {
  let editor: Editor | undefined;
  beforeAll(async () => {
    editor = await launchEditor(await options());
  });
  afterAll(async () => {
    await editor?.close();
  });
  beforeEach(({ onTestFailed, task }) => {
    onTestFailed(async () => {
      if (editor !== undefined)
        await takeScreenshot(editor.page, `failures/${fileNameOf(`${task.suite?.name ?? ''} ${task.name}`)}`);
    });
  });
  return () => {
    if (editor === undefined) throw new Error('The editor has not started.');
    return editor;
  };
}

function fileNameOf(testName: string): string {
  return testName
    .trim()
    .replaceAll(/[^\p{L}\p{N} ._-]+/gu, '_')
    .slice(0, 200);
}
