import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkPrerequisites } from '../../../../client/src/commands/checkPrerequisites.ts';
import { documented } from '../../../service/answers.ts';
import { bucketOf, catalogOf } from '../../../service/content.ts';
import { startService, type LocalService } from '../../../service/service.ts';
import { jobWithProperties } from '../../../support/jobs.ts';
import { line } from '../../../support/prompts.ts';
import { openSignedInWindow, openWindow, pastedSession, type SubmitWindow } from '../../../support/submitWindow.ts';

let service: LocalService;

beforeEach(async () => (service = await startService()));
afterEach(async () => service.close());

const text = jobWithProperties('metadata_discovery_parameter', '"data_location": "obs://lake-sales/raw"');

/** Runs the command, and returns what the user saw but for the progress. */
async function shown({ services, prompts }: SubmitWindow): Promise<string[]> {
  await checkPrerequisites(services)();
  return prompts.shown.filter((one) => !one.startsWith('progress: '));
}

test('what is met is one message', async () => {
  expect(await shown(await openSignedInWindow(service, { text }))).toEqual([
    line('info', 'All prerequisites are met in dev.'),
  ]);
});

test('what is missing is listed, with what to do', async () => {
  service.content.isAuthorized = false;
  service.content.catalogs = [catalogOf('other')];
  service.content.buckets = [bucketOf('lake-sales')];
  const [question = ''] = await shown(await openSignedInWindow(service, { text }));
  expect(question).toContain('⚠ Jobs aren’t authorized');
  expect(question).toContain('⚠ "target_catalog": the instance doesn’t have catalog lake.');
  expect(question).toContain('⚠ "data_location": nothing found in obs://lake-sales/raw.');
});

test('what can’t be checked is listed, with the reason', async () => {
  service.faults.next('showAgency', { kind: 'answer', answer: documented.noPermission });
  service.faults.next('listObjects', { kind: 'answer', answer: documented.internal });
  const [question = ''] = await shown(await openSignedInWindow(service, { text }));
  expect(question).toContain('? Couldn’t check job authorization: You don’t have permission (403).');
  expect(question).toContain('✓ catalog lake');
  expect(question).toContain('? Couldn’t check obs://lake-sales/raw: The service returned status 500.');
});

test('a user who isn’t signed in is asked to', async () => {
  const token = service.tokens.issue();
  const window = openWindow(service, { text, answers: { picks: ['Paste a token'], secrets: [token] } });
  expect((await shown(window)).at(-1)).toEqual(line('info', 'All prerequisites are met'));
});

test('a user with a refused credential is asked to sign in again', async () => {
  const window = openWindow(service, { text });
  await window.remember(pastedSession(randomUUID()));
  expect(await shown(window)).toEqual([line('error', '401')]);
  expect(window.prompts.shown.join()).not.toContain('met');
});

test('nothing is requested in an untrusted workspace', async () => {
  expect(await shown(await openSignedInWindow(service, { text, trusted: false }))).toEqual([
    line('error', 'isn’t trusted'),
  ]);
  expect(service.requests.all).toEqual([]);
});

test('a job without a type has nothing to check', async () => {
  expect(await shown(await openSignedInWindow(service, { text: '{}' }))).toEqual([line('error', 'no valid type')]);
});
