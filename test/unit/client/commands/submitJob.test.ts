import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { assumedExpiry, type Expiry, type Session, type UserSession } from '../../../../client/src/auth/session.ts';
import { Secrets } from '../../../../client/src/secrets/secrets.ts';
import type { ConfirmSetting } from '../../../../client/src/state/settings.ts';
import { documented, type Answer } from '../../../service/answers.ts';
import { startService, type LocalService } from '../../../service/service.ts';
import { InMemoryMemento } from '../../../support/memento.ts';
import { line, type Answers } from '../../../support/prompts.ts';
import { InMemorySecretStorage } from '../../../support/secretStorage.ts';
import { InMemoryStorage } from '../../../support/sharedStorage.ts';
import {
  connectionTo,
  environmentWith,
  openWindow,
  type SubmitWindow,
  type WindowOptions,
} from '../../../support/submitWindow.ts';

let service: LocalService;
let password: string;
let body: string;

beforeEach(async () => {
  service = await startService();
  password = randomUUID();
  body = JSON.stringify({
    name: 'job_1',
    type: 'METADATA_MIGRATION',
    parameter: {
      metadata_migration_parameter: {
        datasource_type: 'OPEN_FOR_MYSQL',
        datasource_parameter: { password },
        source_catalog: 'a',
        target_catalog: 'b',
        conflict_strategy: 'UPSERT',
        log_location: 'obs://c/d',
        sync_objects: ['TABLE'],
        locations: [],
        instance_id: service.instanceId,
      },
    },
  }).replace('{', '{ ');
});

afterEach(async () => service.close());

/** A session with a token that isn't a day old. */
function pasted(token: string): Session {
  return { kind: 'token', token, expiry: assumedExpiry(Date.now()) };
}

/** A user with one connection to the local service, and the state of their window afterwards. */
function world(answers: Answers, changes: Omit<WindowOptions, 'answers'> = {}): SubmitWindow {
  return openWindow(service, { answers, text: body, ...changes });
}

/** Submits with a valid token and confirms; returns the last message. */
async function submitted(answers: Answers = {}, timeout?: number): Promise<{ message: string } & SubmitWindow> {
  const window = world({ confirm: true, ...answers }, timeout === undefined ? {} : { timeout });
  await window.remember(pasted(service.tokens.issue()));
  await window.submit();
  return { ...window, message: window.prompts.shown.at(-1) ?? '' };
}

describe('a job that is submitted', () => {
  test('is sent once, unchanged, with the stored token', async () => {
    const { submit, remember, prompts } = world({ confirm: true });
    const token = service.tokens.issue();
    await remember(pasted(token));
    await submit();
    const [request, second] = service.requests.of('createJob');
    expect(second).toBeUndefined();
    expect(request?.body).toBe(body);
    expect(request?.headers).toMatchObject({ 'x-auth-token': token, 'content-type': 'application/json' });
    const [job] = service.jobs.all;
    expect(prompts.shown.at(-1)).toBe(
      `info: Created "job_1" (ID ${job?.id ?? '?'}). It runs when you start it. [Start] [Copy ID] [Show Response]`,
    );
  });

  test('is confirmed before, by what it does, what matters of it, and where it goes', async () => {
    const { prompts } = await submitted({ confirm: false });
    expect(prompts.shown).toEqual([
      'progress: Checking for jobs named "job_1"…',
      [
        'choose: Submit "job_1" to dev as a new job? [Submit] [Preview Request]',
        'Type: METADATA_MIGRATION',
        'Target: catalog b',
        'Runs: when you start it',
        '',
        `Connection: dev (${service.url})`,
        `Project: ${service.projectId}`,
        `Instance: ${service.instanceId}`,
      ].join('\n'),
    ]);
    expect(service.requests.of('createJob')).toEqual([]);
  });

  test('with the name of a job is compared with it, and updates it only if that is selected', async () => {
    await submitted();
    body = body.replace('"target_catalog":"b"', '"target_catalog":"c"');
    const { prompts } = await submitted({ confirm: false });
    const [existing] = service.jobs.all;
    expect(prompts.shown.at(-1)).toBe(
      [
        'choose: Update "job_1" in dev? [Show Changes] [Update] [Create Another Job]',
        'Type: METADATA_MIGRATION',
        'Target: catalog c',
        'Runs: when you start it',
        '',
        `Connection: dev (${service.url})`,
        `Project: ${service.projectId}`,
        `Instance: ${service.instanceId}`,
        `Job: ${existing?.id ?? '?'} (CREATED)`,
        'Secrets aren’t compared, because the service doesn’t return them.',
      ].join('\n'),
    );
    expect(service.jobs.all).toHaveLength(1);
  });

  test('has a status in either shape', async () => {
    await service.close();
    service = await startService({ statusShape: 'text' });
    await submitted();
    const { prompts } = await submitted();
    expect(prompts.shown.at(-1)).toContain('(CREATED)');
  });

  test('gives its id to copy and its answer to read', async () => {
    const copied = await submitted({ buttons: { Created: 'Copy ID' } });
    await expect.poll(() => copied.prompts.copied).toEqual([service.jobs.all[0]?.id]);
    const { responses } = await submitted({
      buttons: { Created: 'Show Response' },
      choices: ['Create Another Job'],
    });
    await expect.poll(() => responses.map((text): unknown => JSON.parse(text))).toMatchObject([{ name: 'job_1' }]);
  });

  test('leaves one line a request in the log, without token, body or password', async () => {
    const { exchanges, log } = await submitted();
    expect(exchanges()).toEqual(['GET 200', 'POST 201']);
    expect(log.join('\n')).not.toContain(password);
  });
});

