import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Answer } from '../../../service/answers.ts';
import { startService, type LocalService } from '../../../service/service.ts';
import { jobWithProperties } from '../../../support/jobs.ts';
import { openWindow, pastedSession } from '../../../support/submitWindow.ts';
import { smallJob } from '../../service/sampleJobs.ts';

let service: LocalService;
beforeEach(async () => {
  service = await startService();
});
afterEach(async () => service.close());

const requestIdOf = (echo: string): Answer => ({
  status: 400,
  headers: { 'X-Request-Id': `for ${echo}` },
  body: { error_code: 'a.1', error_msg: "target_catalog 'x' not found" },
});
const page = (echo: string): Answer => ({
  status: 502,
  headers: { 'Content-Type': 'text/html' },
  // Of an answer that isn't JSON, 120 characters are shown: the end of the secret isn't among them.
  body: `<html><h1>502 Bad Gateway</h1><p>${'.'.repeat(80)} ${echo}</p></html>`,
});
const noJob = (echo: string): Answer => ({ status: 201, body: `${'.'.repeat(100)} ${echo}` });

const jobOf = (echo: string): Answer => ({ status: 201, body: { id: echo.slice(0, 30), name: 'job_1', status: echo } });

describe('what a service repeats of the secrets that were sent to it', () => {
  test.each([
    ['the token', 'in the request id', requestIdOf],
    ['the token', 'in a page of a proxy, at which it is cut', page],
    ['the token', 'in an answer that is no job, at which it is cut', noJob],
    ['the token', 'in the ID and the status of the job', jobOf],
    ['a password of the job', 'in the ID and the status of the job', jobOf],
    ['a password of the job', 'in the request id', requestIdOf],
    ['a password of the job', 'in a page of a proxy, at which it is cut', page],
    ['a password of the job', 'in an answer that is no job, at which it is cut', noJob],
  ])('%s %s isn’t shown, logged, kept or marked', async (which, _, answer) => {
    const password = `canary-${randomUUID()}`;
    const token = service.tokens.issue();
    const echo = which === 'the token' ? token : password;
    const text = jobWithProperties('datasource_parameter', `"password": "${password}"`);
    const { prompts, log, answered, storage, submit, remember } = openWindow(service, {
      text,
      answers: { confirm: true, buttons: { '': 'Show Details' } },
    });
    await remember(pastedSession(token));
    service.faults.next('createJob', { kind: 'answer', answer: answer(echo) });
    await submit();
    await expect.poll(() => prompts.shown.join('\n')).toContain('•');
    const everything = JSON.stringify([prompts.shown, log, answered, storage.texts()]);
    // The beginning alone would be too much.
    expect(everything).not.toContain(echo.slice(0, 12));
  });
});

test.each(['123', '1', 'e', 'true', '"', '{'])(
  'a response is shown as JSON for a job with the password %s',
  async (password) => {
    const window = openWindow(service, {
      text: jobWithProperties('datasource_parameter', `"password": ${JSON.stringify(password)}`),
      answers: { confirm: true, buttons: { Created: 'Show Response' } },
    });
    await window.remember(pastedSession(service.tokens.issue()));
    const body = { id: '2180518f', create_time: 1712345678901, header: true };
    service.faults.next('createJob', { kind: 'answer', answer: { status: 201, body: { ...body, echo: password } } });
    await window.submit();
    await expect.poll(() => window.responses).toHaveLength(1);
    expect(JSON.parse(window.responses.join())).toEqual({ ...body, echo: '••••••' });
  },
);

test.each([
  [1024 * 1024, ['[Start]', '[Copy ID]', '[Show Response]']],
  [1024 * 1024 + 1, ['[Start]', '[Copy ID]']],
])('a response of %i characters can be shown: %j', async (size, buttons) => {
  const window = openWindow(service, { text: JSON.stringify(smallJob), answers: { confirm: true } });
  await window.remember(pastedSession(service.tokens.issue()));
  const [start, end] = ['{"id":"2180518f","description":"', '"}'];
  const body = start + 'x'.repeat(size - start.length - end.length) + end;
  service.faults.next('createJob', { kind: 'answer', answer: { status: 201, body } });
  await window.submit();
  expect(window.prompts.shown.at(-1)?.match(/\[.*?\]/g)).toEqual(buttons);
});
