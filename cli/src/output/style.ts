import { styleText } from 'node:util';
import type { Host, Output } from '../host.ts';

/** The formats of `styleText` that the output uses. */
export type Format = 'bold' | 'dim' | 'underline' | 'red' | 'yellow' | 'blue' | 'green' | 'cyan';

/** Returns a text for the output, with a format if there are colors. */
export type Style = (format: Format, text: string) => string;

/** Returns how to format texts for an output: with colors on a terminal, unless `FORCE_COLOR` or `NO_COLOR` is set. */
export function styleFor({ env }: Pick<Host, 'env'>, { isTerminal }: Pick<Output, 'isTerminal'>): Style {
  // Whether there are colors is decided here, because Node.js 20 doesn't look at the stream.
  return hasColors(env, isTerminal)
    ? (format, text) => styleText(format, text, { validateStream: false })
    : (_, text) => text;
}

/** Whether there are colors: as `FORCE_COLOR` sets, or else without `NO_COLOR` on a terminal that has them. */
export function hasColors(env: Host['env'], isTerminal: boolean): boolean {
  const { FORCE_COLOR: forced, NO_COLOR: none = '', TERM: terminal } = env;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return none === '' && terminal !== 'dumb' && isTerminal;
}