describe('a refused job gets a sentence and isn’t created', () => {
  test.each<[string, Answer, RegExp]>([
    [
      '400',
      documented.badRequest,
      /^error: Type mismatch \(400\)\. No job was created\. The service doesn’t report which property is wrong\. Compare/,
    ],
    ['403 for a permission', documented.noPermission, /^error: no permission \(403\)\. .*lakeformation:job:create/],
    [
      '404',
      documented.notFound,
      /404.*\. Check the project ID, the instance ID, and the endpoint of connection "dev"\. \[Edit Connection\]/,
    ],
    ['413', documented.tooLarge, /too large \(413\)\..* 12 MB\. Split/],
    ['429', documented.tooMany, /\(429\)\. .*Wait 7 seconds/],
    ['a redirect', { status: 307, headers: { Location: 'https://elsewhere.example/' } }, /Redirects aren’t followed/],
    ['a status of no meaning', { status: 418, body: [] }, /rejected the job \(418\)/],
  ])('%s', async (_, answer, sentence) => {
    service.faults.next('createJob', { kind: 'answer', answer });
    const { message, prompts } = await submitted();
    expect(message).toMatch(sentence);
    expect(message).toMatch(/^error: .{1,200} No job was created\. .*\[Show Details\]$/);
    expect(prompts.shown.join('\n')).not.toContain(password);
    expect(service.requests.of('createJob')).toHaveLength(1);
    expect(service.jobs.all).toEqual([]);
  });
});

test('the details of a failure are shown on demand, to copy', async () => {
  service.faults.next('createJob', { kind: 'answer', answer: documented.noPermission });
  const { prompts } = await submitted({ buttons: { 'no permission': 'Show Details' }, choices: ['Copy Details'] });
  const details = [
    'You don’t have permission to create jobs here (403). Ask for the IAM action lakeformation:job:create in this project.',
    'HTTP status: 403',
    'Code: lakeformation.00000016',
    'Message: no permission',
    'Solution: Ask the administrator',
  ];
  await expect.poll(() => prompts.copied).toEqual([expect.stringContaining(details.join('\n'))]);
  expect(prompts.shown.at(-1)).toEqual(line('choose with a warning', '[Copy Details] [Error Codes]', ...details));
});

