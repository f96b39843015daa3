import { installChromium } from './editor/installChromium.ts';
import { installCodeServer } from './editor/installCodeServer.ts';

/** Installs, unless they are there, the served VS Code and the browser that the editor tests use. */
export async function installEditor(): Promise<void> {
  const { serverMain } = await installCodeServer();
  const { executable } = await installChromium();
  console.log(`Editor: ${serverMain}\nBrowser: ${executable}`);
}

if (import.meta.main) await installEditor();
