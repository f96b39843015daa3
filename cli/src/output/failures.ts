import type { Host } from '../host.ts';
import { styleFor } from './style.ts';
import { visible } from './visible.ts';

/** Writes a sentence about what is wrong or failed to the standard error. */
export async function writeFailure(host: Pick<Host, 'env' | 'errors'>, sentence: string): Promise<void> {
  await host.errors.write(`lfjob: ${styleFor(host, host.errors)('red', visible(sentence))}\n`);
}