describe('an unknown outcome is looked up, never sent again', () => {
  test.each<[string, Answer, RegExp]>([
    ['408', documented.timeout, /timeout exception occurred \(408\)/],
    ['500', documented.internal, /internal error \(500\)/],
    ['502 with a page of a proxy', documented.badGateway, /\(502\)\. /],
    ['503', { status: 503, body: '' }, /isn’t available \(503\)/],
    ['504', documented.gatewayTimeout, /Backend timeout \(504\)/],
    [
      '201 without JSON',
      { status: 201, body: '<html>Welcome</html>' },
      /status 201, but not the response that the API reference describes\./,
    ],
  ])('%s, and the job isn’t in the list', async (_, answer, sentence) => {
    service.faults.next('createJob', { kind: 'answer', answer });
    const { message } = await submitted();
    expect(message).toMatch(sentence);
    expect(message).toMatch(
      / Couldn’t confirm whether "job_1" was created\. It isn’t in the job list.* \[Check Again\] \[Show Details\]$/,
    );
    expect(service.requests.of('createJob')).toHaveLength(1);
  });

  test.each(['after', 'midAnswer'] as const)('a connection cut %s the job was made: it is found', async (when) => {
    service.faults.next('createJob', { kind: 'cut', when });
    const { message, prompts } = await submitted({ buttons: { anyway: 'Copy ID' } });
    const [job] = service.jobs.all;
    expect(message).toMatch(
      /^warn: The connection to .* was lost.*\. "job_1" was created anyway \(ID .*\)\. .* \[Copy ID\] \[Show Details\]$/,
    );
    await expect.poll(() => prompts.copied).toEqual([job?.id]);
    expect(service.requests.of('createJob')).toHaveLength(1);
  });

  test('a connection cut before: it isn’t created', async () => {
    service.faults.next('createJob', { kind: 'cut', when: 'before' });
    expect((await submitted()).message).toMatch(/was lost.*It isn’t in the job list/);
  });

  test('a job of the same name that was there before isn’t mistaken for it', async () => {
    await submitted();
    service.faults.next('createJob', { kind: 'cut', when: 'before' });
    expect((await submitted({ choices: ['Create Another Job'] })).message).toMatch(/It isn’t in the job list/);
  });

  test('a list that can’t be read either: the outcome isn’t known', async () => {
    service.faults.next('createJob', { kind: 'cut', when: 'after' });
    service.faults.next('listJobs', { kind: 'answer', answer: documented.noPermission }, 2);
    expect((await submitted()).message).toMatch(
      /^warn: .* Couldn’t confirm whether "job_1" was created: couldn’t read the job list/,
    );
    expect(service.requests.of('createJob')).toHaveLength(1);
  });

  test('an answer that never comes: the time limit ends the waiting', async () => {
    service.faults.next('createJob', { kind: 'delay', until: new Promise(() => undefined) });
    expect((await submitted({}, 2000)).message).toMatch(
      /didn’t respond in time.*It isn’t in the job list, but the service may still be processing it/,
    );
  });
});

