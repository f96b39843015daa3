import type { Page } from 'playwright-core';
import type { LaunchOptions } from '../editor/harness/editor.ts';
import { jobEditorForSuite, type JobEditor } from '../editor/support/jobEditor.ts';

/** The themes of the pictures, by the name that their files have. */
export const themes = { dark: 'Default Dark Modern', light: 'Default Light Modern' } as const;

/** Settings of an editor that shows a job and little else. */
const pictureSettings = {
  'breadcrumbs.enabled': false,
  'editor.codeLens': true,
  'editor.fontSize': 14,
  'editor.inlayHints.enabled': 'on',
  'editor.lineHeight': 21,
  'editor.lineNumbers': 'off',
  'workbench.activityBar.location': 'hidden',
  'workbench.tips.enabled': false,
} as const;

/** Gives the pictures of a `describe` an editor in a theme and a language, on the example jobs and a local service. */
export function pictureEditor(
  theme: keyof typeof themes,
  settings: Record<string, unknown> = {},
  locale?: LaunchOptions['locale'],
): () => JobEditor {
  return jobEditorForSuite(({ launchOptions }) => ({
    ...(locale !== undefined && { locale }),
    userSettings: {
      ...launchOptions.userSettings,
      ...pictureSettings,
      'workbench.colorTheme': themes[theme],
      ...settings,
    },
  }));
}

/** Makes the window as large as the picture, and hides what the picture isn't about. */
export async function framePicture(page: Page, width: number, height: number): Promise<void> {
  if (await page.locator('.part.sidebar').isVisible()) await page.keyboard.press('ControlOrMeta+B');
  await page.setViewportSize({ width, height });
  // A tooltip belongs to what the mouse is at.
  await page.mouse.move(width - 1, height / 2);
}
