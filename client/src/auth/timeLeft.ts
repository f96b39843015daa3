import * as l10n from '@vscode/l10n';
import type { Session } from './session.ts';

/** A token that ends sooner than this, in milliseconds, is renewed before a job is submitted: 5 minutes. */
const leastTimeLeft = 5 * 60 * 1000;

const minute = 60 * 1000;
const hour = 60 * minute;

/** Whether the token of a session has ended or has too little time left for a submission. */
export function endsSoon(session: Session, now: number): boolean {
  return session.kind !== 'accessKey' && session.expiry !== undefined && session.expiry.at - now < leastTimeLeft;
}

/** Whether the token of a session has certainly expired. If its expiry isn't stated, that isn't known. */
export function hasEnded(session: Session, now: number): boolean {
  return session.kind !== 'accessKey' && session.expiry?.isStated === true && session.expiry.at <= now;
}

/** The milliseconds until the token of a session ends; `undefined` where that isn't known, and for access keys. */
export function millisecondsLeft(session: Session, now: number): number | undefined {
  return session.kind === 'accessKey' || session.expiry === undefined ? undefined : session.expiry.at - now;
}

/**
 * How long a session is good for, in words that can be used alone: `23 h 5 min left`, `at most 2 h 0 min left` where
 * the end isn't stated, `ended`, `access keys`, which have no end.
 * @param now milliseconds since 1970
 */
export function timeLeft(session: Session, now: number): string {
  if (session.kind === 'accessKey') {
    return session.securityToken === undefined ? l10n.t('access keys') : l10n.t('temporary access keys');
  }
  if (session.expiry === undefined) return l10n.t('unknown expiry');
  const { at, isStated } = session.expiry;
  if (at <= now) return l10n.t('expired');
  const duration = inWords(at - now);
  return isStated ? l10n.t('{0} left', duration) : l10n.t('at most {0} left', duration);
}

function inWords(milliseconds: number): string {
  const hours = Math.floor(milliseconds / hour);
  const minutes = Math.floor((milliseconds % hour) / minute);
  if (hours > 0) return l10n.t('{0} h {1} min', hours, minutes);
  return minutes > 0 ? l10n.t('{0} min', minutes) : l10n.t('less than a minute');
}
