import { childValue, valueAt } from '../documents/value.ts';
import type { Json } from '../schema/jsonSchema.ts';

/** The object that holds a schedule. */
export const schedulePath = ['parameter', 'metadata_discovery_parameter'] as const;

export type Frequency = 'MONTHLY' | 'WEEKLY' | 'DAILY' | 'HOURLY';

/** When a discovery runs by itself. What is missing or `*` is `undefined`, what is neither a number in its range `NaN`. */
export interface Schedule {
  readonly frequency: Frequency;
  /** Of the month or of the week, as the frequency has it; the API reference doesn't specify which weekday is 1. */
  readonly day: number | undefined;
  readonly hour: number | undefined;
  readonly minute: number | undefined;
}

/** A schedule that has all that its frequency needs. */
export type CompleteSchedule =
  | { readonly frequency: 'MONTHLY' | 'WEEKLY'; readonly day: number; readonly hour: number; readonly minute: number }
  | { readonly frequency: 'DAILY'; readonly hour: number; readonly minute: number }
  | { readonly frequency: 'HOURLY'; readonly minute: number };

/** The properties beside execute_frequency that a schedule needs, in the order of the API reference. */
export const scheduleProperties = ['execute_day', 'execute_hour', 'execute_minute'] as const;

/** The schedule of a job; `undefined` unless `execute_strategy` is SCHEDULE and the frequency one that the API reference has. */
export function scheduleOf(root: Json): Schedule | undefined {
  const discovery = valueAt(root, schedulePath);
  const frequency = childValue(discovery, 'execute_frequency');
  if (childValue(discovery, 'execute_strategy') !== 'SCHEDULE' || !isFrequency(frequency)) return undefined;
  const number = (name: string, least: number, most: number): number | undefined =>
    numberIn(childValue(discovery, name), least, most);
  return {
    frequency,
    day: number('execute_day', 1, frequency === 'WEEKLY' ? 7 : 31),
    hour: number('execute_hour', 0, 23),
    minute: number('execute_minute', 0, 59),
  };
}

/** The schedule, if it has all that its frequency needs, and nothing that contradicts it. */
export function completed({ frequency, day, hour, minute }: Schedule): CompleteSchedule | undefined {
  if (!isNumber(minute)) return undefined;
  if (frequency === 'HOURLY') return hour === undefined && day === undefined ? { frequency, minute } : undefined;
  if (!isNumber(hour)) return undefined;
  if (frequency === 'DAILY') return day === undefined ? { frequency, hour, minute } : undefined;
  return isNumber(day) ? { frequency, day, hour, minute } : undefined;
}

function isNumber(value: number | undefined): value is number {
  return value !== undefined && !Number.isNaN(value);
}

function isFrequency(value: Json): value is Frequency {
  return value === 'MONTHLY' || value === 'WEEKLY' || value === 'DAILY' || value === 'HOURLY';
}

/** A number or the text of one, as the API takes both. */
function numberIn(value: Json, least: number, most: number): number | undefined {
  if (value === undefined || value === '*') return undefined;
  const isNumeric = typeof value === 'number' || (typeof value === 'string' && /^\d{1,2}$/.test(value));
  const number = isNumeric ? Number(value) : NaN;
  return Number.isInteger(number) && least <= number && number <= most ? number : NaN;
}
