import * as l10n from '@vscode/l10n';
import { joinNames } from '../../../language/src/joining.ts';
import type { Run } from '../api/run.ts';
import { quoted } from '../failures/quoted.ts';
import { isUnderWay, statusIcon, statusLabel } from '../watch/status.ts';
import { clockTime, durationInWords } from './durations.ts';

/** As much of the service's summary and of a status is shown, in characters. */
const longestSummary = 200;
const longestStatus = 40;

/** A run as a row of a list. */
export interface RunLabel {
  /** When it began, and how it ended in words. */
  readonly label: string;
  /** How long it took, and the value of its status. */
  readonly description: string;
  /** What the service reports of its result. */
  readonly summary: string | undefined;
  readonly icon: ReturnType<typeof statusIcon>;
  /** What a screen reader reads. */
  readonly accessible: string;
}

/** Returns a run as a row. @param now in milliseconds since 1970 */
export function runLabel(run: Run, now: number): RunLabel {
  const { status, startedAt, summary } = run;
  const time = startedAt === undefined ? undefined : clockTime(startedAt, now);
  const words = quoted(statusLabel(status), longestStatus);
  const label = time === undefined ? words : `${time} · ${words}`;
  const parts = [durationLabel(run, now), status && quoted(status, longestStatus)].filter((part) => part !== undefined);
  const shown = summary === undefined || summary === status ? undefined : quoted(summary, longestSummary);
  const description = parts.join(' · ');
  return {
    label,
    description,
    summary: shown === '' ? undefined : shown,
    icon: statusIcon(status),
    accessible: joinNames([label, description, shown ?? ''].filter((part) => part !== '')),
  };
}

function durationLabel({ status, startedAt, duration }: Run, now: number): string | undefined {
  if (isUnderWay(status)) {
    return startedAt === undefined ? undefined : l10n.t('for {0}', durationInWords(now - startedAt));
  }
  return duration === undefined ? undefined : l10n.t('took {0}', durationInWords(duration));
}
