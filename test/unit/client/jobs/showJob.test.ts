import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SubmissionRecord } from '../../../../client/src/state/submissionRecord.ts';
import { showJob } from '../../../../client/src/jobs/showJob.ts';
import { documented, type Answer } from '../../../service/answers.ts';
import { startService, type LocalService } from '../../../service/service.ts';
import type { Answers } from '../../../support/prompts.ts';
import { connectionTo, openWindow, pastedSession } from '../../../support/submitWindow.ts';
import { jobWithProperties } from '../../../support/jobs.ts';
import { smallJob } from '../../service/sampleJobs.ts';

let service: LocalService;
let record: SubmissionRecord;

beforeEach(async () => {
  service = await startService();
  const window = openWindow(service, { answers: { confirm: true }, text: JSON.stringify(smallJob) });
  await window.remember(pastedSession(service.tokens.issue()));
  await window.submit();
  const [sent] = await window.history.all();
  if (sent?.jobId === undefined) throw new Error('No job was created.');
  record = sent;
});

afterEach(async () => service.close());

/** Shows the job of the record to a user who has this token. */
async function shown(token: string | undefined, answers: Answers = {}, connections = [connectionTo(service)]) {
  const window = openWindow(service, { answers, connections });
  if (token !== undefined) await window.remember(pastedSession(token));
  await showJob(window.services, record, record.jobId ?? '');
  const responses = window.responses.map((json): unknown => JSON.parse(json));
  return { responses, told: window.prompts.shown.filter((text) => !text.startsWith('progress')) };
}

describe('the job of a submission', () => {
  test('is shown as the service has it', async () => {
    const { responses, told } = await shown(service.tokens.issue());
    expect(responses).toEqual([expect.objectContaining({ id: record.jobId, name: record.name })]);
    expect(told).toEqual([]);
  });

  test('is shown without a password that an address in it has', async () => {
    const [password, host] = [randomUUID(), 'lake.example:3306/metastore'];
    const url = `jdbc:mysql://hive:${password}@${host}?password=${password}`;
    service.faults.next('showJob', {
      kind: 'answer',
      answer: { status: 200, body: { ...smallJob, id: record.jobId, parameter: { jdbc_url: url } } },
    });
    const { responses } = await shown(service.tokens.issue());
    const masked = `jdbc:mysql://hive:••••••@${host}?password=••••••`;
    expect(responses).toEqual([expect.objectContaining({ parameter: { jdbc_url: masked } })]);
  });

  test('is shown without the secrets that it was sent with, wherever the service has them', async () => {
    const [stored, written] = [randomUUID(), randomUUID()];
    const text = jobWithProperties('datasource_parameter', `"password": "${written}", "username": "\${secret:USER}"`);
    const window = openWindow(service, { text });
    await window.remember(pastedSession(service.tokens.issue()));
    await window.services.secrets.set({ name: 'USER' }, stored);
    const own = randomUUID();
    await window.services.secrets.set({ name: 'USER', connection: 'dev' }, own);
    const body = { ...smallJob, id: record.jobId, description: `${stored}, ${own}, and ${written}` };
    service.faults.next('showJob', { kind: 'answer', answer: { status: 200, body } });
    await showJob(window.services, { ...record, references: ['${secret:USER}'] }, record.jobId ?? '');
    expect(window.responses.join()).toContain('"description": "••••••, ••••••, and ••••••"');
    const answer = { status: 400, body: { error_msg: `${stored} is no user` } };
    service.faults.next('showJob', { kind: 'answer', answer });
    await showJob(window.services, { ...record, references: ['${secret:USER}'] }, record.jobId ?? '');
    expect(window.prompts.shown.join()).toContain('•••••• is no user');
  });

  test('isn’t made larger by its nesting', async () => {
    const depth = 400;
    const value: unknown = JSON.parse(`${'['.repeat(depth)}${'1,'.repeat(10_000)}1${']'.repeat(depth)}`);
    const answer = { status: 200, body: { id: record.jobId, value } };
    service.faults.next('showJob', { kind: 'answer', answer });
    const window = openWindow(service, {});
    await window.remember(pastedSession(service.tokens.issue()));
    await showJob(window.services, record, record.jobId ?? '');
    expect(window.responses.join().length).toBeLessThan(50_000);
  });

  test('is shown after signing in', async () => {
    const answers = { picks: ['Paste a token'], secrets: [service.tokens.issue()] };
    expect((await shown(undefined, answers)).responses).toHaveLength(1);
  });

  test('is shown with a fresh token in the place of one that has ended', async () => {
    const ended = service.tokens.issue();
    service.tokens.expire(ended);
    const answers = {
      buttons: { 'wasn’t accepted (403)': 'Sign In' },
      picks: ['Paste a token'],
      secrets: [service.tokens.issue()],
    };
    const { responses, told } = await shown(ended, answers);
    expect(told[0]).toContain('wasn’t accepted (403)');
    expect(responses).toHaveLength(1);
  });

  test('isn’t shown where no connection goes to its instance any more', async () => {
    const { responses, told } = await shown(undefined, {}, []);
    expect(responses).toEqual([]);
    expect(told).toEqual([
      `error: No connection for instance ${service.instanceId} at ${service.url}. Add one to show the job.`,
    ]);
  });

  test.each<[string, Answer, string]>([
    ['is gone', documented.notFound, 'The job wasn’t found (404). It may have been deleted.'],
    ['may not be seen', documented.noPermission, 'You don’t have permission to view jobs here (403).'],
    ['cannot be read', { status: 200, body: 'no JSON' }, 'The service returned status 200, but'],
  ])('%s, which is reported', async (_, answer, sentence) => {
    service.faults.next('showJob', { kind: 'answer', answer });
    const { responses, told } = await shown(service.tokens.issue());
    expect(responses).toEqual([]);
    expect(told).toEqual([expect.stringContaining(sentence)]);
  });
});
