import { findOnPath } from './findOnPath.ts';
import { startGroup } from './processGroup.ts';

/** A screen that a desktop program can draw on. */
export interface Display {
  /** What the program's environment needs to find it, beside ours. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

const virtualScreen = ['-displayfd', '1', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'];

/** Whether there is a screen, or a virtual one can be started. */
export function hasDisplay(): boolean {
  return hasScreen() || virtualServer() !== undefined;
}

/** Takes the screen that is there, else starts a virtual one. Throws if there is neither. */
export async function openDisplay(): Promise<Display> {
  if (hasScreen()) return { env: {}, close: () => Promise.resolve() };
  const server = virtualServer();
  if (server === undefined) throw new Error('There is no screen, and no Xvfb on the PATH.');
  const group = startGroup(server, virtualScreen, { stdio: 'pipe' });
  const number = await new Promise<string>((resolve, reject) => {
    group.leader.stdout?.setEncoding('utf8').once('data', (text: string) => resolve(text.trim()));
    group.leader.once('error', reject);
    group.leader.once('exit', (code) => reject(new Error(`Xvfb ended with ${String(code)}.`)));
  });
  return { env: { DISPLAY: `:${number}` }, close: () => group.stop() };
}

/** Whether there is a screen that somebody looks at. */
export function hasScreen(): boolean {
  if (process.platform !== 'linux') return true;
  return process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined;
}

function virtualServer(): string | undefined {
  return findOnPath('Xvfb')[0];
}
