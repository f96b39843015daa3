import type { Page } from 'playwright-core';
import { nextFrame } from '../harness/nextFrame.ts';
import { until } from '../harness/until.ts';
import type { Workbench } from '../harness/workbench.ts';
import type { Script, Step } from './script.ts';

/** Presses the keys of a script, as the text editor has the keyboard. Throws the step where it doesn't go on. */
export async function play(script: Script, workbench: Workbench, page: Page): Promise<void> {
  for (const [index, step] of script.entries()) {
    try {
      await take(step, workbench, page);
      // The editor colors what was typed before it knows whether the next quote is to be closed.
      await nextFrame(page);
    } catch (cause) {
      const text = await workbench.editorPane.text();
      throw new Error(`Step ${index + 1}, ${JSON.stringify(step)}, cannot be taken in:\n${text}`, { cause });
    }
  }
}

async function take(
  step: Step,
  { editorPane, suggestWidget, clipboard }: Workbench,
  { keyboard }: Page,
): Promise<void> {
  switch (step.kind) {
    case 'text':
      return keyboard.type(step.text);
    case 'suggestion':
      await suggestWidget.waitUntilFocused(step.label);
      return keyboard.press('Tab');
    case 'key':
      // With the list open, Tab and the arrows would be the list's.
      await suggestWidget.waitUntilClosed();
      return keyboard.press(step.key);
    case 'paste':
      await clipboard.write(step.text);
      await keyboard.press('ControlOrMeta+V');
      // The clipboard is read a moment later.
      await until(
        'The text is pasted',
        () => editorPane.text(),
        (shown) => shown.includes(step.text),
      );
  }
}
