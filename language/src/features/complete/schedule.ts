import type { Path } from '../../documents/locate.ts';
import { completed, scheduleOf, schedulePath, type Frequency } from '../../schedule/schedule.ts';
import { monthsWithout, scheduleInWords } from '../../schedule/words.ts';
import { withValue } from '../../schema/example.ts';
import type { Json } from '../../schema/jsonSchema.ts';

/** A value, and the schedule that it makes. */
export interface ScheduledTime {
  readonly value: string;
  readonly text: string | undefined;
}

/** The days, hours and minutes that a job's frequency leaves to choose from, each with the schedule it makes. */
export function scheduledTimes(path: Path, root: Json): ScheduledTime[] {
  const frequency = scheduleOf(root)?.frequency;
  const name = String(path.at(-1));
  const isOfSchedule = path.length === schedulePath.length + 1 && schedulePath.every((part, at) => part === path[at]);
  if (frequency === undefined || !isOfSchedule) return [];
  return timesOf(name, frequency).map((value) => ({ value, text: inWords(path, root, value) }));
}

function timesOf(name: string, frequency: Frequency): readonly string[] {
  switch (name) {
    case 'execute_day':
      return frequency === 'MONTHLY' ? numbers(1, 31) : frequency === 'WEEKLY' ? numbers(1, 7) : ['*'];
    case 'execute_hour':
      return frequency === 'HOURLY' ? ['*'] : numbers(0, 23);
    case 'execute_minute':
      return numbers(0, 59);
    default:
      return [];
  }
}

function numbers(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}

/** The schedule with this value, as far as the rest of it is written. */
function inWords(path: Path, root: Json, value: string): string | undefined {
  const schedule = scheduleOf(withValue(root, path, value));
  const complete = schedule && completed(schedule);
  if (complete) return scheduleInWords(complete);
  return path.at(-1) === 'execute_day' && schedule?.frequency === 'MONTHLY' ? monthsWithout(Number(value)) : undefined;
}
