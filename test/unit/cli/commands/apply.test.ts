import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documented } from '../../../service/answers.ts';
import { instanceCommandsForTests, jobOf } from '../../../support/instanceCommands.ts';

const commands = instanceCommandsForTests();

/** Writes jobs into files, by their names. */
async function writeJobs(...names: readonly string[]): Promise<void> {
  const { service, folder } = commands();
  await folder.write(
    Object.fromEntries(names.map((name) => [`${name}.lfjob.json`, JSON.stringify(jobOf(service, name))])),
  );
}

const changingRequests = (): string[] =>
  commands().service.requests.all.flatMap(({ method, body }) =>
    method === 'GET' ? [] : [`${method} ${/"name":"([^"]*)"/.exec(body)?.[1] ?? ''}`],
  );

describe('lfjob apply', () => {
  it('shows the plan, asks, and sends each job once', async () => {
    await writeJobs('job_a', 'job_b', 'job_c');
    const { service, run } = commands();
    service.jobs.create(jobOf(service, 'job_b', 'before'));
    service.jobs.create(jobOf(service, 'job_c'));
    const { code, output, errors } = await run(['apply'], { answers: ['y'] });
    expect(errors).toBe(`Submit 2 jobs to ${service.instanceId}? [y/N] \n`);
    expect(output).toMatch(/^Create 1\n {2}job_a → /m);
    expect(output).toMatch(/\nJobs: 1 created, 1 updated, 1 unchanged\.\n$/);
    expect(code).toBe(0);
    expect(changingRequests()).toEqual(['POST job_a', 'PUT job_b']);
    expect(service.jobs.all.map(({ name, description }) => [name, description])).toEqual([
      ['job_b', 'd'],
      ['job_c', 'd'],
      ['job_a', 'd'],
    ]);
  });

  it('finds nothing to do when it is run again', async () => {
    await writeJobs('job_a', 'job_b');
    await commands().run(['apply', '--yes']);
    const { code, output } = await commands().run(['apply', '--yes']);
    expect(output).toContain('Nothing to submit: the instance matches the files.');
    expect(code).toBe(0);
    expect(changingRequests()).toHaveLength(2);
  });

  it.each<[string, readonly string[], readonly string[], string]>([
    ['when the user answers no', [], ['n'], 'lfjob: Nothing was submitted.\n'],
    ['when nobody can be asked', [], [], 'Confirm with "--yes".\n'],
  ])('sends nothing %s', async (_, options, answers, sentence) => {
    await writeJobs('job_a');
    const { code, errors } = await commands().run(['apply', ...options], { answers });
    expect(code).toBe(2);
    expect(errors).toContain(sentence);
    expect(changingRequests()).toEqual([]);
  });

  it('sends nothing with --dry-run', async () => {
    await writeJobs('job_a');
    const { code, output } = await commands().run(['apply', '--yes', '--dry-run']);
    expect(output).toContain('Nothing was submitted, because of "--dry-run".');
    expect([code, changingRequests()]).toEqual([0, []]);
  });

  it('sends none if one isn’t ready', async () => {
    await writeJobs('job_a');
    await commands().folder.write({ 'job_b.lfjob.json': '{}' });
    const { code, output } = await commands().run(['apply', '--yes']);
    expect(output).toContain('Nothing was submitted, because not all jobs are ready.');
    expect([code, changingRequests()]).toEqual([1, []]);
  });

  it('stops where an outcome isn’t known, and goes on from there when it is run again', async () => {
    await writeJobs('job_a', 'job_b', 'job_c');
    const { service, run } = commands();
    service.faults.next('createJob', { kind: 'cut', when: 'before' }, 1);
    const first = await run(['apply', '--yes']);
    expect(first.code).toBe(1);
    expect(first.output).toContain('Couldn’t confirm whether "job_a" was created.');
    expect(first.output).toContain('Not submitted: stopped after "job_a".');
    expect(changingRequests()).toEqual(['POST job_a']);
    const second = await run(['apply', '--yes']);
    expect(second.output).toContain('the outcome isn’t known');
    expect(second.code).toBe(0);
    expect(service.jobs.all.map(({ name }) => name)).toEqual(['job_a', 'job_b', 'job_c']);
  });

  it('reports a job that was created although the response was lost', async () => {
    await writeJobs('job_a');
    commands().service.faults.next('createJob', { kind: 'cut', when: 'after' });
    const { code, output } = await commands().run(['apply', '--yes']);
    expect(output).toContain('"job_a" was created anyway');
    expect([code, commands().service.jobs.all.length]).toEqual([0, 1]);
  });

  it('goes on after a job that the service rejects', async () => {
    await writeJobs('job_a', 'job_b');
    commands().service.faults.next('createJob', { kind: 'answer', answer: documented.badRequest });
    const { code, output } = await commands().run(['apply', '--yes']);
    expect(output).toContain('Jobs: 1 not submitted, 1 created.');
    expect([code, commands().service.jobs.all.map(({ name }) => name)]).toEqual([1, ['job_b']]);
  });

  it('keeps the submissions in the user’s folder for state', async () => {
    await writeJobs('job_a');
    await commands().run(['apply', '--yes']);
    const folder = join(commands().env.HOME ?? '', '.local/state/lfjob/submissions');
    expect(await readdir(folder)).toHaveLength(1);
  });
});

