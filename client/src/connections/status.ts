import * as l10n from '@vscode/l10n';
import type { Connection } from './connection.ts';
import { joinNames, labeled } from '../../../language/src/joining.ts';

/** What is known of the sign-in to a connection. */
export interface SignInStatus {
  /** In words that can be used alone: `23 h 5 min left`, or `access keys`. */
  readonly timeLeft: string;
  /** Until the token ends; `undefined` where that isn't known. */
  readonly millisecondsLeft?: number | undefined;
  /** Whether the service refused it when it was used last. */
  readonly isRefused: boolean;
}

/** What a click on the status bar does: opens the menu, lists the connections, or renews the sign-in. */
export type StatusAction = 'manage' | 'select' | 'renew';

/** What the status bar shows about a connection. */
export interface ConnectionStatus {
  readonly text: string;
  readonly tooltip: string;
  /** What a screen reader reads instead of the text, which has an icon and, for some, a color. */
  readonly label: string;
  readonly isWarning: boolean;
  readonly action: StatusAction;
}

const minute = 60_000;
/** The time left is shown below this, in milliseconds: until then it is of no interest. */
const shownBelow = 60 * minute;
/** Renewing is offered from this on, in milliseconds before the end. */
const renewedFrom = 10 * minute;

/**
 * Returns what the status bar shows about the connection in force.
 * @param usable how many connections there are
 * @param signIn `undefined`: not signed in
 */
export function statusOf(
  connection: Connection | undefined,
  usable: number,
  signIn: SignInStatus | undefined,
): ConnectionStatus {
  if (connection === undefined) return statusWithout(usable);
  const isProduction = connection.production === true;
  const isToRenew = canRenew(signIn);
  const parts = [connection.name, ...stateOf(signIn), ...(isToRenew ? [l10n.t('Renew')] : [])];
  const lines = [
    isProduction
      ? l10n.t('Jobs are submitted to production connection "{0}"', connection.name)
      : l10n.t('Jobs are submitted to connection "{0}"', connection.name),
    connection.endpoint,
    l10n.t('Project: {0}', connection.projectId),
    l10n.t('Instance: {0}', connection.instanceId),
    signInLine(signIn),
  ];
  return {
    text: `$(cloud) ${parts.join(' · ')}`,
    tooltip: lines.join('\n'),
    label: joinNames(['LakeFormation', ...parts, ...(isProduction ? [l10n.t('production')] : [])]),
    isWarning: isProduction,
    action: isToRenew ? 'renew' : 'manage',
  };
}

/** Whether a sign-in ends so soon that renewing it is offered. */
export function canRenew(signIn: SignInStatus | undefined): boolean {
  return signIn?.millisecondsLeft !== undefined && signIn.millisecondsLeft <= renewedFrom;
}

function statusWithout(usable: number): ConnectionStatus {
  const isToSelect = usable > 0;
  const text = isToSelect ? l10n.t('Select Connection ({0})', usable) : l10n.t('No connection');
  return {
    text: `$(cloud) ${text}`,
    tooltip: l10n.t('No connection is selected for this job.'),
    label: labeled('LakeFormation', text),
    isWarning: false,
    action: isToSelect ? 'select' : 'manage',
  };
}

function stateOf(signIn: SignInStatus | undefined): readonly string[] {
  if (signIn === undefined) return [l10n.t('not signed in')];
  if (signIn.isRefused) return [l10n.t('sign-in refused')];
  const { timeLeft, millisecondsLeft } = signIn;
  return millisecondsLeft !== undefined && millisecondsLeft < shownBelow ? [timeLeft] : [];
}

function signInLine(signIn: SignInStatus | undefined): string {
  if (signIn === undefined) return l10n.t('Not signed in. Submit Job asks you to sign in.');
  if (signIn.isRefused) return l10n.t('The service didn’t accept your credentials. Sign in again.');
  return l10n.t('Signed in: {0}', signIn.timeLeft);
}