describe('a token that isn’t accepted', () => {
  test.each([
    ['401', documented.unauthorized],
    ['the 403 on the token', documented.forbidden],
  ])('is asked for again after %s, and the same submission goes on', async (_, answer) => {
    const fresh = service.tokens.issue();
    service.faults.next('createJob', { kind: 'answer', answer });
    const { prompts } = await submitted({
      secrets: [fresh],
      picks: ['Paste a token'],
      buttons: { 'wasn’t accepted': 'Sign In' },
    });
    const [first, second] = service.requests.of('createJob');
    expect(second?.headers['x-auth-token']).toBe(fresh);
    expect(second?.body).toBe(first?.body);
    expect(service.jobs.all).toHaveLength(1);
    expect(prompts.shown.filter((shown) => shown.startsWith('choose:'))).toHaveLength(1);
    expect(prompts.shown.join('\n')).not.toContain(fresh);
  });

  test('after which the list fails: the message is that no job was created, not that nothing was sent', async () => {
    const { submit, remember, prompts } = world({
      confirm: true,
      secrets: [service.tokens.issue()],
      picks: ['Paste a token'],
      buttons: { 'wasn’t accepted': 'Sign In' },
    });
    await remember(pasted(service.tokens.issue()));
    service.faults.next('listJobs', { kind: 'answer', answer: { status: 200, body: { total: 0, jobs: [] } } });
    service.faults.next('listJobs', { kind: 'answer', answer: documented.notFound });
    service.faults.next('createJob', { kind: 'answer', answer: documented.unauthorized });
    await submit();
    expect(prompts.shown.at(-1)).toEqual(line('error', '404', 'No job was created'));
    expect(service.requests.of('createJob')).toHaveLength(1);
  });

  test('is found before anything is created, when it is long dead', async () => {
    const { submit, remember, prompts } = world({
      secrets: [service.tokens.issue()],
      confirm: true,
      picks: ['Paste a token'],
      buttons: { 'wasn’t accepted': 'Sign In' },
    });
    const dead = service.tokens.issue();
    service.tokens.expire(dead);
    await remember(pasted(dead));
    await submit();
    expect(service.requests.of('createJob')).toHaveLength(1);
    expect(prompts.shown.at(-1)).toContain('Created "');
  });

  test('isn’t a 403 with a message about something else', async () => {
    const answer = { status: 403, body: { error_code: '403', error_msg: 'The token bucket is empty' } };
    service.faults.next('createJob', { kind: 'answer', answer });
    const { message } = await submitted();
    expect(message).toMatch(/^error: .*lakeformation:job:create/);
    expect(message).not.toContain('[Sign In]');
  });

  test.each([
    ['of another project', '21', 'The credentials are for another project.'],
    ['that a proxy took away', '23', 'The request had no token'],
  ])('%s is reported, with the list of codes', async (_, digits, sentence) => {
    const body = { error_code: `lakeformation.000000${digits}`, error_msg: 'token' };
    service.faults.next('createJob', { kind: 'answer', answer: { status: 401, body } });
    const { submit, remember, prompts } = world({ confirm: true });
    await remember(pasted(service.tokens.issue()));
    await submit();
    expect(prompts.shown.at(-1)).toContain(`wasn’t accepted (401). No job was created. ${sentence}`);
    expect(prompts.shown.at(-1)).toMatch(/\[Sign In\] \[Error Codes\]$/);
  });

  test('and not replaced ends the submission', async () => {
    service.faults.next('createJob', { kind: 'answer', answer: documented.unauthorized });
    const { message } = await submitted();
    expect(message).toMatch(
      /^error: The token for connection "dev" wasn’t accepted \(401\)\. No job was created\. .* \[Sign In\] \[Error Codes\]$/,
    );
    expect(service.jobs.all).toEqual([]);
  });
});

describe('the user is signed in', () => {
  test.each(['permanent', 'temporary'] as const)('with %s access keys: every request is signed', async (kind) => {
    const { submit, remember, prompts, log } = world({ confirm: true });
    const key = service.accessKeys.issue(kind);
    await remember({ kind: 'accessKey', ...key });
    await submit();
    expect(prompts.shown.at(-1)).toContain('Created "');
    expect(service.jobs.all).toHaveLength(1);
    for (const { headers } of service.requests.all) expect(headers).not.toHaveProperty('x-auth-token');
    const parts = Object.values(key);
    for (const part of parts) expect([...log, ...prompts.shown].join('\n')).not.toContain(part);
  });

  test('with access keys that aren’t accepted: the message has what to check, and others go on with the same job', async () => {
    const wrong = { ...service.accessKeys.issue(), secretKey: randomUUID() };
    const { accessKey, secretKey } = service.accessKeys.issue();
    const { submit, remember, prompts } = world({
      confirm: true,
      picks: ['Access keys'],
      texts: [accessKey],
      secrets: [secretKey, ''],
      buttons: { 'weren’t accepted': 'Sign In' },
    });
    await remember({ kind: 'accessKey', ...wrong });
    await submit();
    expect(prompts.shown).toContainEqual(
      expect.stringMatching(
        /^error: The access keys for connection "dev" weren’t accepted \(401\)\. Nothing was sent\. Check both keys.*APIGW\.0301.* \[Sign In\] \[Error Codes\]$/,
      ),
    );
    expect(service.jobs.all).toHaveLength(1);
  });

  test('with access keys, and a clock that is behind: the message has how far', async () => {
    const { submit, remember, prompts } = world({}, { now: () => Date.now() - 20 * 60_000 });
    await remember({ kind: 'accessKey', ...service.accessKeys.issue() });
    await submit();
    expect(prompts.shown.at(-1)).toMatch(/^error: .*Nothing was sent\. .*clock is 20 minutes behind\..*APIGW\.0301/);
  });

  test('with what an answer repeats: no part of it is shown', async () => {
    const key = service.accessKeys.issue('temporary');
    const { submit, remember, prompts } = world({ confirm: true });
    await remember({ kind: 'accessKey', ...key });
    const answer = { status: 400, body: { error_msg: `refused ${Object.values(key).join(' and ')}` } };
    service.faults.next('createJob', { kind: 'answer', answer });
    await submit();
    expect(prompts.shown.at(-1)).toMatch(/^error: refused •+ and •+ and •+ \(400\)\./);
  });
});

