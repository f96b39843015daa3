import type { Connection } from '../connections/connection.ts';

/** When Submit Job asks before it sends a job: the setting `lakeformation.submit.confirm`. */
export type ConfirmSetting = 'always' | 'production' | 'never';

/** Whether Submit Job asks before it sends a job to a connection. */
export function asksBefore(setting: ConfirmSetting, { production }: Pick<Connection, 'production'>): boolean {
  return setting === 'always' || (setting === 'production' && production === true);
}
