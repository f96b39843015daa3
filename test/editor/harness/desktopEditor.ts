import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runVSCodeCommand, SilentReporter } from '@vscode/test-electron';
import { _electron, type Page } from 'playwright-core';
import { installedExtensions } from '../../../scripts/editor/extensions.ts';
import { vscodeVersion } from '../../../scripts/editor/installCodeServer.ts';
import { createProfile, writeKeybindings, writeUserSettings, type Profile } from '../../../scripts/editor/profile.ts';
import { cacheFolder } from '../../../scripts/editor/repository.ts';
import { cleanedUpOnFailure, type Cleanup } from '../../../scripts/editor/cleanup.ts';
import { openDisplay } from '../../../scripts/editor/display.ts';
import type { Editor, EditorWindow, LaunchOptions } from './editor.ts';
import { keybindings } from './keys.ts';
import { testSettings } from './testSettings.ts';
import { defaultTimeout } from './until.ts';
import { createWorkbench, waitUntilReady } from './workbench.ts';

const cachePath = join(cacheFolder, 'desktop');

/** How long the download may stay silent before it counts as impossible, in milliseconds. */
const downloadPatience = 5_000;

/** Downloads the desktop VS Code, unless it is there, and resolves to its executable. Throws if it can't be had. */
export async function downloadDesktopEditor(): Promise<string> {
  await mkdir(cachePath, { recursive: true });
  return downloadAndUnzipVSCode({
    version: vscodeVersion,
    cachePath,
    reporter: new SilentReporter(),
    timeout: downloadPatience,
  });
}

/** Starts the desktop VS Code. Throws, with nothing left running, if it fails. */
export async function launchDesktopEditor(options: LaunchOptions): Promise<Editor> {
  return cleanedUpOnFailure((cleanup) => launch(options, cleanup));
}

async function launch(options: LaunchOptions, cleanup: Cleanup): Promise<Editor> {
  const executablePath = await downloadDesktopEditor();
  const profile = await createProfile();
  cleanup.add(() => profile.remove());
  await prepare(profile, options);
  const display = await openDisplay();
  cleanup.add(() => display.close());
  const electron = await _electron.launch({
    executablePath,
    args: editorArguments(profile, options),
    env: environment({ ...display.env, ...options.env }),
  });
  cleanup.add(() => electron.close());
  const windowOf = async (page: Page): Promise<EditorWindow> => {
    page.setDefaultTimeout(defaultTimeout);
    await waitUntilReady(page);
    const workbench = createWorkbench(page, options.workspaceFolder, {
      read: () => electron.evaluate(({ clipboard }) => clipboard.readText()),
      write: (text) => electron.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text),
    });
    return { page, workbench };
  };
  const first = await windowOf(await electron.firstWindow());
  return {
    kind: 'desktop',
    profileFolder: profile.folder,
    ...first,
    // A folder is open in one window at most, but for this command.
    async openWindow() {
      const opened = electron.waitForEvent('window');
      await first.workbench.runCommand('Workspaces: Duplicate As Workspace in New Window');
      return windowOf(await opened);
    },
    close: () => cleanup.run(),
  };
}

async function prepare(profile: Profile, options: LaunchOptions): Promise<void> {
  const folders = ['--extensions-dir', profile.extensions, '--user-data-dir', profile.userData];
  const settings = { ...testSettings, ...options.userSettings };
  await writeKeybindings(profile, keybindings);
  if (!('vsixPath' in options)) {
    await writeUserSettings(profile, settings);
    return;
  }
  await runVSCodeCommand(['--install-extension', options.vsixPath, ...folders], {
    version: vscodeVersion,
    cachePath,
    reporter: new SilentReporter(),
  });
  await writeUserSettings(profile, {
    ...settings,
    ...(options.extensionHost === 'web' ? await inWebWorker(profile) : {}),
  });
}

/** Settings that put the installed extensions into the web worker's extension host. */
async function inWebWorker(profile: Profile): Promise<Record<string, unknown>> {
  const ids = await installedExtensions(profile);
  return {
    'extensions.webWorker': true,
    'remote.extensionKind': Object.fromEntries(ids.map((id) => [id, ['web']])),
  };
}

function editorArguments(profile: Profile, options: LaunchOptions): string[] {
  return [
    options.workspaceFile ?? options.workspaceFolder,
    `--user-data-dir=${profile.userData}`,
    `--extensions-dir=${profile.extensions}`,
    ...developmentArguments(options),
    ...(options.workspaceTrust === true ? [] : ['--disable-workspace-trust']),
    ...['--skip-welcome', '--skip-release-notes', '--disable-updates', '--disable-telemetry', '--disable-experiments'],
    ...['--use-inmemory-secretstorage', '--no-cached-data', '--new-window'],
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}

function developmentArguments(options: LaunchOptions): string[] {
  if ('vsixPath' in options) return [];
  const kind = options.extensionHost === 'web' ? ['--extensionDevelopmentKind=web'] : [];
  return [`--extensionDevelopmentPath=${options.extensionDevelopmentPath}`, ...kind];
}

/** An editor that runs as Node, or believes to be a terminal of another editor, is none. */
function environment(display: Readonly<Record<string, string>>): Record<string, string> {
  const inherited = Object.entries(process.env).flatMap(([name, value]): [string, string][] =>
    value === undefined || name === 'ELECTRON_RUN_AS_NODE' || name.startsWith('VSCODE_') ? [] : [[name, value]],
  );
  return { ...Object.fromEntries(inherited), ...display };
}