describe('a token with less than 5 minutes left', () => {
  const soon = (): Expiry => ({ at: Date.now() + 4 * 60_000, isStated: true });

  function userSession(changes: Partial<UserSession> = {}): UserSession {
    const user = { domain: 'company', name: 'engineer', password: randomUUID() };
    service.tokens.addUser(user);
    return {
      kind: 'user',
      domain: user.domain,
      user: user.name,
      password: user.password,
      token: service.tokens.issue(),
      expiry: soon(),
      iamEndpoint: service.url,
      ...changes,
    };
  }

  test('is renewed by the password that is kept, and nobody is asked', async () => {
    const session = userSession();
    const { submit, remember, prompts, exchanges } = world({ confirm: true });
    await remember(session);
    await submit();
    expect(exchanges()).toEqual(['POST 201', 'GET 200', 'POST 201']);
    expect(service.requests.of('createJob')[0]?.headers['x-auth-token']).not.toBe(session.token);
    expect(prompts.shown.slice(0, 2)).toEqual([
      'progress: Signing in to dev as engineer…',
      'progress: Checking for jobs named "job_1"…',
    ]);
    await submit();
    expect(service.requests.of('createToken')).toHaveLength(1);
  });

  test.each<[string, () => Session, string]>([
    [
      'a pasted one',
      () => ({ kind: 'token', token: service.tokens.issue(), expiry: soon() }),
      'Paste a token, IAM user, Access keys',
    ],
    [
      'one of a user without a password',
      () => ({ ...userSession(), password: '' }),
      'IAM user, Access keys, Paste a token',
    ],
    [
      'one of a user whose password is for another IAM',
      () => userSession({ iamEndpoint: 'https://elsewhere' }),
      'IAM user, Access keys, Paste a token',
    ],
    [
      'one of a user whose password is wrong by now',
      () => userSession({ password: randomUUID() }),
      'IAM user, Access keys, Paste a token',
    ],
  ])('is asked for before anything is sent: %s', async (_, session, choices) => {
    const { submit, remember, prompts } = world({ confirm: true });
    await remember(session());
    await submit();
    expect(prompts.shown.at(-1)).toBe(`pick: Sign in to dev: ${choices}, Continue with the current session`);
    expect(service.requests.of('listJobs')).toEqual([]);
    expect(service.requests.of('createJob')).toEqual([]);
  });

  test('isn’t offered where it has ended for sure', async () => {
    const { submit, remember, prompts } = world({ confirm: true });
    const expiry = { at: Date.now() - 1000, isStated: true };
    await remember({ kind: 'token', token: service.tokens.issue(), expiry });
    await submit();
    expect(prompts.shown.at(-1)).toBe('pick: Sign in to dev: Paste a token, IAM user, Access keys');
  });

  test('with a password that is wrong by now is asked for after a message with the reason', async () => {
    const { submit, remember, prompts } = world({ confirm: true });
    await remember(userSession({ password: randomUUID() }));
    await submit();
    expect(prompts.shown.at(-2)).toMatch(/^error: Sign-in failed \(401\)/);
  });

  test('is used all the same, where the user wants it', async () => {
    const { submit, remember, prompts } = world({ confirm: true, picks: ['Continue with the current session'] });
    await remember({ kind: 'token', token: service.tokens.issue(), expiry: soon() });
    await submit();
    expect(prompts.shown.at(-1)).toContain('Created "');
  });

  test('doesn’t matter if it has more, or its end is unknown', async () => {
    const { submit, remember, prompts } = world({ confirm: true, choices: ['Create Another Job'] });
    await remember({ kind: 'token', token: service.tokens.issue() });
    await submit();
    await remember({
      kind: 'token',
      token: service.tokens.issue(),
      expiry: { ...soon(), at: Date.now() + 6 * 60_000 },
    });
    await submit();
    expect(prompts.shown.filter((shown) => shown.startsWith('pick:'))).toEqual([]);
    expect(service.jobs.all).toHaveLength(2);
  });

  describe('refused by the service', () => {
    const valid = (): Expiry => ({ at: Date.now() + 60 * 60_000, isStated: true });

    test('is renewed by the password, and the same submission goes on without a question', async () => {
      const session = userSession({ expiry: valid() });
      service.faults.next('createJob', { kind: 'answer', answer: documented.unauthorized });
      const { submit, remember, prompts } = world({ confirm: true });
      await remember(session);
      await submit();
      expect(prompts.shown.filter((shown) => /^(?:error|pick|choose):/.test(shown))).toHaveLength(1);
      expect(prompts.shown.at(-1)).toContain('Created "');
      expect(service.jobs.all).toHaveLength(1);
    });

    test('again, though it was renewed: the user is asked, and it isn’t renewed without end', async () => {
      service.faults.next('createJob', { kind: 'answer', answer: documented.unauthorized }, 2);
      const { submit, remember, prompts } = world({ confirm: true });
      await remember(userSession({ expiry: valid() }));
      await submit();
      expect(service.requests.of('createToken')).toHaveLength(1);
      expect(prompts.shown.at(-1)).toMatch(
        /^error: The token for connection "dev" wasn’t accepted.*No job was created\..*\[Sign In\] \[Error Codes\]$/,
      );
      expect(service.jobs.all).toEqual([]);
    });

    test('if the password is wrong by now: both are reported', async () => {
      service.faults.next('createJob', { kind: 'answer', answer: documented.unauthorized });
      const { submit, remember, prompts } = world({ confirm: true });
      await remember(userSession({ expiry: valid(), password: randomUUID() }));
      await submit();
      expect(prompts.shown.at(-1)).toMatch(
        /^error: .*wasn’t accepted \(401\)\. No job was created\..* Sign-in failed.*\[Sign In\] \[Error Codes\]$/,
      );
    });

    test('where the user has signed in again in another window: that session goes on', async () => {
      const fresh = service.tokens.issue();
      const { submit, remember, prompts } = world({ confirm: true });
      await remember(pasted(service.tokens.issue()));
      const release = service.faults.hold('listJobs');
      service.faults.next('createJob', { kind: 'answer', answer: documented.unauthorized });
      const submitted = submit();
      await service.requests.waitFor('listJobs');
      await remember(pasted(fresh));
      release();
      await submitted;
      expect(service.requests.of('createJob').map(({ headers }) => headers['x-auth-token'] === fresh)).toEqual([
        false,
        true,
      ]);
      expect(prompts.shown.at(-1)).toContain('Created "');
    });
  });
});

