import { describe, expect, test } from 'vitest';
import { clockTime, durationInWords, timeAgo } from '../../../../client/src/jobs/durations.ts';

const [second, minute, hour, day] = [1_000, 60_000, 3_600_000, 86_400_000];

test.each<[number, string]>([
  [0, '0 s'],
  [-5, '0 s'],
  [59.9 * second, '59 s'],
  [minute, '1 min'],
  [59.9 * minute, '59 min'],
  [hour, '1 h'],
  [hour + 5 * minute, '1 h 5 min'],
  [day, '1 d'],
  [2 * day + 3 * hour + 59 * minute, '2 d 3 h'],
])('%d milliseconds are %s', (milliseconds, words) => {
  expect(durationInWords(milliseconds)).toBe(words);
});

test.each<[number, string]>([
  [-second, 'just now'],
  [59 * second, 'just now'],
  [minute, '1 min ago'],
  [3 * hour + 5 * minute, '3 h ago'],
  [2 * day + 3 * hour, '2 d ago'],
])('a moment %d milliseconds before is %s', (milliseconds, words) => {
  const now = Date.parse('2026-11-30T12:00:00Z');
  expect(timeAgo(now - milliseconds, now)).toBe(words);
});

describe('a moment', () => {
  const now = new Date(2026, 10, 30, 12, 0).getTime();

  test('of today is a time', () => {
    expect(clockTime(now, now)).toBe(new Date(now).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' }));
  });

  test('of another day has its date', () => {
    expect(clockTime(now - day, now)).toContain(new Date(now - day).toLocaleDateString());
  });
});
