import * as l10n from '@vscode/l10n';
import type { ShownLog } from './maskedLog.ts';

/** What a document with a log shows besides the log. */
export interface LogRemarks {
  /** Why the log isn't up to date, as a sentence. */
  readonly problem?: string | undefined;
}

const megabyte = 1024 * 1024;

/** Returns the text of a document with a log. @param log `undefined` until it was read */
export function logText(log: ShownLog | undefined, { problem }: LogRemarks): string {
  const lines = [
    ...(log !== undefined && log.leftOut > 0 ? [leftOutLine(log.leftOut)] : []),
    ...(log === undefined ? [] : [log.text === '' ? l10n.t('The log is empty.') : withoutLastBreak(log.text)]),
    ...(problem === undefined ? [] : [problem]),
  ];
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

function leftOutLine(characters: number): string {
  const size = characters / megabyte;
  return size < 0.1
    ? l10n.t('… The beginning of the log is left out.')
    : l10n.t('… The first {0} MB of the log are left out.', size.toFixed(1));
}

function withoutLastBreak(text: string): string {
  return text.endsWith('\n') ? text.slice(0, -1) : text;
}
