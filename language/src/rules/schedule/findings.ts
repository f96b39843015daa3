import * as l10n from '@vscode/l10n';
import { placeAt, keyOf } from '../../documents/locate.ts';
import { childValue, valueAt } from '../../documents/value.ts';
import { scheduleProperties, scheduleOf, schedulePath } from '../../schedule/schedule.ts';
import { timesFor } from '../../schedule/times.ts';
import { monthsWithout } from '../../schedule/words.ts';
import type { CheckedDocument } from '../findings/checkedDocument.ts';
import type { Finding } from '../findings/finding.ts';
import { quotedList } from '../findings/quotable.ts';
import { insertProperties } from '../fixes/insertion.ts';
import { noEnvironment } from '../environment.ts';

/** What is worth knowing of a schedule that is in force. */
export function scheduleFindings(document: CheckedDocument): Finding[] {
  const schedule = scheduleOf(document.intended);
  if (schedule === undefined || document.tree === undefined) return [];
  const place = (name: string): ReturnType<typeof placeAt> =>
    document.tree && placeAt(document.tree, [...schedulePath, name]);
  const left = schedule.frequency === 'MONTHLY' && schedule.day !== undefined ? monthsWithout(schedule.day) : undefined;
  const day = place('execute_day')?.value;
  return [
    ...incomplete(document, place('execute_frequency')),
    ...(left === undefined || day === undefined
      ? []
      : [
          {
            code: 'short-months',
            message: () => l10n.t('Runs only in months with day {0} ({1}).', schedule.day ?? 0, left),
            span: day,
          } as const,
        ]),
  ];
}

function incomplete(document: CheckedDocument, frequency: ReturnType<typeof placeAt>): Finding[] {
  const discovery = valueAt(document.intended, schedulePath);
  const missing = scheduleProperties.filter((name) => childValue(discovery, name) === undefined);
  const key = frequency?.property && keyOf(frequency.property);
  if (missing.length === 0 || key === undefined) return [];
  return [
    {
      code: 'incomplete-schedule',
      message: () =>
        l10n.t('The schedule lacks {0}. The API reference doesn’t specify a default.', quotedList(missing)),
      span: key,
      fixes: () => {
        const times = timesFor(scheduleOf(document.intended)?.frequency);
        const fix = insertProperties(document, schedulePath, missing, noEnvironment, times);
        return fix ? [{ ...fix, isPreferred: true }] : [];
      },
    },
  ];
}
