import { chromium, type Browser } from 'playwright-core';
import { installChromium } from '../../../scripts/editor/installChromium.ts';

const quiet = ['--no-sandbox', '--disable-background-networking', '--disable-sync', '--no-first-run', '--disable-quic'];

/** Starts a headless Chromium, which is installed unless it is there. */
export async function launchChromium(): Promise<Browser> {
  const { executable, env } = await installChromium();
  return chromium.launch({ executablePath: executable, args: quiet, env: { ...process.env, ...env } });
}
