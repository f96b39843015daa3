import { startEditorServer } from '../../../scripts/editor/editorServer.ts';
import { installedExtensions, installExtension, linkExtensions } from '../../../scripts/editor/extensions.ts';
import { writeLanguagePack } from '../../../scripts/editor/displayLanguage.ts';
import { installCodeServer } from '../../../scripts/editor/installCodeServer.ts';
import { createProfile, writeKeybindings, writeUserSettings, type Profile } from '../../../scripts/editor/profile.ts';
import { cleanedUpOnFailure, type Cleanup } from '../../../scripts/editor/cleanup.ts';
import { launchChromium } from './chromium.ts';
import type { Editor, EditorWindow, LaunchOptions } from './editor.ts';
import { keybindings } from './keys.ts';
import { testSettings } from './testSettings.ts';
import { defaultTimeout } from './until.ts';
import { createWorkbench, waitUntilReady } from './workbench.ts';

/** Starts VS Code's server on loopback and opens it in a headless Chromium. Throws, with nothing left running, if it fails. */
export async function launchServedEditor(options: LaunchOptions): Promise<Editor> {
  return cleanedUpOnFailure((cleanup) => launch(options, cleanup));
}

async function launch(options: LaunchOptions, cleanup: Cleanup): Promise<Editor> {
  const { serverMain } = await installCodeServer();
  const profile = await createProfile();
  cleanup.add(() => profile.remove());
  await prepare(profile, serverMain, options);
  const server = await startEditorServer({
    serverMain,
    profile,
    env: options.env ?? {},
    workspaceTrust: options.workspaceTrust ?? false,
    locale: options.locale,
  });
  cleanup.add(() => server.close());
  const browser = await launchChromium();
  cleanup.add(() => browser.close());
  const context = await browser.newContext({
    viewport: { width: 1400, height: 1300 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const openWindow = async (): Promise<EditorWindow> => {
    const page = await context.newPage();
    page.setDefaultTimeout(defaultTimeout);
    await page.goto(server.urlOf(options.workspaceFile ?? options.workspaceFolder));
    await waitUntilReady(page);
    const workbench = createWorkbench(page, options.workspaceFolder, {
      read: () => page.evaluate(() => navigator.clipboard.readText()),
      write: (text) => page.evaluate((copied) => navigator.clipboard.writeText(copied), text),
    });
    return { page, workbench };
  };
  const profileFolder = profile.folder;
  return { kind: 'served', profileFolder, ...(await openWindow()), openWindow, close: () => cleanup.run() };
}

async function prepare(profile: Profile, serverMain: string, options: LaunchOptions): Promise<void> {
  if ('vsixPath' in options) await installExtension(profile, serverMain, options.vsixPath);
  else await linkExtensions(profile, options.extensionDevelopmentPath);
  const host = options.extensionHost === 'web' ? await runInWebWorker(profile) : {};
  if (options.locale !== undefined) await writeLanguagePack(profile, options.locale);
  await writeKeybindings(profile, keybindings);
  await writeUserSettings(profile, { ...testSettings, ...options.userSettings, ...host });
}

/** Settings that put the installed extensions into the web worker's extension host, although the server has another. */
async function runInWebWorker(profile: Profile): Promise<Record<string, unknown>> {
  const ids = await installedExtensions(profile);
  return { 'remote.extensionKind': Object.fromEntries(ids.map((id) => [id, ['web']])) };
}
