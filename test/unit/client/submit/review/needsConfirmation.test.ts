import { expect, test } from 'vitest';
import type { NamedJobs } from '../../../../../client/src/api/jobs.ts';
import type { ConfirmSetting } from '../../../../../client/src/state/settings.ts';
import { needsConfirmation } from '../../../../../client/src/submit/review/needsConfirmation.ts';

const [agreed, unknown] = [{ isNew: false }, { isNew: true }];
const noJobs: NamedJobs = { jobs: [], read: 0, isComplete: true };
const oneJob: NamedJobs = { jobs: [{ id: '1', name: 'job', status: undefined }], read: 1, isComplete: true };

/** A job with a reference that goes where the user has agreed to, and that was submitted before with another text. */
const usual = {
  destinations: [agreed],
  isSuspect: false,
  bodyHash: 'now',
  connection: {},
  before: noJobs,
  accepted: { bodyHash: 'before' },
};
const production = { connection: { production: true } };

test.each<[string, ConfirmSetting, Partial<Parameters<typeof asks>[1]>, boolean]>([
  ['always', 'always', {}, true],
  ['always, for production', 'always', production, true],
  ['production, for another connection', 'production', {}, false],
  ['production, for one that says it is not', 'production', { connection: { production: false } }, false],
  ['production, for one', 'production', production, true],
  ['never', 'never', {}, false],
  ['never, for production', 'never', production, false],
  ['never, for the first time', 'never', { accepted: undefined }, false],
  ['never, with nothing filled in', 'never', { destinations: [] }, false],
  ['never, with a new destination', 'never', { destinations: [agreed, unknown] }, true],
  ['production, with a new destination', 'production', { destinations: [unknown] }, true],
  ['never, with sample values or another instance', 'never', { isSuspect: true }, true],
  ['never, unchanged', 'never', { accepted: { bodyHash: 'now' } }, true],
  ['never, where the job list cannot be read', 'never', { before: undefined }, true],
  ['never, where only a part of the job list can be read', 'never', { before: { ...noJobs, isComplete: false } }, true],
  ['never, where the name is taken', 'never', { before: oneJob }, true],
])('%s: %s', (_, setting, changes, expected) => {
  expect(asks(setting, { ...usual, ...changes })).toBe(expected);
});

function asks(
  setting: ConfirmSetting,
  {
    before,
    accepted,
    ...asked
  }: Parameters<typeof needsConfirmation>[1] & {
    readonly before: Parameters<typeof needsConfirmation>[2];
    readonly accepted: Parameters<typeof needsConfirmation>[3];
  },
): boolean {
  return needsConfirmation(setting, asked, before, accepted);
}
