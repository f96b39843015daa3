import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { SharedStorage } from '../../client/src/state/sharedStorage.ts';
import { describeSharedStorage } from '../support/storageContract.ts';
import { launchChromium } from './harness/chromium.ts';

const source = fileURLToPath(new URL('../../client/src/browser/databaseStorage.ts', import.meta.url));

let server: Server;
let url: string;
let browser: Browser;

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [source],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'module',
    footer: { js: "globalThis.storage = module.databaseStorage('storage');" },
  });
  server = createServer((_, response) =>
    response.setHeader('Content-Type', 'text/html').end(`<script>${outputFiles[0]?.text ?? ''}</script>`),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`;
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  server.close();
});

describeSharedStorage(async () => {
  const context = await browser.newContext();
  return [await storageOf(await context.newPage()), await storageOf(await context.newPage())];
});

declare const storage: SharedStorage;

/** The storage of the page, to be called from here. */
async function storageOf(page: Page): Promise<SharedStorage> {
  await page.goto(url);
  return {
    keys: () => page.evaluate(() => storage.keys()),
    get: (key) => page.evaluate((one) => storage.get(one), key),
    add: (key, text) => page.evaluate(([one = '', value = '']) => storage.add(one, value), [key, text]),
    put: (key, text) => page.evaluate(([one = '', value = '']) => storage.put(one, value), [key, text]),
    delete: (key) => page.evaluate((one) => storage.delete(one), key),
  };
}
