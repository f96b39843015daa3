import * as l10n from '@vscode/l10n';

/** How often the time that a run has taken is shown again, in milliseconds. */
export const durationInterval = 10_000;

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Returns a duration in words, such as `45 s`, `3 min`, or `1 h 5 min`. @param milliseconds at least 0 */
export function durationInWords(milliseconds: number): string {
  const duration = Math.max(0, milliseconds);
  if (duration < minute) return l10n.t('{0} s', Math.floor(duration / second));
  if (duration < hour) return l10n.t('{0} min', Math.floor(duration / minute));
  if (duration < day) return twoUnits(l10n.t('{0} h', Math.floor(duration / hour)), minutesOf(duration));
  return twoUnits(l10n.t('{0} d', Math.floor(duration / day)), hoursOf(duration));
}

/** Returns how long ago a moment was, such as `3 min ago`. Both are in milliseconds since 1970. */
export function timeAgo(moment: number, now: number): string {
  const elapsed = now - moment;
  return elapsed < minute ? l10n.t('just now') : l10n.t('{0} ago', firstUnit(elapsed));
}

/** Returns the time of a moment of today, or the date and the time of another day, as the user writes them. */
export function clockTime(moment: number, now: number): string {
  const [at, today] = [new Date(moment), new Date(now)];
  const time = at.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  return at.toDateString() === today.toDateString() ? time : `${at.toLocaleDateString()} ${time}`;
}

function firstUnit(duration: number): string {
  if (duration < hour) return durationInWords(duration);
  return duration < day ? l10n.t('{0} h', Math.floor(duration / hour)) : l10n.t('{0} d', Math.floor(duration / day));
}

function minutesOf(duration: number): string {
  const minutes = Math.floor((duration % hour) / minute);
  return minutes === 0 ? '' : l10n.t('{0} min', minutes);
}

function hoursOf(duration: number): string {
  const hours = Math.floor((duration % day) / hour);
  return hours === 0 ? '' : l10n.t('{0} h', hours);
}

function twoUnits(first: string, second: string): string {
  return second === '' ? first : `${first} ${second}`;
}
