import * as l10n from '@vscode/l10n';
import { placeAt, keyOf } from '../documents/locate.ts';
import type { ParsedDocument } from '../documents/parse.ts';
import { childValue, valueAt } from '../documents/value.ts';
import { scheduleMembers, scheduleOf, schedulePath } from '../schedule/schedule.ts';
import { monthsWithout } from '../schedule/words.ts';
import type { Finding } from './finding.ts';
import { insertMembers } from './insertion.ts';
import { requestTables, type Rule } from './rule.ts';
import { noEnvironment } from './environment.ts';

/** The rules of a discovery's schedule. */
export const scheduleRules = {
  'schedule-without-frequency': {
    severity: 'warning',
    title: 'A schedule without a frequency',
    reason: 'With `execute_strategy` SCHEDULE the job runs by itself; how often has to be said.',
    source: `${requestTables}, execute_frequency; the need is a conclusion`,
    example: {
      in: 'metadata_discovery_parameter',
      invalid: '"execute_strategy": "SCHEDULE"',
      valid:
        '"execute_strategy": "SCHEDULE", "execute_frequency": "HOURLY", "execute_day": "*", "execute_hour": "*", "execute_minute": "15"',
    },
  },
  'schedule-value': {
    severity: 'error',
    title: 'A day or hour that does not fit the frequency',
    reason: 'MONTHLY takes the days 1 to 31, WEEKLY 1 to 7, DAILY and HOURLY *. The hour is 0 to 23, for HOURLY *.',
    source: 'CreateJobByInstance, execute_day and execute_hour',
    example: {
      in: 'metadata_discovery_parameter',
      invalid:
        '"execute_strategy": "SCHEDULE", "execute_frequency": "WEEKLY", "execute_day": "8", "execute_hour": "2", "execute_minute": "15"',
      valid:
        '"execute_strategy": "SCHEDULE", "execute_frequency": "WEEKLY", "execute_day": "7", "execute_hour": "2", "execute_minute": "15"',
    },
  },
  'incomplete-schedule': {
    severity: 'information',
    title: 'A schedule that does not say when',
    reason: 'The page does not say what stands in for a day, hour or minute that is left out.',
    source: requestTables,
    example: {
      in: 'metadata_discovery_parameter',
      invalid: '"execute_strategy": "SCHEDULE", "execute_frequency": "DAILY", "execute_day": "*", "execute_hour": "2"',
      valid:
        '"execute_strategy": "SCHEDULE", "execute_frequency": "DAILY", "execute_day": "*", "execute_hour": "2", "execute_minute": "15"',
    },
  },
  'unused-schedule': {
    severity: 'warning',
    title: 'A schedule of a job that is started by hand',
    reason:
      'execute_frequency, execute_day, execute_hour and execute_minute count with `execute_strategy` SCHEDULE only; MANNUAL is the default.',
    source: 'CreateJobByInstance, execute_strategy',
    example: {
      in: 'metadata_discovery_parameter',
      invalid: '"execute_strategy": "MANNUAL", "execute_frequency": "DAILY"',
      valid: '"execute_strategy": "MANNUAL"',
    },
  },
  'short-months': {
    severity: 'information',
    title: 'A day that some months do not have',
    reason: 'The service leaves out the months that do not have the day: on day 30 nothing runs in February.',
    source: 'CreateJobByInstance, execute_day',
    example: {
      in: 'metadata_discovery_parameter',
      invalid:
        '"execute_strategy": "SCHEDULE", "execute_frequency": "MONTHLY", "execute_day": "30", "execute_hour": "2", "execute_minute": "15"',
      valid:
        '"execute_strategy": "SCHEDULE", "execute_frequency": "MONTHLY", "execute_day": "28", "execute_hour": "2", "execute_minute": "15"',
    },
  },
} as const satisfies Record<string, Rule>;

/** What is worth knowing of a schedule that is in force. */
export function scheduleFindings(parsed: ParsedDocument): Finding[] {
  const schedule = scheduleOf(parsed.data);
  if (schedule === undefined || parsed.tree === undefined) return [];
  const place = (name: string): ReturnType<typeof placeAt> =>
    parsed.tree && placeAt(parsed.tree, [...schedulePath, name]);
  const left = schedule.frequency === 'MONTHLY' && schedule.day !== undefined ? monthsWithout(schedule.day) : undefined;
  const day = place('execute_day')?.value;
  return [
    ...incomplete(parsed, place('execute_frequency')),
    ...(left === undefined || day === undefined
      ? []
      : [
          {
            code: 'short-months',
            message: l10n.t('Months without day {0} are left out: {1}.', schedule.day ?? 0, left),
            span: day,
          } as const,
        ]),
  ];
}

function incomplete(parsed: ParsedDocument, frequency: ReturnType<typeof placeAt>): Finding[] {
  const discovery = valueAt(parsed.data, schedulePath);
  const missing = scheduleMembers.filter((name) => childValue(discovery, name) === undefined);
  const key = frequency?.property && keyOf(frequency.property);
  if (missing.length === 0 || key === undefined) return [];
  const fix = insertMembers(parsed, schedulePath, missing, noEnvironment, valuesFor(frequencyOf(parsed.data)));
  return [
    {
      code: 'incomplete-schedule',
      message: l10n.t(
        'The schedule does not say {0}, and what then happens is not documented.',
        missing.map((name) => `"${name}"`).join(', '),
      ),
      span: key,
      fixes: fix ? [{ ...fix, isPreferred: true }] : [],
    },
  ];
}

/** Values to type over that are legal for a frequency. */
function valuesFor(frequency: string): Readonly<Record<string, unknown>> {
  const hasDay = frequency === 'MONTHLY' || frequency === 'WEEKLY';
  return {
    execute_day: hasDay ? '1' : '*',
    execute_hour: frequency === 'HOURLY' ? '*' : '2',
    execute_minute: '15',
  };
}

function frequencyOf(data: unknown): string {
  return scheduleOf(data)?.frequency ?? '';
}
