import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { repositoryFolder } from '../../../scripts/editor/repository.ts';

/** Keeps a picture of the window as `test-results/<name>.png`; the name may have folders in it. Returns the file's path. */
export async function takeScreenshot(page: Page, name: string): Promise<string> {
  const path = join(repositoryFolder, 'test-results', `${name}.png`);
  await page.screenshot({ path });
  return path;
}
