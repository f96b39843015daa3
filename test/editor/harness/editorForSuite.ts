import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Editor, LaunchOptions } from './editor.ts';
import { launchEditor } from './launchEditor.ts';
import { resetWindow } from './resetWindow.ts';
import { takeScreenshot } from './screenshot.ts';

/**
 * Gives the tests of a file (or of a `describe`) one editor: started before the first, closed after the last. Each test
 * starts with an empty window. When a test fails a picture of the window is kept as
 * `test-results/failures/<suite and test>.png`. `options` is called when the editor starts. The returned function is to be
 * called within tests and hooks; it throws before the start.
 */
export function editorForSuite(options: () => LaunchOptions | Promise<LaunchOptions>): () => Editor {
  let editor: Editor | undefined;
  beforeAll(async () => {
    editor = await launchEditor(await options());
  });
  afterAll(async () => {
    await editor?.close();
  });
  beforeEach(async ({ onTestFailed, task }) => {
    onTestFailed(async () => {
      if (editor !== undefined)
        await takeScreenshot(editor.page, `failures/${fileNameOf(`${task.suite?.name ?? ''} ${task.name}`)}`);
    });
    if (editor !== undefined) await resetWindow(editor.page);
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