describe('the token', () => {
  it('is asked for by the name of its variable', async () => {
    await writeJobs('job_a');
    const { code, errors } = await commands().run(['apply', '--yes'], { env: { LAKEFORMATION_TOKEN: '' } });
    expect(errors).toBe(
      'lfjob: No credentials: set LAKEFORMATION_TOKEN, or HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK, in the environment.\n',
    );
    expect(code).toBe(2);
  });

  it('is reported if the service rejects it, and isn’t shown', async () => {
    await writeJobs('job_a');
    const token = commands().service.tokens.issue('expired');
    const { code, output, errors } = await commands().run(['apply', '--yes'], { env: { LAKEFORMATION_TOKEN: token } });
    expect(errors).toMatch(/^lfjob: .*token.*\nlfjob: Nothing was submitted\.\n$/);
    expect(output + errors).not.toContain(token.slice(0, 12));
    expect([code, changingRequests()]).toEqual([2, []]);
  });

  it('can be replaced by access keys', async () => {
    await writeJobs('job_a');
    const { accessKey, secretKey } = commands().service.accessKeys.issue();
    const { code } = await commands().run(['apply', '--yes'], {
      env: { LAKEFORMATION_TOKEN: '', HUAWEICLOUD_SDK_AK: accessKey, HUAWEICLOUD_SDK_SK: secretKey },
    });
    expect([code, changingRequests()]).toEqual([0, ['POST job_a']]);
  });
});

describe('a reference', () => {
  const secret = 'Sw0rdfish-1986!';

  async function applied(reference: string, options: readonly string[], env: Readonly<Record<string, string>>) {
    const { service, folder, run } = commands();
    await folder.write({ 'job_a.lfjob.json': JSON.stringify(jobOf(service, 'job_a', reference)) });
    const result = await run(['apply', '--yes', ...options], { env });
    return { ...result, description: service.jobs.all[0]?.description };
  }

  it.each<[string, string, readonly string[], Readonly<Record<string, string>>]>([
    ['to a secret has the value of its variable', '${secret:DB}', [], { LFJOB_SECRET_DB: secret }],
    ['to a variable has its value if the user allows that', '${env:DB}', ['--env', 'X,DB'], { DB: secret }],
  ])('%s, which is shown nowhere', async (_, reference, options, env) => {
    const { code, output, errors, description } = await applied(reference, options, env);
    expect([code, errors]).toEqual([0, '']);
    expect(description).toBe(secret);
    expect(output).not.toContain(secret);
  });

  it.each<[string, string, readonly string[], string]>([
    ['to a secret that isn’t set', '${secret:DB}', [], 'Not submitted: set LFJOB_SECRET_DB in the environment.'],
    ['to a variable that isn’t allowed', '${env:HOME}', [], 'Allow them with "--env HOME".'],
    ['to a variable that isn’t set', '${env:DB}', ['--env', 'DB'], 'Not submitted: set DB in the environment.'],
  ])('%s keeps the job from being submitted', async (_, reference, options, sentence) => {
    const { code, output } = await applied(reference, options, {});
    expect(output).toContain(sentence);
    expect([code, changingRequests()]).toEqual([1, []]);
  });
});
