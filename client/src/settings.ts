import type { WorkspaceConfiguration } from 'vscode';
import { readConnections, type Connections } from './connections/connection.ts';

/** The part of the configuration of section `lakeformation` that is read. */
export type Configuration = Pick<WorkspaceConfiguration, 'get' | 'inspect'>;

/** The connections in the user's settings. Only those: a workspace must not say where a token goes. */
export function connectionsSetting(configuration: Configuration): Connections {
  return readConnections(configuration.inspect<unknown>('connections')?.globalValue ?? []);
}

/** The severities of the rules, which may be anything. */
export function rulesSetting(configuration: Configuration): unknown {
  return configuration.get<unknown>('rules');
}

/** Whether lenses are shown above a job. */
export function codeLensSetting(configuration: Configuration): boolean {
  return configuration.get<unknown>('codeLens.enabled') !== false;
}

/** How long to wait for an answer, in milliseconds: between 1 and 600 seconds, 60 unless set. */
export function requestTimeoutSetting(configuration: Configuration): number {
  const seconds = configuration.get<unknown>('requestTimeout');
  const usable = typeof seconds === 'number' && Number.isFinite(seconds) ? seconds : 60;
  return Math.min(600, Math.max(1, usable)) * 1000;
}
