import { expect, it } from 'vitest';
import type { SubmissionRecord } from '../../../../../client/src/state/submissionRecord.ts';
import { submissionLabel } from '../../../../../client/src/submit/report/submissionLabels.ts';
import { acceptedSubmission } from '../../../../support/submissionHistory.ts';

const now = new Date(2026, 10, 29, 14, 0);
const [time, day] = [
  new Date(2026, 10, 29, 11, 41).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' }),
  new Date(2026, 10, 28).toLocaleDateString(),
];
const sent: SubmissionRecord = {
  ...acceptedSubmission,
  sentAt: new Date(2026, 10, 29, 11, 41).toISOString(),
  bodyHash: 'now',
};

it.each<[string, Partial<SubmissionRecord>, string]>([
  ['one from today', {}, `✓ dev · ${time}`],
  ['one from another day', { sentAt: new Date(2026, 10, 28, 11, 41).toISOString() }, `✓ dev · ${day}`],
  ['a text that has changed', { bodyHash: 'then' }, `✓ dev · ${time} · changed since`],
  ['one that was found', { result: 'found' }, `✓ dev · ${time}`],
  ['one without a clear result', { result: 'unknown' }, `? dev · ${time} · not confirmed`],
  [
    'one that may be another’s',
    { result: 'similar', bodyHash: 'then' },
    `? dev · ${time} · not confirmed · changed since`,
  ],
  ['a long name', { connection: 'x'.repeat(80) }, `✓ ${'x'.repeat(49)}… · ${time}`],
])('labels %s', (_, change, expected) => {
  expect(submissionLabel({ ...sent, ...change }, 'now', now)).toBe(expected);
});
