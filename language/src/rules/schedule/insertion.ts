import { childValue, valueAt } from '../../documents/value.ts';
import { scheduleProperties, schedulePath, type Frequency } from '../../schedule/schedule.ts';
import { timesFor } from '../../schedule/times.ts';
import type { GivenValues } from '../fixes/insertion.ts';

/**
 * What a schedule without a frequency lacks: the frequency that fits its properties, and a time for those that are
 * missing.
 */
export function scheduleToInsert(data: unknown): { readonly names: string[]; readonly values: GivenValues } {
  const discovery = valueAt(data, schedulePath);
  const valueOf = (name: string): unknown => childValue(discovery, name);
  const frequency = frequencyFor(valueOf('execute_day'), valueOf('execute_hour'));
  return {
    names: ['execute_frequency', ...scheduleProperties.filter((name) => valueOf(name) === undefined)],
    values: { execute_frequency: frequency, ...timesFor(frequency) },
  };
}

function frequencyFor(day: unknown, hour: unknown): Frequency {
  if (hour === '*') return 'HOURLY';
  return day === undefined || day === '*' ? 'DAILY' : 'MONTHLY';
}
