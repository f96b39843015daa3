import { readConnections, type Connections } from '../connections/connection.ts';
import type { ConnectionsSetting } from '../connections/setting.ts';

/** When Submit Job asks before it sends a job: the setting `lakeformation.submit.confirm`. */
export type ConfirmSetting = 'always' | 'production' | 'never';

/** The part of the configuration of section `lakeformation` that is read. */
export interface Configuration {
  /** The value in force. */
  get(name: string): unknown;
  /** Where a value comes from; the user's is the global one. */
  inspect(name: string): { readonly globalValue?: unknown } | undefined;
}

/** The same, to be written. */
export interface WritableConfiguration extends Configuration {
  update(name: string, value: unknown, ofTheUser: true): PromiseLike<void>;
}

/** The connections in the user's settings. Only those: a workspace must not decide where a token goes. */
export function connectionsSetting(configuration: Configuration): Connections {
  return readConnections(configuration.inspect('connections')?.globalValue ?? []);
}

/** The same setting unchecked, to be changed. */
export function writableConnections(configuration: () => WritableConfiguration): ConnectionsSetting {
  return {
    read: () => configuration().inspect('connections')?.globalValue,
    async write(entries) {
      await configuration().update('connections', entries, true);
    },
  };
}

/** When Submit Job asks. Only the user's settings count: a workspace must not have its jobs sent unasked. */
export function confirmSetting(configuration: Configuration): ConfirmSetting {
  const value = configuration.inspect('submit.confirm')?.globalValue;
  return value === 'production' || value === 'never' ? value : 'always';
}

/** Whether what an instance has is looked up. Only the user's settings count: a workspace must not have requests sent. */
export function lookUpSetting(configuration: Configuration): boolean {
  return configuration.inspect('instance.lookUp')?.globalValue !== false;
}

/** The severities of the rules, which may be anything. */
export function rulesSetting(configuration: Configuration): unknown {
  return configuration.get('rules');
}

/** Whether lenses are shown above a job. */
export function codeLensSetting(configuration: Configuration): boolean {
  return configuration.get('codeLens.enabled') !== false;
}

/** How long to wait for an answer, in milliseconds: between 1 and 600 seconds, 60 unless set. */
export function requestTimeoutSetting(configuration: Configuration): number {
  const seconds = configuration.get('requestTimeout');
  const usable = typeof seconds === 'number' && Number.isFinite(seconds) ? seconds : 60;
  return Math.min(600, Math.max(1, usable)) * 1000;
}
