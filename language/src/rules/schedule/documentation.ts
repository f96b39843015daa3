import { requestTables, type Rule } from '../rule.ts';

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
