import { requestTables, type Rule } from '../rule.ts';

/** The rules for the schedule of a metadata discovery. */
export const scheduleRules = {
  'schedule-without-frequency': {
    severity: 'warning',
    title: 'Schedule without a frequency',
    reason: 'When `execute_strategy` is `SCHEDULE`, `execute_frequency` specifies how often the job runs. Add it.',
    source: `${requestTables}, execute_frequency (inferred)`,
    example: {
      in: 'metadata_discovery_parameter',
      invalid: '"execute_strategy": "SCHEDULE"',
      valid:
        '"execute_strategy": "SCHEDULE", "execute_frequency": "HOURLY", "execute_day": "*", "execute_hour": "*", "execute_minute": "15"',
    },
  },
  'schedule-value': {
    severity: 'error',
    title: 'Day or hour doesn’t match the frequency',
    reason:
      '`execute_day` must be 1 to 31 for `MONTHLY`, 1 to 7 for `WEEKLY`, and `*` for `DAILY` and `HOURLY`. `execute_hour` must be `*` for `HOURLY`, and 0 to 23 otherwise.',
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
    title: 'Incomplete schedule',
    reason:
      'The API reference doesn’t specify a default for a missing day, hour, or minute. Add the missing properties.',
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
    title: 'Schedule of a manual job',
    reason:
      'A schedule applies only when `execute_strategy` is `SCHEDULE`; the default is `MANNUAL`. Remove the schedule, or change `execute_strategy`.',
    source: 'CreateJobByInstance, execute_strategy',
    example: {
      in: 'metadata_discovery_parameter',
      invalid: '"execute_strategy": "MANNUAL", "execute_frequency": "DAILY"',
      valid: '"execute_strategy": "MANNUAL"',
    },
  },
  'short-months': {
    severity: 'information',
    title: 'Day missing in some months',
    reason:
      'The service skips months without the day: a job on day 30 doesn’t run in February. Use day 28 or earlier to run it every month.',
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