describe('nothing is sent', () => {
  test('without a trusted workspace', async () => {
    const { submit, prompts } = world({ confirm: true }, { trusted: false });
    await submit();
    expect(prompts.shown).toEqual([line('error', 'rust')]);
  });

  test('of a document with errors: the Problems view opens', async () => {
    const { submit, prompts, shown } = world({ confirm: true }, { errors: 2 });
    await submit();
    expect(prompts.opened).toEqual(['problems']);
    expect(prompts.shown).toEqual([line('error', '2 errors')]);
    expect(shown()).toBe(1);
  });

  test('of a document that isn’t a job', async () => {
    body = '{ "name": 7 }';
    const { submit, prompts } = world({ confirm: true });
    await submit();
    expect(prompts.shown).toEqual([line('error', 'name and a type')]);
  });

  test.each([
    ['a wrong one', [{ name: 'dev' }], 'Connection "dev" has no region.'],
    ['no array', 'dev', '"lakeformation.connections" must be an array of connections.'],
  ])('with %s for a connection: the settings open', async (_, connections, message) => {
    const { submit, prompts } = world({ confirm: true, buttons: { onnection: 'Open Settings' } }, { connections });
    await submit();
    expect(prompts.shown).toEqual([`error: ${message} [Open Settings]`]);
    expect(prompts.opened).toEqual(['settings: lakeformation.connections']);
  });

  test('without a connection, when the user leaves the steps to add one', async () => {
    const { submit, prompts } = world({ confirm: true }, { connections: [] });
    await submit();
    expect(prompts.shown).toEqual([line('ask 1/4', 'Add Connection')]);
  });

  test('without a token', async () => {
    const { submit, prompts } = world({ confirm: true, picks: ['Paste a token'] });
    await submit();
    expect(prompts.shown).toEqual([
      'pick: Sign in to dev: IAM user, Access keys, Paste a token',
      `secret: Sign in to dev. Value of X-Subject-Token in an IAM response. It’s sent only to ${service.url}.`,
    ]);
  });

  test('when the service can’t be reached', async () => {
    await service.close();
    const { message } = await submitted();
    expect(message).toMatch(
      /Couldn’t reach .* \(ECONNREFUSED\)\. Nothing was sent\. .* \[Edit Connection\] \[Show Details\]$/,
    );
  });

  test.each([['project', { status: 404, body: {} }]])('when the %s isn’t found', async (_, answer) => {
    service.faults.next('listJobs', { kind: 'answer', answer });
    expect((await submitted()).message).toMatch(/^error: .*wasn’t found \(404\)\. Nothing was sent\. /);
    expect(service.requests.of('createJob')).toEqual([]);
  });
});

