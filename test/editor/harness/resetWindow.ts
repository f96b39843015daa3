import type { Page } from 'playwright-core';
import { keys } from './keys.ts';
import { until } from './until.ts';

/**
 * Puts a window back to where every test starts, whatever the test before left: no question, menu, or message is open, no
 * editor (unsaved changes are lost), and no panel.
 */
export async function resetWindow(page: Page): Promise<void> {
  const questions = page.locator('.quick-input-widget, .monaco-dialog-box, .monaco-menu, .action-widget');
  const tabs = page.locator('.part.editor:not(.modal-editor-part) .tabs-container .tab');
  // Where the mouse stays, a hover covers messages.
  await page.mouse.move(0, 0);
  await until(
    'Every question is canceled',
    async () => {
      const open = await questions.filter({ visible: true }).count();
      if (open > 0) await page.keyboard.press('Escape');
      return open;
    },
    (open) => open === 0,
  );
  await page.keyboard.press(keys.clearNotifications.press);
  await page.keyboard.press(keys.closePanel.press);
  await until(
    'Every editor is closed',
    async () => {
      const open = await tabs.count();
      if (open > 0) await page.keyboard.press(keys.revertAndClose.press);
      return open;
    },
    (open) => open === 0,
  );
}
