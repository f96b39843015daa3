import * as l10n from '@vscode/l10n';
import type { Connection } from './connection.ts';

/** What is known of the sign-in to a connection. */
export interface SignInStatus {
  /** In words that can stand alone, where it is known: `23 h 5 min left`. */
  readonly timeLeft?: string;
}

/** What the status bar says of a connection. */
export interface ConnectionStatus {
  readonly text: string;
  readonly tooltip: string;
  /** What a screen reader says instead of the text, which has an icon and, for some, a colour. */
  readonly label: string;
  readonly isWarning: boolean;
}

/**
 * What the status bar says of the connection in force.
 * @param signIn `undefined`: not signed in
 */
export function statusOf(connection: Connection | undefined, signIn: SignInStatus | undefined): ConnectionStatus {
  if (connection === undefined) {
    const text = l10n.t('No connection');
    const tooltip = l10n.t('No LakeFormation connection is chosen for this job.');
    return { text: `$(cloud) ${text}`, tooltip, label: `LakeFormation: ${text}`, isWarning: false };
  }
  const isProduction = connection.production === true;
  const state = signIn === undefined ? l10n.t('not signed in') : signIn.timeLeft;
  const parts = [connection.name, ...(state === undefined ? [] : [state])];
  const lines = [
    isProduction
      ? l10n.t('Jobs go to the production connection {0}', connection.name)
      : l10n.t('Jobs go to connection {0}', connection.name),
    connection.endpoint,
    l10n.t('Project: {0}', connection.projectId),
    l10n.t('Instance: {0}', connection.instanceId),
    signIn === undefined
      ? l10n.t('Not signed in: submitting asks for it.')
      : l10n.t('Signed in. {0}', signIn.timeLeft ?? '').trimEnd(),
  ];
  return {
    text: `$(cloud) ${parts.join(' · ')}`,
    tooltip: lines.join('\n'),
    label: ['LakeFormation', ...parts, ...(isProduction ? [l10n.t('production')] : [])].join(', '),
    isWarning: isProduction,
  };
}