describe('lakeformation.submit.confirm', () => {
  async function asked(options: Omit<WindowOptions, 'answers'>, times = 1): Promise<string[]> {
    const { submit, remember, prompts } = world({ confirm: true, choices: ['Create Another Job'] }, options);
    await remember(pasted(service.tokens.issue()));
    for (let time = 0; time < times; time += 1) await submit();
    expect(service.jobs.all).toHaveLength(times);
    return prompts.shown.filter((text) => /^(confirm|choose)/.test(text));
  }

  test.each<[ConfirmSetting | undefined, boolean, number]>([
    [undefined, false, 1],
    ['always', false, 1],
    ['production', false, 0],
    ['production', true, 1],
    ['never', true, 0],
  ])('%s, production %s: asked %i times', async (confirm, production, times) => {
    const connections = [{ ...connectionTo(service), production }];
    expect(await asked({ connections, ...(confirm && { confirm }) })).toHaveLength(times);
  });

  test('never: a name that is taken is asked about all the same', async () => {
    expect(await asked({ confirm: 'never' }, 2)).toEqual([line('choose', 'Nothing to do: "job_1" in dev matches')]);
  });

  test('sample values that nobody replaced are listed', async () => {
    body = body.replace('{', '{ "description": "Your description of the job",');
    expect(await asked({})).toEqual([
      expect.stringContaining('Sample values not replaced: description (Your description of the job)'),
    ]);
  });

  test('never: what is filled in is asked about the first time', async () => {
    body = body.replace('{', '{ "description": "${env:HOST}",');
    expect(await asked({ confirm: 'never', variables: environmentWith({ HOST: 'lake' }) })).toEqual([
      line('confirm', 'Allow', 'HOST: description'),
      line('choose with a warning', '[Preview Request] [Submit]', '⚠ New: ${env:HOST} in description'),
    ]);
  });

  test('never: a known reference that goes to another host is asked about, with a warning, until it is agreed to', async () => {
    const workspaceState = new InMemoryMemento();
    const storage = new InMemoryStorage();
    const secretStorage = new InMemorySecretStorage();
    await new Secrets(secretStorage, () => undefined).set({ name: 'DB' }, password);
    let number = 0;
    /** Submits the job with a source at a host and another name; returns what was asked. */
    const askedAt = async (host: string, confirm: boolean): Promise<string[]> => {
      const source = `"jdbc_url": "jdbc:mysql://${host}:3306/hive", "password": "\${secret:DB}"`;
      const text = body.replace(`"password":"${password}"`, source).replace('job_1', `job_${++number}`);
      const options = { text, confirm: 'never', workspaceState, storage, secretStorage } as const;
      const { submit, remember, prompts } = world({ confirm }, options);
      await remember(pasted(service.tokens.issue()));
      await submit();
      return prompts.shown.filter((shown) => /^(confirm|choose)/.test(shown));
    };
    expect(await askedAt('10.0.0.5', true)).toEqual([
      line('choose with a warning', 'New: ${secret:DB} in password → mysql://10.0.0.5'),
    ]);
    expect(await askedAt('10.0.0.5', true)).toEqual([]);
    const moved = [
      line(
        'choose with a warning',
        'New: ${secret:DB} in password → mysql://other.example (previously: password → mysql://10.0.0.5)',
      ),
    ];
    expect(await askedAt('other.example', false)).toEqual(moved);
    expect(service.requests.of('createJob')).toHaveLength(2);
    expect(await askedAt('other.example', true)).toEqual(moved);
    expect(await askedAt('other.example', true)).toEqual([]);
    expect(service.requests.of('createJob')).toHaveLength(4);
  });

  test('a taken name at a production connection is asked about with a warning', async () => {
    const connections = [{ ...connectionTo(service), production: true }];
    expect(await asked({ connections, confirm: 'never' }, 2)).toEqual([
      line('choose with a warning', 'Nothing to do: "job_1" in dev'),
    ]);
  });
});

