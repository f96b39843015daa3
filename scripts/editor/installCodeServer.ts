import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installOnce } from './installOnce.ts';
import { cacheFolder } from './repository.ts';
import { runToEnd } from './runToEnd.ts';

/** The VS Code that the tests and `npm start` run: the one place that specifies it. */
export const vscodeVersion = '1.139.1';

/** The package that brings this VS Code's server and web workbench. */
const editorPackage = { name: 'code-server', version: '4.139.1' } as const;

/** An installed VS Code that is served to a browser. */
export interface EditorInstallation {
  /** The script that starts VS Code's server under Node 24. */
  readonly serverMain: string;
}

/**
 * Installs VS Code's server from the npm registry into the cache folder, unless it is there. Its native modules aren't
 * built, so no compiler is needed. Throws npm's output if it fails.
 */
export async function installCodeServer(): Promise<EditorInstallation> {
  const folder = join(cacheFolder, 'editor', editorPackage.version);
  await installOnce(folder, install);
  return { serverMain: join(vscodeFolder(folder), 'out', 'server-main.js') };
}

async function install(folder: string): Promise<void> {
  console.log(`Installing the editor: ${editorPackage.name} ${editorPackage.version}. This is done once.`);
  const manifest = { private: true, dependencies: { [editorPackage.name]: editorPackage.version } };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await npmInstall(folder);
  const vscode = vscodeFolder(folder);
  await npmInstall(vscode);
  await npmInstall(join(vscode, 'extensions'));
  await replaceLogWriter(join(vscode, 'node_modules', '@vscode', 'spdlog'));
}

function vscodeFolder(folder: string): string {
  return join(folder, 'node_modules', editorPackage.name, 'lib', 'vscode');
}

async function npmInstall(folder: string): Promise<void> {
  const args = ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', folder];
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js')) await runToEnd(process.execPath, [script, ...args], { cwd: folder });
  else await runToEnd('npm', args, { cwd: folder });
}

/** Without a log writer the output channels of extensions would stay empty. */
async function replaceLogWriter(folder: string): Promise<void> {
  await copyFile(fileURLToPath(new URL('spdlog.mjs', import.meta.url)), join(folder, 'index.mjs'));
  const manifest = { name: '@vscode/spdlog', version: '0.0.0', type: 'module', main: 'index.mjs' };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
}