test('two clicks ask once and make one job', async () => {
  const { submit, remember, prompts } = world({ confirm: true });
  await remember(pasted(service.tokens.issue()));
  await Promise.all([submit(), submit()]);
  expect(service.jobs.all).toHaveLength(1);
  expect(prompts.shown.filter((shown) => !shown.startsWith('progress'))).toEqual([
    'hidden',
    line('choose', 'Submit "job_1" to dev as a new job?'),
    line('info', 'Created "job_1"'),
  ]);
});

test('a click while the job is being sent is answered, and sends nothing', async () => {
  const { submit, remember, prompts } = world({ confirm: true });
  await remember(pasted(service.tokens.issue()));
  const release = service.faults.hold('createJob');
  const submission = submit();
  await service.requests.waitFor('createJob');
  await submit();
  expect(prompts.shown.at(-1)).toEqual(line('error', 'Not submitted: this document is already being submitted.'));
  release();
  await submission;
  expect(service.jobs.all).toHaveLength(1);
});

test('of several connections the picked one is used and remembered', async () => {
  const other = {
    name: 'prod',
    region: 'local',
    endpoint: service.url,
    projectId: service.projectId,
    instanceId: service.instanceId,
  };
  const { submit, prompts } = world(
    { confirm: true, picks: ['prod', 'Paste a token'], secrets: [service.tokens.issue()] },
    { connections: [{ ...other, name: 'dev' }, other] },
  );
  await submit();
  await submit();
  expect(prompts.shown.filter((shown) => shown.startsWith('pick:'))).toEqual([
    'pick: Select Connection: dev, prod, $(add) Add Connection',
    'pick: Sign in to prod: IAM user, Access keys, Paste a token',
  ]);
  expect(prompts.shown.filter((shown) => shown.includes('\nConnection: prod ('))).toHaveLength(2);
});

test('a secret storage that fails keeps the token in memory, and the job is submitted', async () => {
  const { submit, secrets, prompts } = world({
    confirm: true,
    picks: ['Paste a token'],
    secrets: [service.tokens.issue()],
  });
  secrets.fails = true;
  await submit();
  expect(prompts.shown).toContainEqual(line('warn', 'secret storage'));
  expect(service.jobs.all).toHaveLength(1);
});
